/**
 * Composes the portal: takes the data folder, opens storage, joins the rooms to the plumbing, listens; and lets go of all of it in
 * the reverse order. Nothing else in the server knows all of its parts; rooms are imported here and in `compose-rooms` alone.
 */
import { fileURLToPath } from 'node:url'
import { mailCodes } from './auth/code-mail.ts'
import { readGeneration, readSecret } from './auth/identity.ts'
import { registerAuth } from './auth/register.ts'
import { makeSetUpToken } from './auth/set-up-token.ts'
import { openProcessor, type Processor } from './billing/open-processor.ts'
import { type Paying, registerPaying } from './billing/paying/register.ts'
import { calendarRoutes } from './bookings/calendar-routes.ts'
import { composeRooms, officeRoutes } from './compose-rooms.ts'
import { type Environment, makeUlid, type PortalClock, systemClock } from './environment.ts'
import { makeAddressOf } from './http/address-of.ts'
import { makeApp } from './http/app.ts'
import { type Listener, listen } from './http/listen.ts'
import { makeOwnAddress, type OwnAddress } from './http/own-address.ts'
import type { Routes } from './http/routes.ts'
import { securityHeaders } from './http/security-headers.ts'
import { makeLanes } from './jobs/lanes.ts'
import { makeMailer } from './mail/mailer.ts'
import { makeTicketMarks } from './mail/ticket-marks.ts'
import { registerMembers } from './members/register.ts'
import { newsDoors } from './news/news-doors.ts'
import type { SendPorts } from './news/say-news.ts'
import { makeStopLinks } from './news/stop-link.ts'
import { packageVersion } from './package-version.ts'
import { type MakePapers, makeMakePapers } from './papers/make-papers.ts'
import { photoRoutes } from './photos/photo-routes.ts'
import { makeRedrawApart } from './photos/redraw-apart.ts'
import { makePusher } from './push/pusher.ts'
import { runProcess } from './run-process.ts'
import { bearerOf, screenRoutes } from './screens/screen-routes.ts'
import { makeScreens } from './screens/screens.ts'
import { intentsRoute } from './settlement/intents-route.ts'
import { makeSettlement, type Settlement } from './settlement/settlement.ts'
import { askForSamplePapers } from './sites/ask-for-sample-papers.ts'
import { planRoutes } from './sites/plan-routes.ts'
import { refreshCatalogues } from './sites/refresh-catalogues.ts'
import { resetSample } from './sites/reset-sample.ts'
import { seedSample } from './sites/sample.ts'
import { sampleRoutes } from './sites/sample-routes.ts'
import { setUpRoutes } from './sites/set-up-routes.ts'
import { requireSpaceKind } from './sites/space-kind.ts'
import { tzdataVersion } from './sites/zone-table.ts'
import { openData } from './storage/open-data.ts'
import { keepPaymentMode } from './storage/payment-mode.ts'
import type { Storage } from './storage/storage.ts'
import { mailRoutes } from './support/mail-routes.ts'
import { makeServerDocuments, type ServerDocuments } from './sync/server-documents.ts'
import { makeSyncServer, type SyncServer } from './sync/sync-server.ts'

const BUILD_FOLDER = fileURLToPath(new URL('../dist', import.meta.url))
/** Requests that are inside get this long to be answered at the end; the process as a whole has five seconds. */
const DRAIN_MS = 2_000
const LOOPBACK = '127.0.0.1'
/** All interfaces, IPv6 included where there is one. */
const EVERYWHERE = null

export interface Portal {
  readonly port: number
  readonly url: string
  /** Claims this portal, which has no owner yet; null when it has one, or is the sample. */
  readonly setUpToken: string | null
  /** What it answers to over HTTP, for whoever checks that each route asks for rights. */
  readonly routes: readonly { readonly method: string; readonly path: string }[]
  /** Stops accepting, closes sockets, finishes what runs, closes storage, lets go of the folder. */
  close(): Promise<void>
}

