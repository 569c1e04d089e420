/**
 * Keeps this device in step with the space while one tab holds the lock: one socket, one session at a time over it, and a status that
 * every tab shows. All of its work on the store is done strictly one after the other; when the store fails, the connection starts
 * again from what the store holds.
 */
import { toId } from '../../domain/values/ids.ts'
import type { Instant } from '../../domain/values/instant.ts'
import type { Down } from '../../domain/wire/down.ts'
import { spaceNow, writeContact } from '../store/contact.ts'
import type { PortalDatabase } from '../store/database.ts'
import type { DeviceIdentity } from '../store/identity.ts'
import { sayStorage, storageTrouble } from '../store/storage-health.ts'
import { onSiteVisited } from '../store/visited-sites.ts'
import { bookingTables, writeBookingRows } from './booking-rows.ts'
import { makeDocumentStore, Overtaken } from './documents.ts'
import type { TicketAnswer } from './fetch-ticket.ts'
import type { OpenLink } from './link.ts'
import { type FetchPlan, prefetchPlans } from './plan-prefetch.ts'
import { readWanted } from './read-wanted.ts'
import { openPortalSocket, type SocketState } from './socket.ts'
import { openSyncSession, type SyncSession } from './sync-session.ts'
import { writeStatus } from './sync-status.ts'
import { outdatedDocuments, wantedDocuments } from './wanted-documents.ts'

export interface SyncEngine {
  /** A wish was written or taken back. */
  intentsChanged(): void
  /** A screen wants a document beyond those every member follows (a day list). */
  follow(name: string): void
  /** Somebody waits, or the network may be back: try now. */
  nudge(): void
  networkIsGone(): void
  /** Resolves when nothing of it touches the store any more. */
  stop(): Promise<void>
}

export interface EnginePorts {
  readonly identity: DeviceIdentity
  readonly app: string
  readonly db: PortalDatabase
  /** The same database; its transactions end when the disk has them. */
  readonly durable: PortalDatabase
  readonly openLink: OpenLink
  readonly fetchPlan: FetchPlan
  /** Fetches what the space signed: the PDFs that the member's document names, and seals of its bookings. */
  keepSigned(): Promise<void>
  /** Lets go of pictures that nothing here names; where there is no news, of those alone that came since. */
  dropPictures(isNews: boolean): Promise<void>
  fetchTicket(): Promise<TicketAnswer>
  random(): number
  /** The space does not know this sign-in any more. */
  onSignedOut(): void
  /** What this engine believes of the store is not so any more: it must end, and another may begin with what is there. */
  onOver(): void
}

const TICK_MS = 60_000
/** Documents a screen asked for and that are remembered; more than are followed at once. */
const ASKED_MAX = 20
/** Documents that name pictures. */
const kindsWithPictures = ['directory', 'catalogue', 'tickets', 'support']

