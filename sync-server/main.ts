/**
 * Reads the environment, takes the data folder, opens storage, composes the rooms, listens, and shuts down in good order.
 * Nothing else in the server knows all of its parts.
 */
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import { makeAttempts } from './auth/attempts.ts'
import { makeAuth, type SignedIn } from './auth/auth.ts'
import { codeMail } from './auth/code-mail.ts'
import { makeTickets } from './auth/tickets.ts'
import { registerBookings } from './bookings/register.ts'
import {
  type Environment,
  makeUlid,
  readEnvironment,
  systemClock,
  systemNow,
} from './environment.ts'
import { makeApp } from './http/app.ts'
import { securityHeaders } from './http/security-headers.ts'
import { makeJobRunner } from './jobs/job-runner.ts'
import { makeFolderMailer, makeSmtpMailer } from './mail/mailer.ts'
import { registerIntents } from './settlement/intents-route.ts'
import { makeProjections } from './settlement/projections.ts'
import { makeSettlement } from './settlement/settlement.ts'
import { registerClosureRoutes } from './sites/closure-routes.ts'
import { refreshCatalogues } from './sites/refresh-catalogues.ts'
import { registerSites } from './sites/register.ts'
import { seedSample } from './sites/sample.ts'
import { registerSample } from './sites/sample-routes.ts'
import { tzdataVersion } from './sites/zone-table.ts'
import { takeDataLock } from './storage/data-lock.ts'
import { makeLoadDistances } from './storage/load-plans.ts'
import { openPostgres } from './storage/postgres.ts'
import { readSetting, writeSetting } from './storage/settings.ts'
import { openSqlite } from './storage/sqlite.ts'
import { openStorage, type Storage } from './storage/storage.ts'
import { every } from './sync/clock.ts'
import { makeServerDocuments } from './sync/server-documents.ts'
import { makeSyncServer } from './sync/sync-server.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const HOUR_MS = 3_600_000
const SETTLE_EVERY_MS = 5_000

export interface Portal {
  readonly port: number
  readonly url: string
  close(): Promise<void>
}

