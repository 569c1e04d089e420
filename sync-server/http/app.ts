/** Every HTTP route. Mutations are JSON with the header `X-App: 1`, which no form of another site can send. */

import type { Context } from 'hono'
import { Hono } from 'hono'
import { isId } from '../../domain/values/ids.ts'
import { WIRE_VERSION } from '../../domain/wire/protocol-version.ts'
import type { Attempts } from '../auth/attempts.ts'
import type { Auth, SignedIn } from '../auth/auth.ts'
import type { Storage } from '../storage/storage.ts'
import { readStaticFile } from './static-files.ts'

export interface AppPorts {
  readonly version: string
  readonly storage: Storage
  readonly tzdata: string
  readonly auth: Auth
  readonly buildFolder: string
  readonly headers: ReadonlyMap<string, string>
  /** Host headers that are us; null accepts any (behind a proxy that checks). */
  readonly hosts: ReadonlySet<string> | null
  readonly codesPerMail: Attempts
  readonly codesPerAddress: Attempts
  readonly triesPerAddress: Attempts
  issueTicket(signedIn: SignedIn): string
  /** Registers the routes of rooms. */
  readonly rooms: readonly ((app: Hono, signedIn: SignedInOf) => void)[]
}

export type SignedInOf = (context: Context) => Promise<SignedIn | null>

const BODY_BYTES_MAX = 64_000

export function makeApp(ports: AppPorts): Hono {
  const app = new Hono()
  const signedInOf: SignedInOf = (context) => ports.auth.signedIn(context.req.raw.headers)

  app.use(async (context, next) => {
    for (const [name, value] of ports.headers) context.header(name, value)
    const host = context.req.header('host')
    if (ports.hosts !== null && (host === undefined || !ports.hosts.has(host))) {
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
      storage: ports.storage.engine,
      tzdata: ports.tzdata,
    }),
  )

  app.post('/api/sign-in/code', async (context) => {
    const body = await readBody(context)
    const email = typeof body?.['email'] === 'string' ? body['email'].trim().toLowerCase() : ''
    if (email.length < 3 || email.length > 254 || !email.includes('@')) {
      return fail(context, 400, 'malformed', 'That does not look like an e-mail address.')
    }
    if (!ports.codesPerAddress.take(addressOf(context)) || !ports.codesPerMail.take(email)) {
      return fail(
        context,
        429,
        'slow-down',
        'Too many codes were asked for. Try again in ten minutes.',
      )
    }
    await ports.auth.sendCode(email)
    return context.json({ sent: true })
  })

  app.post('/api/sign-in', async (context) => {
    const body = await readBody(context)
    const { email, code } = body ?? {}
    if (typeof email !== 'string' || typeof code !== 'string' || !/^\d{6}$/.test(code)) {
      return fail(context, 400, 'malformed', 'Type the six digits from the mail.')
    }
    if (!ports.triesPerAddress.take(addressOf(context))) {
      return fail(context, 429, 'slow-down', 'Too many wrong codes. Try again in an hour.')
    }
    const found = await ports.auth.signIn(email.trim().toLowerCase(), code)
    if (found === null) {
      return fail(
        context,
        401,
        'wrong-code',
        'That code is wrong or no longer works. Ask for a new one.',
      )
    }
    for (const cookie of found.cookies) context.header('Set-Cookie', cookie, { append: true })
    return context.json({ member: found.member, device: found.deviceId })
  })

  app.post('/api/sign-out', async (context) => {
    for (const cookie of await ports.auth.signOut(context.req.raw.headers)) {
      context.header('Set-Cookie', cookie, { append: true })
    }
    context.header('Clear-Site-Data', '"cookies", "storage"')
    return context.json({ signedOut: true })
  })

  app.get('/api/me', async (context) => {
    const signedIn = await signedInOf(context)
    if (signedIn === null) return unauthorised(context)
    return context.json({ member: signedIn.member, device: signedIn.deviceId })
  })

  app.post('/api/ws-ticket', async (context) => {
    const signedIn = await signedInOf(context)
    if (signedIn === null) return unauthorised(context)
    return context.json({ ticket: ports.issueTicket(signedIn) })
  })

  app.get('/api/plans/:floor/:version', async (context) => {
    const { floor, version } = context.req.param()
    const signedIn = await signedInOf(context)
    if (signedIn === null) return unauthorised(context)
    const plan = isId('floor', floor)
      ? await ports.storage.read
          .selectFrom('floor_plan')
          .select(['body', 'site_id'])
          .where('floor_id', '=', floor)
          .where('version', '=', Number(version) || 0)
          .executeTakeFirst()
      : undefined
    const mayRead = signedIn.principal.siteIds.some((site) => site === plan?.site_id)
    if (plan === undefined || !mayRead) return notFound(context)
    context.header('Cache-Control', 'private, max-age=31536000, immutable')
    return context.body(plan.body, 200, { 'Content-Type': 'application/json' })
  })

  for (const room of ports.rooms) room(app, signedInOf)

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

  app.onError((error, context) => {
    console.error(
      `${context.req.method} ${new URL(context.req.url).pathname} failed: ${String(error)}`,
    )
    return fail(context, 500, 'failed', 'Something went wrong here. Try again.')
  })
  return app
}

/** The body as an object, or null; more than 64 kB is never read to its end. */
export async function readBody(context: Context): Promise<Record<string, unknown> | null> {
  const stream = context.req.raw.body
  if (stream === null) return null
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of stream) {
    size += part.byteLength
    if (size > BODY_BYTES_MAX) return null
    parts.push(part)
  }
  try {
    const value: unknown = JSON.parse(Buffer.concat(parts).toString('utf8'))
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>) // an object, as just checked
      : null
  } catch {
    return null
  }
}

/** Errors have one shape: a code for the app, a sentence for the person. */
export function fail(
  context: Context,
  status: 400 | 401 | 403 | 404 | 409 | 421 | 429 | 500 | 503,
  code: string,
  message: string,
): Response {
  return context.json({ error: { code, message } }, status)
}

export function unauthorised(context: Context): Response {
  return fail(context, 401, 'sign-in', 'Sign in first.')
}

function notFound(context: Context): Response {
  return fail(context, 404, 'not-found', 'There is nothing at this address.')
}

function addressOf(context: Context): string {
  const { incoming } = (context.env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } }
  return incoming?.socket?.remoteAddress ?? 'unknown'
}
