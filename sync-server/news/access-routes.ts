/**
 * `/api/access/:site`: how members get in and online, told to whoever is signed in there and to no screen or
 * file, and the code of the network to a mail only where the location wants that. Its own device keeps it for
 * when there is no network, which is when it is looked for.
 */
import { mayCommand } from '../../domain/access/permissions.ts'
import { isId } from '../../domain/values/ids.ts'
import { limits } from '../../domain/values/limits.ts'
import { fail, notFound, unauthorised } from '../http/answers.ts'
import { readBody } from '../http/read-body.ts'
import type { Routes } from '../http/routes.ts'
import type { Reader, Storage } from '../storage/storage.ts'

export interface SiteAccess {
  readonly network: string
  readonly code: string
  /** What opens the door; empty where it is opened otherwise. */
  readonly door: string
  /** The welcome says the code of the network, too; a mail lies about for longer than a code should, so it does where that is wanted alone. */
  readonly isMailed: boolean
}

export function accessRoutes(ports: { readonly storage: Storage; now(): number }): Routes {
  const { storage, now } = ports
  return (app, signedInOf) => {
    app.get('/api/access/:site', async (context) => {
      const signedIn = await signedInOf(context)
      if (signedIn === null) return unauthorised(context)
      const site = context.req.param('site')
      if (!isId('site', site) || !signedIn.principal.siteIds.includes(site)) {
        return notFound(context)
      }
      return context.json({ access: await findAccess(storage.read, site) })
    })

    app.post('/api/access/:site', async (context) => {
      const signedIn = await signedInOf(context)
      if (signedIn === null) return unauthorised(context)
      const { principal } = signedIn
      const site = context.req.param('site')
      const isTheirs = isId('site', site) && principal.siteIds.includes(site)
      if (!isTheirs || !mayCommand(principal, 'news.manage')) return notFound(context)
      const access = readAccess(await readBody(context))
      if (access === null) return fail(context, 400, 'malformed', 'One of these is too long.')
      // The trail says that it changed, and never to what.
      const entry = { at: now(), actor: principal.memberId, command: 'access.save' }
      await storage.transaction(async (tx) => {
        const body = JSON.stringify(access)
        await tx
          .insertInto('site_access')
          .values({ site_id: site, body })
          .onConflict((conflict) => conflict.column('site_id').doUpdateSet({ body }))
          .execute()
        await tx
          .insertInto('audit')
          .values({ ...entry, subject: site, detail: '' })
          .execute()
      })
      return context.json({ saved: true })
    })
  }
}

/** Null where the location has said nothing of it. */
export async function findAccess(reader: Reader, siteId: string): Promise<SiteAccess | null> {
  const row = await reader
    .selectFrom('site_access')
    .select('body')
    .where('site_id', '=', siteId)
    .executeTakeFirst()
  if (row === undefined) return null
  // Written by us alone, and before anybody could want it mailed, without a word of that.
  return { isMailed: false, ...(JSON.parse(row.body) as Omit<SiteAccess, 'isMailed'>) }
}

function readAccess(body: Record<string, unknown> | null): SiteAccess | null {
  const { network, code, door, isMailed = false } = body ?? {}
  if (!isShort(network) || !isShort(code) || !isShort(door)) return null
  if (typeof isMailed !== 'boolean') return null
  return { network: network.trim(), code: code.trim(), door: door.trim(), isMailed }
}

function isShort(value: unknown): value is string {
  return typeof value === 'string' && value.length <= limits.accessLengthMax
}