/** What the portal asks of the world beside its environment; tests and the simulation give their own. */
export interface PortalPorts {
  readonly clock: PortalClock
  makeUlid(): string
  log(line: string): void
}

const systemPorts: PortalPorts = {
  clock: systemClock,
  makeUlid,
  log: (line) => console.error(line),
}

/** A start that fails lets go of whatever it took. */
export async function startPortal(
  environment: Environment,
  given: Partial<PortalPorts> = {},
): Promise<Portal> {
  const opened = new AsyncDisposableStack()
  try {
    return await start(environment, { ...systemPorts, ...given }, opened)
  } catch (error) {
    await opened.disposeAsync()
    throw error
  }
}

/** Whatever is opened here goes on the stack at once, so that it is closed last in, first out. */
async function start(
  environment: Environment,
  ports: PortalPorts,
  opened: AsyncDisposableStack,
): Promise<Portal> {
  const storage = await openData(environment, opened)
  const kind = await requireSpaceKind(storage.read, environment.isSample)
  if (environment.isSample) await seedSample(storage, ports.clock.now())

  const address = makeOwnAddress(environment.publicUrl, environment.port)
  const mailer = makeMailer(environment)
  const stopLinks = makeStopLinks(await readSecret(storage))
  const pusher = await makePusher(storage, environment)
  const processor = openProcessor({ ...ports, environment, storage, origin: address.url })
  await keepPaymentMode(storage, processor.gateway.mode)
  const marks = makeTicketMarks(environment.inboundMail)
  const outside = { mailer, pusher, stopLinks, marks, processor, url: address.url }
  const space = composeSpace(storage, ports, outside)
  processor.follow(space.paying.takeFact)
  opened.defer(() => space.settlement.stop())
  opened.defer(() => space.jobs.stop())
  opened.defer(() => processor.stop())
  opened.defer(space.keepLooking())
  await refreshCatalogues(storage, space.settlement, ports.clock.now())
  if (environment.isSample) await askForSamplePapers(storage, ports.clock.now())

  const isClaimed = kind === 'claimed'
  const door = await composeDoors(environment, ports, {
    ...{ storage, address, processor, isClaimed, mailer, pusher, stopLinks, marks },
    ...space,
  })
  const listener = await listen({
    port: environment.port,
    hostname: isClaimed ? EVERYWHERE : LOOPBACK,
    fetch: door.fetch,
    upgrade: door.sync.handleUpgrade,
  })
  address.listeningOn(listener.port)
  door.onClaimed(() => listener.moveTo(EVERYWHERE))
  opened.defer(() => leave(listener, door.sync))

  opened.defer(door.watchSignIns())
  space.jobs.start()
  space.settlement.wake()
  const isWaiting = !isClaimed && !environment.isSample
  return {
    port: listener.port,
    url: address.url(),
    routes: door.routes,
    setUpToken: isWaiting ? await makeSetUpToken(storage) : null,
    close: () => opened.disposeAsync(),
  }
}

interface Space {
  readonly documents: ServerDocuments
  readonly settlement: Settlement
  readonly jobs: ReturnType<typeof makeLanes>
  readonly makePapers: MakePapers
  readonly paying: Paying
  /** Beside everything else; the answer ends it. */
  keepLooking(): () => void
}

interface Outside extends Omit<SendPorts, 'storage'> {
  readonly processor: Processor
}

/** The authority: what rooms decide, how it becomes fact, and what happens later. */
function composeSpace(
  storage: Storage,
  { clock, log, makeUlid }: PortalPorts,
  outside: Outside,
): Space {
  const now = clock.now
  const documents = makeServerDocuments(storage, makeUlid)
  const rooms = composeRooms()
  const { bookings, billing, community, papers, news, kinds, projections } = rooms
  const settlement = makeSettlement({
    storage,
    documents,
    projections,
    kinds,
    consequences: bookings.consequences,
    tell: news.tell,
    now,
    after: clock.after,
    log,
  })
  const makePapers = makeMakePapers({ storage, settlement, now })
  const { processor, url: origin } = outside
  const { gateway } = processor
  const paying = registerPaying({ storage, settlement, gateway, now, makeUlid, log, origin })
  const sending = news.sending({ storage, ...outside })
  const jobs = makeLanes({
    ...{ storage, now, log },
    within: [
      ...[bookings, billing, community].map((room) => room.jobs(settlement)),
      papers.jobs(makePapers),
      news.jobs(storage),
    ],
    outside: [sending, ...paying.lanes],
  })
  const keepLooking = () => rooms.keepLooking(storage, clock, log)
  return { documents, settlement, jobs, makePapers, paying, keepLooking }
}