export function startSyncEngine(ports: EnginePorts): SyncEngine {
  const { db, identity } = ports
  const store = makeDocumentStore(db)
  let session: SyncSession | null = null
  let asked: readonly string[] = []
  let work: Promise<void> = Promise.resolve()

  function queue(task: () => Promise<void>): void {
    work = work.then(task).catch(fail)
  }

  function fail(error: unknown): void {
    session?.abandon()
    if (error instanceof Overtaken) return ports.onOver()
    sayStorage(storageTrouble(error))
    if (db.hasFailed()) ports.onOver()
    else socket.restart()
  }

  /** What this device should follow now; what it should not keep any more is dropped. */
  async function follow(): Promise<void> {
    const wanted = await readWanted(db, identity, asked)
    const heads = await store.heads()
    if (wanted === null) {
      session?.follow([`member/${identity.memberId}`], heads)
      return
    }
    const outdated = outdatedDocuments(heads.keys(), wanted)
    const drops = outdated.map((name) => ({ kind: 'drop', name }) as const)
    if (drops.length > 0) {
      await store.keep(drops, spaceNow())
      sweep(true)
    }
    session?.follow(wantedDocuments(wanted), heads)
  }

  async function keptDocuments(names: ReadonlySet<string>): Promise<void> {
    sayStorage('ok')
    const kinds = new Set([...names].map((name) => name.split('/', 1)[0]))
    if (kinds.has('member') || kinds.has('catalogue')) await follow()
    if (kinds.has('catalogue') || kinds.has('member')) prefetch()
    if (kindsWithPictures.some((kind) => kinds.has(kind))) sweep(true)
  }

  /** Not in the queue: it waits for the network. */
  function prefetch(): void {
    Promise.all([prefetchPlans(db, ports.fetchPlan), ports.keepSigned()]).catch((error) =>
      sayStorage(storageTrouble(error)),
    )
  }

  /** Not in the queue either: nothing waits for it. */
  function sweep(isNews: boolean): void {
    ports.dropPictures(isNews).catch((error) => sayStorage(storageTrouble(error)))
  }

  function welcome({ generation, at }: Extract<Down, { type: 'welcome' }>): void {
    writeContact(at)
    queue(() => greet(generation, spaceNow()))
    session = openSyncSession({
      identity,
      generation,
      store,
      durable: ports.durable,
      now: spaceNow,
      send: (message) => socket.send(message),
      sendFrame: (channel, body) => socket.sendFrame(channel, body),
      queue,
      reconnect: () => socket.restart(),
      kept: keptDocuments,
    })
    queue(follow)
    prefetch()
  }

  /** A space restored from a backup may count its rows anew: every copy stays in sight and is asked for as a whole. */
  async function greet(generation: string, heardAt: Instant): Promise<void> {
    await db.transaction('rw', db.status, db.heads, async () => {
      const known = (await db.status.get('sync'))?.generation ?? null
      if (known !== null && known !== generation) {
        await db.heads.toCollection().modify({ epoch: null })
      }
      await writeStatus(db, { state: 'online', heardAt, generation })
    })
  }

  function gone(): void {
    const ended = session
    session = null
    if (ended === null) return
    ended.end()
    queue(() => writeStatus(db, { heardAt: ended.heardAt() }))
  }

  function takeState(state: SocketState): void {
    const isCut = state === 'connecting' && navigator.onLine === false
    queue(() => writeStatus(db, { state: isCut ? 'offline' : state }))
    if (state === 'signed-out') queue(async () => ports.onSignedOut())
  }

  /** The browser closed the database, and may have cleared it. */
  function databaseIsGone(): void {
    session?.abandon()
    ports.onOver()
  }

  function tick(): void {
    const heardAt = session?.heardAt()
    session?.tick()
    sweep(false)
    queue(async () => {
      if (heardAt !== undefined) await writeStatus(db, { heardAt })
      await refreshBookings()
      if (session !== null) await follow()
    })
  }

  /** A wish may have come too late in the meantime. */
  function refreshBookings(): Promise<void> {
    return db.transaction('rw', bookingTables(db), () => writeBookingRows(db, spaceNow()))
  }

  const socket = openPortalSocket({
    app: ports.app,
    deviceId: toId('device', identity.deviceId),
    openLink: ports.openLink,
    fetchTicket: ports.fetchTicket,
    random: ports.random,
    onState: takeState,
    onWelcome: welcome,
    onMessage: (message) => {
      if (message.type === 'pong') writeContact(message.at)
      session?.take(message)
    },
    onFrame: (frame) => session?.takeFrame(frame),
    onGone: gone,
  })
  const ticker = setInterval(tick, TICK_MS)
  db.on('close', databaseIsGone)
  const stopWatching = onSiteVisited(() => queue(follow))
  queue(refreshBookings)

  return {
    intentsChanged: () => session?.intentsChanged(),
    follow: (name) => {
      asked = [name, ...asked.filter((one) => one !== name)].slice(0, ASKED_MAX)
      queue(follow)
    },
    nudge: () => socket.nudge(),
    networkIsGone: () => socket.restart(),
    stop: async () => {
      clearInterval(ticker)
      db.on('close').unsubscribe(databaseIsGone)
      stopWatching()
      socket.close()
      await work
    },
  }
}
