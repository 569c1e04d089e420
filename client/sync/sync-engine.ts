/**
 * Keeps this device in step with the space while one tab holds the lock: follows documents, carries wishes, writes the status that
 * every tab shows. All of its work on the store runs strictly one after the other.
 */
import { parseDocumentName } from '../../domain/access/document-name.ts'
import { toInstant } from '../../domain/values/instant.ts'
import { limits } from '../../domain/values/limits.ts'
import { addDays, isoWeekOf } from '../../domain/values/local-date.ts'
import { toWallTime } from '../../domain/values/zone.ts'
import type { Down } from '../../domain/wire/down.ts'
import { readRowBody } from '../../domain/wire/frame.ts'
import type { DeviceIdentity, OutboxDatabase, PortalDatabase } from '../store/database.ts'
import type { SyncStatusRow } from '../store/rows.ts'
import { type DocumentStore, makeDocumentStore, type Row } from './documents.ts'
import { makeOutboxCarrier } from './outbox-carrier.ts'
import { openPortalSocket, type SocketState } from './socket.ts'

export interface SyncEngine {
  /** A wish was written or taken back. */
  intentsChanged(): void
  /** A screen wants a document beyond those every member follows (a day list). */
  follow(name: string): void
  nudge(): void
  stop(): void
}

interface Followed {
  readonly name: string
  epoch: string | null
  /** The next frame is the whole document. */
  expectsSnapshot: boolean
  snapshotN: number
}

const OUTBOX_CHANNEL = 1

