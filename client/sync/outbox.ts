/**
 * This device's wishes on their way to the space: the shell over the pure machine of `domain/wire`. The rows are the truth; the machine
 * is made of them each time the channel opens and lives as long as it, and what it wants is done to the rows and to the array.
 *
 * Before a wish is written into the array its row says so, on disk: from then on nobody can take it back here any more.
 */
import type { IntentId } from '../../domain/values/ids.ts'
import type { Instant } from '../../domain/values/instant.ts'
import {
  makeOutbox,
  type Outbox,
  type OutboxEffect,
  type OutboxEvent,
  stepOutbox,
} from '../../domain/wire/outbox.ts'
import type { PortalDatabase } from '../store/database.ts'
import type { IntentRow } from '../store/rows.ts'
import { bookingTables, writeBookingRows } from './booking-rows.ts'
import type { OutboxCarrier } from './outbox-carrier.ts'
import { isHeld, toEntry } from './outbox-entry.ts'

/** Every call is made one after the other, by the engine's queue. */
export interface OutboxShell {
  /** The array holds what the space holds. */
  opened(generation: string): Promise<void>
  /** Rows were written or taken back, here or in another tab, or an undo window ended. */
  look(): Promise<void>
  received(seq: number): Promise<void>
  /** Their outcomes are stored. */
  settled(ids: readonly IntentId[]): Promise<void>
  /** The member's document is as new as the space: what it does not tell of, a restored space does not know. */
  memberIsCurrent(): Promise<void>
  tick(): Promise<void>
}

export interface OutboxPorts {
  /** Its transactions end when the disk has them. */
  readonly db: PortalDatabase
  readonly carrier: OutboxCarrier
  now(): Instant
  /** Calls `look` after that time. */
  lookIn(ms: number): void
  /** The rows and the array have come apart: open the channel again, which starts from the rows. */
  reopen(): void
}

export function makeOutboxShell(ports: OutboxPorts): OutboxShell {
  const { db, carrier } = ports
  let outbox: Outbox = makeOutbox([], null)
  /** Of a restored space: whether it knows what was settled before has still to be looked at. */
  let newGeneration: string | null = null

  async function step(event: OutboxEvent): Promise<void> {
    const stepped = stepOutbox(outbox, event)
    outbox = stepped.outbox
    await mark(stepped.effects)
    for (const effect of stepped.effects) {
      if (effect.kind === 'prune') carrier.remove(effect.ids)
      if (effect.kind === 'write') await write(effect.ids)
      if (effect.kind === 'forget') await db.intents.bulkDelete([...effect.ids])
    }
  }

  /** All rows that one event changes, and the bookings that follow, in one transaction. */
  async function mark(effects: readonly OutboxEffect[]): Promise<void> {
    const marks = effects.filter((effect) => effect.kind === 'mark')
    if (marks.length === 0) return
    await db.transaction('rw', bookingTables(db), async () => {
      for (const { id, state } of marks) {
        // Settled was stored with its outcome, together with the document that told of it.
        if (state === 'saved')
          await db.intents.update(id, { state, settled: null, settledAt: null })
        if (state === 'received') await db.intents.update(id, { state })
        if (state === 'expired') await db.intents.update(id, { state, settledAt: ports.now() })
      }
      await writeBookingRows(db, ports.now())
    })
  }

  async function write(ids: readonly IntentId[]): Promise<void> {
    const rows = await db.transaction('rw', db.intents, async () => {
      const found = (await db.intents.bulkGet([...ids])).filter((row) => row !== undefined)
      for (const { id, wasSent } of found)
        if (!wasSent) await db.intents.update(id, { wasSent: true })
      return found
    })
    // One was taken back in another tab a moment ago.
    if (rows.length < ids.length) return ports.reopen()
    carrier.push(rows.map((row) => row.intent))
  }

  /** The number of the next wish is above all that the space has seen from this device, also after its storage was lost. */
  async function raiseSeq(): Promise<void> {
    const seen = Math.max(0, ...carrier.records().map(({ seq }) => seq))
    await db.transaction('rw', db.settings, async () => {
      const last = Number((await db.settings.get('seq'))?.value ?? 0)
      if (seen > last) await db.settings.put({ key: 'seq', value: seen })
    })
  }

  async function look(): Promise<void> {
    if (!outbox.isOpen) return
    const rows = await db.intents.orderBy('seq').toArray()
    const known = new Map(outbox.entries.map((entry) => [entry.id, entry]))
    for (const row of rows) {
      const entry = known.get(row.id)
      known.delete(row.id)
      const at = ports.now()
      if (entry === undefined) await step({ kind: 'saved', entry: toEntry(row), at })
      else if (entry.isHeld && !isHeld(row)) await step({ kind: 'released', id: row.id, at })
    }
    for (const id of known.keys()) await step({ kind: 'undone', id, at: ports.now() })
    lookAgain(rows)
  }

  function lookAgain(rows: readonly IntentRow[]): void {
    const waits = rows.filter(isHeld).map((row) => row.sendAfter - Date.now())
    if (waits.length > 0) ports.lookIn(Math.min(...waits) + 1)
  }

  return {
    opened: async (generation) => {
      const rows = await db.intents.orderBy('seq').toArray()
      const before = (await db.settings.get('outbox-generation'))?.value ?? null
      outbox = makeOutbox(rows.map(toEntry), before === null ? null : String(before))
      const carried = carrier.records().map(({ id }) => id)
      await raiseSeq()
      await step({ kind: 'opened', generation, carried, at: ports.now() })
      if (before === null) await db.settings.put({ key: 'outbox-generation', value: generation })
      else if (before !== generation) newGeneration = generation
      lookAgain(rows)
    },
    look,
    received: (seq) => step({ kind: 'received', seq, at: ports.now() }),
    settled: async (ids) => {
      for (const id of ids) await step({ kind: 'settled', id, at: ports.now() })
    },
    memberIsCurrent: async () => {
      if (newGeneration === null) return
      const known = new Set((await db.facts.get('me'))?.settled.map(({ intentId }) => intentId))
      const settled = await db.intents.where('state').equals('settled').primaryKeys()
      const ids = settled.filter((id): id is IntentId => !known.has(id as IntentId)) // its keys are ids
      await step({ kind: 'unknown', ids, at: ports.now() })
      await db.settings.put({ key: 'outbox-generation', value: newGeneration })
      newGeneration = null
    },
    tick: async () => {
      if (outbox.isOpen) await step({ kind: 'tick', at: ports.now() })
    },
  }
}
