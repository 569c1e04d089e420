/**
 * A document that several people write, open in this tab: the copy on the device, and the channel that joins it with everybody else's. It has
 * a connection of its own, because the tab that writes need not be the one that syncs.
 *
 *   copy on the device ─▶ written on, with or without a network ─▶ channel: the space's copy comes in, ours goes out ─▶ confirmed
 *
 * A copy of another epoch is never joined: it would come out as neither. It is let go, and who wrote it hears of a new document.
 */
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { toId } from '../../domain/values/ids.ts'
import { closeCodes } from '../../domain/wire/close-codes.ts'
import type { Down } from '../../domain/wire/down.ts'
import { database } from '../store/database.ts'
import type { DeviceIdentity } from '../store/identity.ts'
import { type Connected, connectDocument } from './connection.ts'
import type { TicketAnswer } from './fetch-ticket.ts'
import type { OpenLink } from './link.ts'
import { makePace } from './pace.ts'
import { type CopyKeeper, keepCopy, type OtherMemo } from './shared-copy.ts'
import { openPortalSocket } from './socket.ts'

/** Where the copy stands. */
export interface Standing {
  readonly isOnline: boolean
  /** The space has everything that was written here. */
  readonly isConfirmed: boolean
  /** The state of the document that this copy is, while all of it is confirmed. */
  readonly at: { readonly epoch: string; readonly n: number } | null
  /** It may not be written here any more. */
  readonly isForbidden: boolean
}

export interface SharedDocument {
  /** Says where this person is; null: nowhere any more. */
  sayPresence(state: object | null): void
  /** What is remembered beside the copy has changed. */
  keep(): void
  close(): Promise<void>
}

/** `refused`: the space did not take what was written in the former one. */
export type WhyOpened = 'opened' | 'begun-anew' | 'refused'

export interface SharedPorts {
  readonly name: string
  readonly bytesMax: number
  readonly identity: DeviceIdentity
  readonly app: string
  readonly openLink: OpenLink
  fetchTicket(): Promise<TicketAnswer>
  random(): number
  /** The document to write in, with what was remembered of it; again where it had to be started over. The former one may be read on. */
  onDocument(doc: Y.Doc, memo: unknown, why: WhyOpened): void
  /** What to remember beside the copy, given what another tab of this device remembers there. */
  memo(other: OtherMemo | null): unknown
  onStanding(standing: Standing): void
  /** Others who are here, by an id of their connection. */
  onPresence(states: ReadonlyMap<number, object>): void
}

interface Copy {
  readonly doc: Y.Doc
  readonly awareness: Awareness
  readonly keeper: CopyKeeper
  epoch: string | null
}

/** What the device has of it. */
interface Kept {
  readonly epoch: string | null
  readonly bytes: Uint8Array | null
  readonly memo: unknown
}

const nothing: Kept = { epoch: null, bytes: null, memo: null }

/** One channel is all this connection has. */
const CHANNEL = 1

export async function openSharedDocument(ports: SharedPorts): Promise<SharedDocument> {
  const { name } = ports
  const row = await database().drafts.get(name)
  let standing: Standing = { isOnline: false, isConfirmed: true, at: null, isForbidden: false }
  let connected: Connected | null = null
  let presence: object | null = null
  /** Changes that went out and were not answered, and changes of others whose place in the log is still to be said. */
  let [ours, others] = [0, 0]
  /** Epochs whose copy was let go here. */
  const past = new Set<string>()
  let copy = openCopy(row ?? nothing, 'opened')

  function stand(next: Partial<Standing>): void {
    standing = { ...standing, ...next }
    ports.onStanding(standing)
  }

  function openCopy({ epoch, bytes, memo }: Kept, why: WhyOpened): Copy {
    const doc = new Y.Doc()
    if (bytes !== null) Y.applyUpdate(doc, bytes)
    const opened: Copy = {
      doc,
      awareness: new Awareness(doc),
      epoch,
      keeper: keepCopy({
        ...{ name, doc, memo: ports.memo },
        epoch: () => opened.epoch,
        isPast: (one) => past.has(one),
        // With a connection the space tells of it.
        onWritten: () => {
          if (!standing.isOnline) opened.keeper.look()
        },
      }),
    }
    doc.on(
      'update',
      (_bytes: Uint8Array, _origin: unknown, _doc: Y.Doc, { local }: Y.Transaction) => {
        if (local) stand({ isConfirmed: false, at: null })
        opened.keeper.soon()
      },
    )
    ports.onDocument(doc, memo, why)
    return opened
  }

  async function startOver(epoch: string | null, why: WhyOpened): Promise<void> {
    if (copy.epoch !== null) past.add(copy.epoch)
    await copy.keeper.drop()
    copy.awareness.destroy()
    copy = openCopy({ ...nothing, epoch }, why)
  }

  async function editing(epoch: string): Promise<void> {
    if (copy.epoch !== null && copy.epoch !== epoch) await startOver(epoch, 'begun-anew')
    copy.epoch = epoch
    ;[ours, others] = [0, 0]
    connected = connectDocument(copy.doc, {
      name,
      bytesMax: ports.bytesMax,
      awareness: copy.awareness,
      sendPart: pace.send,
      onSynced: () => undefined,
      onChange: (way) => {
        if (way === 'out') ours += 1
        else others += 1
      },
      onPresence: ports.onPresence,
    })
    connected.sayPresence(presence)
  }

  /** Answers come in order: behind a change of others its own place, else one for each of ours. */
  function received(n: number): void {
    if (others > 0) others -= 1
    else ours = Math.max(0, ours - 1)
    if (ours > 0 || others > 0 || copy.epoch === null) return
    stand({ isConfirmed: true, at: { epoch: copy.epoch, n } })
    copy.keeper.soon()
  }

  function take(message: Exclude<Down, { type: 'welcome' }>): void {
    if (message.type === 'editing') void editing(message.epoch)
    if (message.type === 'received') received(message.seq)
    if (message.type !== 'left') return
    disconnect()
    if (message.code === closeCodes.forbidden) return stand({ isForbidden: true })
    if (message.code === closeCodes['start-over'])
      void startOver(null, 'refused').then(socket.restart)
    else socket.restart()
  }

  function disconnect(): void {
    pace.stop()
    connected?.close()
    connected = null
    ports.onPresence(new Map())
  }

  const socket = openPortalSocket({
    app: ports.app,
    deviceId: toId('device', ports.identity.deviceId),
    openLink: ports.openLink,
    fetchTicket: ports.fetchTicket,
    random: ports.random,
    onState: (state) => stand({ isOnline: state === 'online', at: null }),
    onWelcome: () =>
      socket.send({ type: 'edit', channel: CHANNEL, document: name, epoch: copy.epoch }),
    onMessage: take,
    onFrame: (frame) => connected?.take(frame.body),
    onGone: disconnect,
  })
  const pace = makePace({
    send: (body) => socket.sendFrame(CHANNEL, body),
    now: () => performance.now(),
    after: (ms, work) => {
      const timer = setTimeout(work, ms)
      return () => clearTimeout(timer)
    },
  })
  const networkIsBack = () => socket.nudge()
  const networkIsGone = () => socket.restart()
  addEventListener('online', networkIsBack)
  addEventListener('offline', networkIsGone)

  return {
    keep: () => copy.keeper.soon(),
    sayPresence: (state) => {
      presence = state
      connected?.sayPresence(state)
    },
    close: async () => {
      removeEventListener('online', networkIsBack)
      removeEventListener('offline', networkIsGone)
      disconnect()
      socket.close()
      await copy.keeper.stop()
      copy.doc.destroy()
    },
  }
}