interface Composed extends Space, Omit<SendPorts, 'url'> {
  readonly address: OwnAddress
  readonly processor: Processor
  readonly isClaimed: boolean
}

/** The two ways in: HTTP, and the websocket that HTTP hands its upgrades to. */
async function composeDoors(environment: Environment, ports: PortalPorts, composed: Composed) {
  const { storage, settlement, documents, address } = composed
  const { clock, log, makeUlid } = ports
  const now = clock.now
  const addressOf = makeAddressOf(environment.trustsProxy)
  const sampleCodes = new Map<string, string>()
  const auth = await registerAuth({
    ...ports,
    now,
    storage,
    addressOf,
    address,
    ...{ mailer: composed.mailer, isSample: environment.isSample },
    isSecure: environment.publicUrl?.protocol === 'https:',
    mailCode: mailCodes(composed, environment.isSample ? sampleCodes : null),
  })
  const screens = makeScreens(storage, { now, makeUlid })
  let generation = await readGeneration(storage, makeUlid)
  const sync = makeSyncServer({
    storage,
    documents,
    ensureDocument: (name) => settlement.ensureDocument(name),
    signedIn: auth.signedIn,
    redeemTicket: async (ticket) => auth.redeemTicket(ticket),
    redeemToken: async (token) => (await screens.redeem(token)) ?? auth.redeemKey(token),
    isAllowedOrigin: address.isOwnOrigin,
    onReceived: () => settlement.wake(),
    clock,
    generation: () => generation,
    makeEpoch: makeUlid,
    log,
  })

  async function reset(): Promise<void> {
    generation = makeUlid()
    documents.aborted(await resetSample(storage, { now: now(), generation, endAll: auth.endAll }))
    await refreshCatalogues(storage, settlement, now())
    await askForSamplePapers(storage, now())
  }

  const setUp = setUpRoutes({ ...ports, now, storage, addressOf, isClaimed: composed.isClaimed })
  const rooms: Routes[] = [
    ...auth.routes(sync),
    intentsRoute({ storage, settlement, clock }),
    planRoutes(storage, (context) => screens.redeem(bearerOf(context))),
    screenRoutes({ screens, addressOf, now, version: packageVersion() }),
    photoRoutes(storage, makeRedrawApart(), now),
    calendarRoutes({ storage, address, now }),
    ...officeRoutes(composed, now),
    ...composed.processor.routes,
    composed.paying.routes,
    ...registerMembers({ ...ports, ...composed, ...auth, now, addressOf, url: address.url }),
    mailRoutes({ ...composed, makeUlid }),
    ...newsDoors({ ...composed, now }),
    environment.isSample ? sampleRoutes({ codes: sampleCodes, reset }) : setUp.routes,
  ]
  const app = makeApp({
    version: packageVersion(),
    storage,
    tzdata: tzdataVersion(),
    payments: composed.processor.gateway,
    ...auth,
    buildFolder: BUILD_FOLDER,
    headers: securityHeaders(environment.publicUrl),
    rooms,
    isOwnHost: address.isOwnHost,
    log,
  })
  return {
    sync,
    fetch: app.fetch,
    routes: app.routes,
    watchSignIns: () => auth.watch(sync),
    onClaimed: setUp.onClaimed,
  }
}

async function leave(listener: Listener, sync: SyncServer): Promise<void> {
  listener.stopAccepting()
  await sync.close()
  await listener.drained(DRAIN_MS)
}

if (import.meta.main) await runProcess(startPortal)
