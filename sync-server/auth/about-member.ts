/** Who asks about a location's members, and about whom: to everybody else there is nothing at that address. */
import type { Context } from 'hono'
import { type Command, mayCommand, type Principal } from '../../domain/access/permissions.ts'
import { isId, type SiteId } from '../../domain/values/ids.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { notFound, unauthorised } from '../http/answers.ts'
import type { Routes } from '../http/routes.ts'
import { loadActor } from '../settlement/load-actor.ts'
import type { Storage, Tx } from '../storage/storage.ts'

export interface Allowed {
  readonly principal: Principal
  readonly siteId: SiteId
}

export interface About extends Allowed {
  readonly member: NonNullable<Awaited<ReturnType<typeof loadActor>>>
}

export function makeAbout(storage: Storage, signedInOf: Parameters<Routes>[1]) {
  async function allowed(context: Context, command: Command): Promise<Allowed | Response> {
    const signedIn = await signedInOf(context)
    if (signedIn === null) return unauthorised(context)
    const siteId = context.req.param('site')
    const { principal } = signedIn
    const isOwn = isId('site', siteId) && principal.siteIds.includes(siteId)
    return isOwn && mayCommand(principal, command) ? { principal, siteId } : notFound(context)
  }

  /** The same for a member of the location who is named in the address. */
  async function about(context: Context, command: Command): Promise<About | Response> {
    const may = await allowed(context, command)
    if (may instanceof Response) return may
    const memberId = context.req.param('member')
    const member = isId('member', memberId) ? await loadActor(storage.read, memberId) : null
    if (member === null || !member.siteIds.includes(may.siteId)) return notFound(context)
    return { ...may, member }
  }
  return { allowed, about }
}

export async function audit(
  tx: Tx,
  { principal }: Pick<Allowed, 'principal'>,
  at: Instant,
  command: string,
  subject: string,
  detail: string,
): Promise<void> {
  const entry = { at, actor: principal.memberId, command, subject, detail }
  await tx.insertInto('audit').values(entry).execute()
}