export function startSyncEngine(
  db: PortalDatabase,
  outbox: OutboxDatabase,
  identity: DeviceIdentity,
): SyncEngine {
  const store: DocumentStore = makeDocumentStore(db, outbox)
  const carrier = makeOutboxCarrier(outbox, identity)
  const channels = new Map<number, Followed>()
  const wanted = new Set<string>()
  let nextChannel = OUTBOX_CHANNEL + 1
  const caughtUp: Row[] = []
  let group: { left: number; at: number; rows: Row[] } | null = null
  let serverOffsetMs = 0
  let isOnline = false
  let work: Promise<void> = Promise.resolve()

  /** The space's time as far as this device knows it. */
  const serverNow = () => Date.now() + serverOffsetMs

  function queue(task: () => Promise<void>): void {
    work = work.then(task).catch(sayStorageTrouble)
  }

  async function sayStorageTrouble(error: unknown): Promise<void> {
    const isFull = String((error as { name?: unknown }).name).includes('Quota')
    await writeStatus({ storage: isFull ? 'full' : 'unavailable' }).catch(() => undefined)
  }

  async function writeStatus(change: Partial<SyncStatusRow>): Promise<void> {
    const known = await db.status.get('sync')
    await db.status.put({
      key: 'sync',
      state: 'offline',
      heardAt: null,
      generation: null,
      storage: 'ok',
      ...known,
      ...change,
    })
  }

  const socket = openPortalSocket({
    deviceId: identity.deviceId,
    onState: (state: SocketState) => {
      isOnline = state === 'online'
      queue(() => writeStatus({ state }))
    },
    onWelcome: ({ generation, at }) => {
      serverOffsetMs = at - Date.now()
      queue(async () => {
        await writeStatus({ state: 'online', heardAt: at, generation })
        socket.send({
          type: 'edit',
          channel: OUTBOX_CHANNEL,
          document: carrier.document,
          epoch: null,
        })
        wanted.add(`member/${identity.memberId}`)
        await addSites()
        for (const name of wanted) await open(name)
      })
    },
    onMessage: (message) => queue(() => takeMessage(message)),
    onFrame: (channel, body) => queue(() => takeFrame(channel, body)),
    onGone: () => {
      isOnline = false
      channels.clear()
      group = null
      caughtUp.length = 0
      carrier.disconnect()
    },
  })

  /** The catalogue and thirteen weeks of availability of every site the member belongs to. */
  async function addSites(): Promise<void> {
    const me = await db.me.get('me')
    for (const siteId of me?.member.siteIds ?? []) {
      wanted.add(`catalogue/${siteId}`)
      const row = await db.catalogues.get(siteId)
      if (row === undefined) continue
      const { date } = toWallTime(row.catalogue.zone, toInstant(serverNow()))
      for (let week = -limits.occupancyWeeksBack; week <= limits.occupancyWeeksAhead; week += 1) {
        wanted.add(`occupancy/${siteId}/${isoWeekOf(addDays(date, week * 7))}`)
      }
    }
  }

  async function open(name: string): Promise<void> {
    if (!isOnline || [...channels.values()].some((one) => one.name === name)) return
    const held = await store.held(name)
    const channel = nextChannel
    nextChannel += 1
    channels.set(channel, {
      name,
      epoch: held?.epoch ?? null,
      expectsSnapshot: false,
      snapshotN: 0,
    })
    socket.send({
      type: 'follow',
      channel,
      document: name,
      epoch: held?.epoch ?? null,
      n: held?.n ?? 0,
    })
  }

  async function takeMessage(message: Down): Promise<void> {
    switch (message.type) {
      case 'editing':
        carrier.connect((body) => socket.sendFrame(message.channel, body))
        return
      case 'received':
        await carrier.received(message.seq)
        return store.refreshBookings(serverNow())
      case 'following': {
        const followed = channels.get(message.channel)
        if (followed === undefined) return
        followed.epoch = message.epoch
        followed.expectsSnapshot = message.with === 'snapshot'
        followed.snapshotN = message.n
        if (message.with === 'current') await freshen(followed.name)
        return
      }
      case 'group':
        group = { left: message.frames, at: message.at, rows: [] }
        return
      case 'left':
        return left(message.channel)
      case 'welcome':
      case 'pong':
        return
    }
  }

  /** Nothing changed, and that is news too: what is held is true as of now. */
  async function freshen(name: string): Promise<void> {
    const at = serverNow()
    const parsed = parseDocumentName(name)
    if (parsed?.kind === 'catalogue') await db.catalogues.update(parsed.siteId, { asOf: at })
  }

  async function left(channel: number): Promise<void> {
    if (channel !== OUTBOX_CHANNEL) {
      channels.delete(channel)
      return
    }
    // The space refused this carrier: a fresh one is built from the rows, under whatever epoch it gives.
    carrier.disconnect()
    socket.send({ type: 'leave', channel: OUTBOX_CHANNEL })
    socket.send({ type: 'edit', channel: OUTBOX_CHANNEL, document: carrier.document, epoch: null })
  }

  async function takeFrame(channel: number, body: Uint8Array): Promise<void> {
    if (channel === OUTBOX_CHANNEL) return carrier.take(body)
    const followed = channels.get(channel)
    const row = readRowBody(body)
    if (followed === undefined || followed.epoch === null || row === null) return
    const isSnapshot = followed.expectsSnapshot
    followed.expectsSnapshot = false
    const taken: Row = {
      name: followed.name,
      epoch: followed.epoch,
      n: row.n,
      update: row.update,
      isSnapshot,
    }
    if (group === null) return applySoon(taken)
    group.rows.push(taken)
    group.left -= 1
    if (group.left > 0) return
    const { rows, at } = group
    group = null
    return apply(rows, at)
  }

  /** Rows of a catch-up that arrive together are stored together: thirty documents at a start are few transactions. */
  function applySoon(row: Row): void {
    caughtUp.push(row)
    if (caughtUp.length === 1) queue(() => apply(caughtUp.splice(0), serverNow()))
  }

  async function apply(rows: readonly Row[], at: number): Promise<void> {
    const lost = await store.apply(rows, at)
    await writeStatus({ heardAt: at, storage: 'ok' })
    for (const name of lost) await followAgain(name)
    if (rows.some((row) => row.name.startsWith('member/') || row.name.startsWith('catalogue/'))) {
      await carrier.refresh()
      await addSites()
      for (const name of wanted) await open(name)
    }
  }

  /** A row is missing, or the epoch is another: ask again from what is held. */
  async function followAgain(name: string): Promise<void> {
    for (const [channel, followed] of channels) {
      if (followed.name !== name) continue
      channels.delete(channel)
      socket.send({ type: 'leave', channel })
    }
    await open(name)
  }

  return {
    intentsChanged: () =>
      queue(async () => {
        await store.refreshBookings(serverNow())
        await carrier.refresh()
      }),
    follow: (name) => {
      wanted.add(name)
      queue(() => open(name))
    },
    nudge: () => socket.nudge(),
    stop: () => {
      carrier.disconnect()
      socket.close()
    },
  }
}