export async function startPortal(environment: Environment): Promise<Portal> {
  const log = (line: string) => console.error(line)
  const releaseLock = takeDataLock(environment.dataFolder)
  const storage = await openStorage(
    environment.databaseUrl === null
      ? openSqlite(environment.dataFolder)
      : openPostgres(environment.databaseUrl),
  )
  if (environment.isSample) await seedSample(storage, systemNow())
  const generation = await settingOnce(storage, 'generation', makeUlid)
  const secret = await settingOnce(storage, 'auth-secret', () => randomBytes(32).toString('hex'))

  const documents = makeServerDocuments(storage, makeUlid)
  const bookings = registerBookings(makeLoadDistances())
  const sites = registerSites()
  const settlement = makeSettlement({
    storage,
    documents,
    projections: makeProjections([...bookings.projections, ...sites.projections]),
    kinds: [...bookings.kinds, ...sites.kinds],
    now: systemNow,
    log,
  })
  await refreshCatalogues(storage, settlement, systemNow())
  const jobs = makeJobRunner({ storage, now: systemNow, handlers: bookings.jobs(settlement), log })

  const mailFolder = join(environment.dataFolder, 'mail')
  const mailer =
    environment.smtpUrl === null
      ? makeFolderMailer(mailFolder, 'Harbour Loft <portal@harbourloft.example>')
      : makeSmtpMailer(environment.smtpUrl, `Portal <portal@${environment.publicUrl?.hostname}>`)
  const sampleCodes = new Map<string, string>()
  const isSecure = environment.publicUrl?.protocol === 'https:'
  const tickets = makeTickets<SignedIn>(systemNow)
  let url = environment.publicUrl?.origin ?? `http://localhost:${environment.port}`
  const auth = await makeAuth({
    storage,
    secret,
    baseUrl: url,
    isSecure,
    makeUlid,
    now: systemNow,
    log,
    sendCode: async (email, code) => {
      if (environment.isSample) sampleCodes.set(email, code)
      await mailer.send(codeMail(email, code, url))
    },
  })
  const hosts = new Set<string>()
  const sync = makeSyncServer({
    storage,
    documents,
    ensureDocument: (name) => settlement.ensureDocument(name),
    signedIn: (headers) => auth.signedIn(headers),
    redeemTicket: async (ticket) => tickets.redeem(ticket),
    redeemToken: async () => null,
    isAllowedOrigin: (origin) =>
      environment.publicUrl === null
        ? origin.startsWith('http://') && hosts.has(origin.slice('http://'.length))
        : origin === environment.publicUrl.origin,
    onReceived: () => settlement.wake(),
    clock: systemClock,
    generation: () => generation,
    makeEpoch: makeUlid,
    log,
  })
  auth.onRevoked((signInId) => sync.end(signInId, 'over'))
  const app = makeApp({
    version: packageVersion(),
    storage,
    tzdata: tzdataVersion(),
    auth,
    buildFolder: join(root, 'dist'),
    headers: securityHeaders(isSecure, isSecure ? url.replace('https', 'wss') : 'ws://localhost:*'),
    hosts: environment.isSample ? hosts : null,
    codesPerMail: makeAttempts(5, HOUR_MS / 6, systemNow),
    codesPerAddress: makeAttempts(300, HOUR_MS, systemNow),
    triesPerAddress: makeAttempts(300, HOUR_MS, systemNow),
    issueTicket: (signedIn) => tickets.issue(signedIn),
    rooms: [
      registerIntents({ storage, settlement, now: systemNow }),
      registerClosureRoutes(storage, systemNow),
      ...(environment.isSample ? [registerSample(sampleCodes)] : []),
    ],
  })

  const port = await new Promise<number>((resolve, reject) => {
    const server = serve(
      { fetch: app.fetch, port: environment.port, hostname: '127.0.0.1' },
      (info) => resolve(info.port),
    )
    server.once('error', reject)
    server.on('upgrade', (request, socket, head) => sync.handleUpgrade(request, socket, head))
    close = () => new Promise((done) => server.close(() => done()))
  })
  if (environment.publicUrl === null) url = `http://localhost:${port}`
  for (const host of [`localhost:${port}`, `127.0.0.1:${port}`]) hosts.add(host)
  jobs.start()
  settlement.wake()
  // Wishes that another server received and could not settle, or that waited for a database that was away.
  const stopWaking = every(systemClock, SETTLE_EVERY_MS, () => settlement.wake())
  return {
    port,
    url,
    close: async () => {
      stopWaking()
      await sync.close()
      await close()
      await jobs.stop()
      await settlement.stop()
      await storage.close()
      releaseLock()
    },
  }
}

let close: () => Promise<void> = async () => undefined

async function settingOnce(storage: Storage, key: string, make: () => string): Promise<string> {
  return storage.transaction(async (tx) => {
    const known = await readSetting(tx, key)
    if (known !== null) return known
    const made = make()
    await writeSetting(tx, key, made)
    return made
  })
}

function packageVersion(): string {
  const text = readFileSync(join(root, 'package.json'), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}

async function main(): Promise<void> {
  const environment = readEnvironment(process.env)
  if (!environment.ok) {
    console.error(environment.problem)
    process.exit(1)
  }
  const portal = await startPortal(environment.value).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error))
    process.exit(1)
  })
  console.log(`The portal is at ${portal.url}`)
  if (environment.value.isSample) {
    console.log(`It shows Harbour Loft, a sample space, on this machine only. Sign in as
  hana@harbourloft.example    hot-desk member
  dev@harbourloft.example     dedicated-desk member
  ola@harbourloft.example     runs a private-office team
  mara@harbourloft.example    owner
  jonas@harbourloft.example   front desk
The sign-in page offers them in one tap. Mails land in ${join(environment.value.dataFolder, 'mail')}`)
  }
  const stop = () => {
    portal.close().then(
      () => process.exit(0),
      () => process.exit(1),
    )
    setTimeout(() => process.exit(0), 5_000).unref()
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

if (
  process.argv[1] === fileURLToPath(import.meta.url) ||
  process.env['npm_lifecycle_event'] === 'start'
) {
  await main()
}
