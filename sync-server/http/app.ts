/**
 * What holds for every request, whichever room answers it: the same headers on every answer, one host, one way in for mutations
 * (JSON with the header `X-App: 1`, which no form of another site can send), one shape of "not there" and of "went wrong".
 */
import { Hono } from 'hono'
import { WIRE_VERSION } from '../../domain/wire/protocol-version.ts'
import type { Auth } from '../auth/auth.ts'
import type { Engine } from '../storage/storage.ts'
import { fail, notFound } from './answers.ts'
import type { Routes } from './routes.ts'
import { readStaticFile } from './static-files.ts'

export interface AppPorts {
  readonly version: string
  readonly engine: Engine
  readonly tzdata: string
  readonly auth: Pick<Auth, 'signedIn'>
  readonly buildFolder: string
  readonly headers: ReadonlyMap<string, string>
  readonly rooms: readonly Routes[]
  isOwnHost(host: string | undefined): boolean
  log(line: string): void
}

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
    if (context.req.method === 'GET') return next()
    const isJson = context.req.header('content-type')?.startsWith('application/json') === true
    if (context.req.header('x-app') !== '1' || !isJson) {
      return fail(context, 403, 'not-from-the-app', 'This request did not come from the app.')
    }
    return next()
  })

  app.get('/healthz', (context) =>
    context.json({
      status: 'ok',
      version: ports.version,
      wire: WIRE_VERSION,
      storage: ports.engine,
      tzdata: ports.tzdata,
    }),
  )

  for (const room of ports.rooms) {
    room(app, (context) => ports.auth.signedIn(context.req.raw.headers))
  }

  app.all('/api/*', notFound)
  app.get('*', async (context) => {
    const path = decodeURIComponent(new URL(context.req.url).pathname)
    const isPage = context.req.header('accept')?.includes('text/html') === true
    const file =
      (await readStaticFile(ports.buildFolder, path)) ??
      (isPage ? await readStaticFile(ports.buildFolder, '/index.html') : null)
    if (file === null) return notFound(context)
    return context.body(file.bytes, 200, {
      'Content-Type': file.type,
      'Cache-Control': file.cacheControl,
    })
  })
  app.notFound(notFound)

  app.onError((error, context) => {
    ports.log(`${context.req.method} ${context.req.routePath} failed: ${String(error)}`)
    return fail(context, 500, 'failed', 'Something went wrong here. Try again.')
  })
  return app
}
