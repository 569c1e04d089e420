/**
 * One welcomed connection: the documents followed over it and the outbox. What arrives becomes changes; those that wait while the
 * store is busy are kept together. Nothing of it outlives the connection but what is in the store.
 */
import { formatDocumentName } from '../../domain/access/document-name.ts'
import { assertNever } from '../../domain/values/assert.ts'
import { toId } from '../../domain/values/ids.ts'
import type { Instant } from '../../domain/values/instant.ts'
import type { Down } from '../../domain/wire/down.ts'
import type { Held } from '../../domain/wire/follower.ts'
import type { Frame } from '../../domain/wire/frame.ts'
import type { Up } from '../../domain/wire/up.ts'
import type { PortalDatabase } from '../store/database.ts'
import type { DeviceIdentity } from '../store/identity.ts'
import type { Change } from './change.ts'
import { makeChannels } from './channels.ts'
import type { DocumentStore } from './documents.ts'
import { makeOutboxChannel } from './outbox-channel.ts'

export interface SyncSession {
  follow(names: readonly string[], heads: ReadonlyMap<string, Held | null>): void
  take(message: Exclude<Down, { type: 'welcome' }>): void
  takeFrame(frame: Frame): void
  intentsChanged(): void
  /** A minute has passed. */
  tick(): void
  /** The connection is gone. What had arrived is still kept. */
  end(): void
  /** The store failed: nothing that follows on what was not kept may be kept. */
  abandon(): void
  /** The space's time when it was last heard. */
  heardAt(): Instant
}

export interface SessionPorts {
  readonly identity: DeviceIdentity
  readonly generation: string
  readonly store: DocumentStore
  readonly durable: PortalDatabase
  now(): Instant
  send(message: Up): void
  sendFrame(channel: number, body: Uint8Array): void
  queue(task: () => Promise<void>): void
  reconnect(): void
  /** These documents have new content on the device. */
  kept(names: ReadonlySet<string>): Promise<void>
}

/** Changes that wait for a slow store. Beyond it asking again later is cheaper than holding them. */
const WAITING_MAX = 5_000

export function openSyncSession(ports: SessionPorts): SyncSession {
  const memberDocument = `member/${ports.identity.memberId}`
  let channelNumber = 0
  let heardAt = ports.now()
  let waiting: Change[] = []
  let isAbandoned = false
  const nextChannel = () => ++channelNumber
  const channels = makeChannels({ ...ports, nextChannel, heardAt: () => heardAt })
  const outbox = makeOutboxChannel({
    ...ports,
    nextChannel,
    db: ports.durable,
    document: formatDocumentName({
      kind: 'outbox',
      memberId: toId('member', ports.identity.memberId),
      deviceId: toId('device', ports.identity.deviceId),
    }),
  })
  outbox.open()

  function keepSoon(changes: readonly Change[]): void {
    if (changes.length === 0 || isAbandoned) return
    if (waiting.length === 0) ports.queue(keepWaiting)
    waiting.push(...changes)
    if (waiting.length > WAITING_MAX) ports.reconnect()
  }

  async function keepWaiting(): Promise<void> {
    const changes = waiting
    waiting = []
    if (isAbandoned) return
    const { settled, unreadable } = await ports.store.keep(changes, ports.now())
    for (const name of unreadable) channels.giveUp(name)
    await outbox.settled(settled)
    if (changes.some(({ kind, name }) => kind === 'current' && name === memberDocument)) {
      await outbox.memberIsCurrent()
    }
    const names = changes.filter(({ kind }) => kind !== 'current').map(({ name }) => name)
    if (names.length > 0) await ports.kept(new Set(names))
  }

  return {
    follow: (names, heads) => channels.follow(names, heads),
    take: (message) => {
      heardAt = ports.now()
      switch (message.type) {
        case 'editing':
          if (outbox.is(message.channel)) outbox.editing()
          return
        case 'received':
          if (outbox.is(message.channel)) outbox.received(message.seq)
          return
        case 'left':
          if (outbox.is(message.channel)) return outbox.left(message.code)
          return keepSoon(channels.take(message))
        case 'following':
        case 'group':
          return keepSoon(channels.take(message))
        case 'pong':
          return
        default:
          assertNever(message)
      }
    },
    takeFrame: (frame) => {
      heardAt = ports.now()
      if (outbox.is(frame.channel)) outbox.takeBody(frame.body)
      else keepSoon(channels.takeFrame(frame))
    },
    intentsChanged: () => outbox.look(),
    tick: () => {
      keepSoon(channels.current())
      outbox.tick()
    },
    end: () => {
      outbox.close()
      keepSoon(channels.current())
    },
    abandon: () => {
      isAbandoned = true
    },
    heardAt: () => heardAt,
  }
}
