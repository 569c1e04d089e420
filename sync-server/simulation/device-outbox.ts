/**
 * The wishes of one simulated device on their way: the outbox machine over the stored rows, and a Y.Doc that carries them by the
 * y-protocols, as y-websocket does. The carrier is made anew with each channel.
 */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as protocol from 'y-protocols/sync'
import * as Y from 'yjs'
import type { SettledIntent } from '../../domain/bookings/wishes/outcome.ts'
import type { IntentId } from '../../domain/values/ids.ts'
import { limits } from '../../domain/values/limits.ts'
import { makeReassembler, splitMessage } from '../../domain/wire/frame.ts'
import {
  makeOutbox,
  type Outbox,
  type OutboxEffect,
  type OutboxEntry,
  type OutboxEvent,
  stepOutbox,
} from '../../domain/wire/outbox.ts'
import type { DeviceStore, IntentRow } from './device-store.ts'

export interface DeviceOutbox {
  /** A row was stored. */
  saved(row: IntentRow): void
  undone(id: IntentId): void
  /** The channel is there: a carrier is made, and says what it holds. */
  opened(): void
  startOver(): void
  closed(): void
  take(body: Uint8Array): void
  received(seq: number): void
  /** The member's document is stored: what it says of this device's wishes. */
  outcomes(settled: ReadonlyMap<IntentId, SettledIntent>, isCaughtUp: boolean): void
  tick(): void
}

export interface OutboxPorts {
  readonly store: DeviceStore
  /** The device's own clock. */
  deviceNow(): number
  /** The server's time as last heard. */
  serverNow(): number
  generation(): string
  sendPart(body: Uint8Array): void
  /** The state of a row changed. */
  marked(row: IntentRow): void
  /** A row is about to be deleted. */
  forgotten(row: IntentRow): void
}

/** How long a wish can be taken back. */
export const UNDO_MS = 8_000
const SYNC = 0
const ROOT = 'intents'

export function makeDeviceOutbox(ports: OutboxPorts): DeviceOutbox {
  const { store } = ports
  const rows = [...store.intents.values()]
  let outbox: Outbox = makeOutbox(
    rows.map((row) => entryOf(row, ports.deviceNow())),
    store.generation,
  )
  let carrier: Carrier | null = null

  function feed(event: OutboxEvent): void {
    const step = stepOutbox(outbox, event)
    outbox = step.outbox
    for (const effect of step.effects) perform(effect)
  }

  function perform(effect: OutboxEffect): void {
    switch (effect.kind) {
      case 'write':
        return carrier?.write(effect.ids.flatMap((id) => store.intents.get(id) ?? []))
      case 'prune':
        return carrier?.prune(new Set(effect.ids))
      case 'forget':
        for (const id of effect.ids) forget(id)
        return
      case 'mark': {
        const row = store.intents.get(effect.id)
        if (row === undefined) return
        const { state } = effect
        const isDone = state === 'settled' || state === 'expired'
        mark({ ...row, state, settledAt: isDone ? ports.serverNow() : null })
      }
    }
  }

  function mark(row: IntentRow): void {
    store.putIntent(row)
    ports.marked(row)
  }

  function forget(id: IntentId): void {
    const row = store.intents.get(id)
    if (row !== undefined) ports.forgotten(row)
    store.deleteIntent(id)
  }

  function settle(id: IntentId, settled: SettledIntent): void {
    const row = store.intents.get(id)
    if (row === undefined) return
    // The outcome first: a wish is let go of only after it is stored. A server restored from a backup may have decided anew.
    store.putIntent({ ...row, settled })
    feed({ kind: 'settled', id, at: ports.serverNow() })
  }

  return {
    saved: (row) =>
      feed({ kind: 'saved', entry: entryOf(row, ports.deviceNow()), at: ports.serverNow() }),
    undone: (id) => feed({ kind: 'undone', id, at: ports.serverNow() }),
    opened: () => {
      carrier = makeCarrier(ports.sendPart, (ids) => {
        const generation = ports.generation()
        feed({ kind: 'opened', generation, carried: ids, at: ports.serverNow() })
        store.setGeneration(generation)
      })
    },
    startOver: () => {
      carrier = null
      feed({ kind: 'start-over' })
    },
    closed: () => {
      carrier = null
      feed({ kind: 'closed' })
    },
    take: (body) => carrier?.take(body),
    received: (seq) => feed({ kind: 'received', seq, at: ports.serverNow() }),
    outcomes: (settled, isCaughtUp) => {
      for (const [id, one] of settled) settle(id, one)
      if (!isCaughtUp) return
      const known = [...store.intents.values()].filter(({ state }) => state === 'settled')
      const ids = known.map(({ intent }) => intent.id).filter((id) => !settled.has(id))
      if (ids.length > 0) feed({ kind: 'unknown', ids, at: ports.serverNow() })
    },
    tick: () => {
      for (const { id, isHeld } of outbox.entries) {
        const row = store.intents.get(id)
        if (isHeld && row !== undefined && !isInUndoWindow(row, ports.deviceNow())) {
          feed({ kind: 'released', id, at: ports.serverNow() })
        }
      }
      feed({ kind: 'tick', at: ports.serverNow() })
    },
  }
}

