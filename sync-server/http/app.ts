/**
 * What holds for every request, whichever room answers it: the same headers on every answer, one host, one way in for mutations
 * (JSON, or a file as bytes, with the header `X-App: 1`, which no form of another site can send), one shape of "not there" and of "went wrong".
 */
import { Hono } from 'hono'
import { WIRE_VERSION } from '../../domain/wire/protocol-version.ts'
import type { SignedIn } from '../auth/auth.ts'
import { type Storage, StorageBusy, StorageFailed, StorageFull } from '../storage/storage.ts'
import { fail, notFound } from './answers.ts'
import type { Routes } from './routes.ts'
import { serveBuild } from './static-files.ts'

export interface AppPorts {
  readonly version: string
  readonly storage: Pick<Storage, 'engine' | 'isWritable'>
  readonly tzdata: string
  /** Who moves money, if anybody does, and whether they take its key no more. */
  readonly payments: { readonly mode: string; isKeyRefused(): boolean }
  signedIn(headers: Headers): Promise<SignedIn | null>
  /** True when the request comes from a device that was signed out from afar. */
  wasSignedOut(headers: Headers): Promise<boolean>
  readonly buildFolder: string
  readonly headers: ReadonlyMap<string, string>
  readonly rooms: readonly Routes[]
  isOwnHost(host: string | undefined): boolean
  log(line: string): void
}

/** What a device forgets when it is signed out, by its own wish or from afar. Not "cache": not every browser knows it. */
export const CLEAR_SITE_DATA = '"cookies", "storage"'

export function makeApp(ports: AppPorts): Hono {
  const app = new Hono()

  app.use(async (context, next) => {
    for (const [name, value] of ports.headers) context.header(name, value)
    if (!ports.isOwnHost(context.req.header('host'))) {
      return fail(context, 421, 'wrong-host', 'This address is not served here.')
    }
    await next()
    return undefined
  })

  app.use('/api/*', async (context, next) => {
    context.header('Cache-Control', 'no-store')
    const isReading = context.req.method === 'GET' || context.req.method === 'HEAD'
    const type = context.req.header('content-type') ?? ''
    const isOurs = type.startsWith('application/json') || type === 'application/octet-stream'
    if (!isReading && (context.req.header('x-app') !== '1' || !isOurs)) {
      return fail(context, 403, 'not-from-the-app', 'This request did not come from the app.')
    }
    await next()
    if (context.res.status === 401 && (await ports.wasSignedOut(context.req.raw.headers))) {
      context.header('Clear-Site-Data', CLEAR_SITE_DATA)
    }
    return undefined
  })

  app.get('/healthz', (context) =>
    context.json({
      status: statusOf(ports),
      version: ports.version,
      wire: WIRE_VERSION,
      storage: ports.storage.engine,
      tzdata: ports.tzdata,
      payments: ports.payments.mode,
    }),
  )

  for (const room of ports.rooms) {
    room(app, (context) => ports.signedIn(context.req.raw.headers))
  }

  app.all('/api/*', notFound)
  serveBuild(app, ports.buildFolder)
  app.notFound(notFound)

  app.onError((error, context) => {
    const unwritten = unwrittenSentence(error)
    if (unwritten !== null) return fail(context, 503, 'not-stored', unwritten)
    ports.log(`${context.req.method} ${context.req.routePath} failed: ${String(error)}`)
    return fail(context, 500, 'failed', 'Something went wrong here. Try again.')
  })
  return app
}

/** What a watchdog looks at: the worst of what is wrong. */
function statusOf({ storage, payments }: AppPorts): 'ok' | 'read-only' | 'payments-refused' {
  if (!storage.isWritable()) return 'read-only'
  return payments.isKeyRefused() ? 'payments-refused' : 'ok'
}

/** What is said when a request was understood and could not be stored; null for every other failure. */
function unwrittenSentence(error: unknown): string | null {
  if (error instanceof StorageBusy) return 'Too many are asking at once. Try again.'
  if (error instanceof StorageFull) return 'The storage of the space is full. Nothing was saved.'
  if (error instanceof StorageFailed)
    return 'The storage of the space has failed. Nothing was saved.'
  return null
}