function entryOf(row: IntentRow, deviceNow: number): OutboxEntry {
  const { id, seq, deadlineAt } = row.intent
  return {
    ...{ id, seq, deadlineAt, state: row.state, settledAt: row.settledAt },
    isCarried: false,
    isHeld: row.state === 'saved' && isInUndoWindow(row, deviceNow),
    bytes: JSON.stringify(row.intent).length,
  }
}

/** A clock that was set back must not hold a wish for years: a window that is longer than any is over. */
export function isInUndoWindow({ sendAfter }: IntentRow, deviceNow: number): boolean {
  return sendAfter > deviceNow && sendAfter <= deviceNow + UNDO_MS
}

interface Carrier {
  write(rows: readonly IntentRow[]): void
  prune(ids: ReadonlySet<IntentId>): void
  take(body: Uint8Array): void
}

function makeCarrier(
  sendPart: (body: Uint8Array) => void,
  onSynced: (carried: readonly IntentId[]) => void,
): Carrier {
  const doc = new Y.Doc({ guid: '' })
  const array = doc.getArray<IntentRow['intent']>(ROOT)
  const join = makeReassembler(limits.outboxBytesMax + 16)
  const remote = {}
  let isSynced = false

  function send(writeBody: (encoder: encoding.Encoder) => void): void {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, SYNC)
    writeBody(encoder)
    if (encoding.length(encoder) > 1) {
      for (const part of splitMessage(encoding.toUint8Array(encoder))) sendPart(part)
    }
  }

  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== remote) send((encoder) => protocol.writeUpdate(encoder, update))
  })
  send((encoder) => protocol.writeSyncStep1(encoder, doc))

  function takeMessage(message: Uint8Array): void {
    const decoder = decoding.createDecoder(message)
    if (decoding.readVarUint(decoder) !== SYNC) return
    let step = 0
    send((encoder) => {
      step = protocol.readSyncMessage(decoder, encoder, doc, remote)
    })
    if (step !== protocol.messageYjsSyncStep2 || isSynced) return
    isSynced = true
    onSynced(array.toArray().map(({ id }) => id))
  }

  return {
    write: (rows) =>
      doc.transact(() => array.push(rows.map(({ intent }) => JSON.parse(JSON.stringify(intent))))),
    prune: (ids) =>
      doc.transact(() => {
        for (let index = array.length - 1; index >= 0; index -= 1) {
          if (ids.has(array.get(index).id)) array.delete(index)
        }
      }),
    take: (body) => {
      const joined = join(body)
      if (joined.kind === 'message') takeMessage(joined.message)
    },
  }
}
