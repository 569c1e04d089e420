/** `GET /api/lots/<site>` says who may hold passes there, `GET /api/lots/<site>/<holder>` what a member or a team holds to book with, for who gives and takes. Noted in the audit trail. */
import { mayCommand } from '../../domain/access/permissions.ts'
import type { Lot } from '../../domain/bookings/lots/lot.ts'
import { usedOf } from '../../domain/bookings/lots/use-of.ts'
import type { Holder } from '../../domain/memberships/holder.ts'
import { isId } from '../../domain/values/ids.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { notFound, unauthorised } from '../http/answers.ts'
import type { Routes } from '../http/routes.ts'
import { lotsOfHolder, usesOfLots } from '../storage/load-lots.ts'
import type { Reader, Storage } from '../storage/storage.ts'

/** A pass with what is left of it. */
export interface LotFound extends Lot {
  readonly left: number
}

export function lotRoutes(storage: Storage, now: () => Instant): Routes {
  return (app, signedInOf) => {
    app.get('/api/lots/:site', async (context) => {
      const signedIn = await signedInOf(context)
      if (signedIn === null) return unauthorised(context)
      const { principal } = signedIn
      const siteId = context.req.param('site')
      const isOwn = isId('site', siteId) && principal.siteIds.includes(siteId)
      if (!isOwn || !mayCommand(principal, 'lot.grant')) return notFound(context)
      await note(storage, principal.memberId, siteId, now())
      return context.json({ holders: await holdersOf(storage.read, siteId) })
    })
    app.get('/api/lots/:site/:holder', async (context) => {
      const signedIn = await signedInOf(context)
      if (signedIn === null) return unauthorised(context)
      const { principal } = signedIn
      const siteId = context.req.param('site')
      const holder = holderOf(context.req.param('holder'))
      const isOwn = isId('site', siteId) && principal.siteIds.includes(siteId)
      if (!isOwn || holder === null || !mayCommand(principal, 'lot.grant')) return notFound(context)
      await note(storage, principal.memberId, context.req.param('holder'), now())
      const all = await lotsOfHolder(storage.read, holder)
      const lots = all.filter((lot) => lot.siteId === siteId)
      const uses = await usesOfLots(
        storage.read,
        lots.map(({ id }) => id),
      )
      const found = lots.map(
        (lot): LotFound => ({ ...lot, left: lot.amount - usedOf(lot.id, uses) }),
      )
      return context.json({ lots: found })
    })
  }
}

async function note(storage: Storage, actor: string, subject: string, at: Instant): Promise<void> {
  const entry = { at, actor, command: 'members.read', subject, detail: 'lots' }
  await storage.transaction((tx) => tx.insertInto('audit').values(entry).execute())
}

/** Teams of the location first, then its members by name. */
async function holdersOf(reader: Reader, siteId: string) {
  const members = await reader
    .selectFrom('member')
    .innerJoin('member_site', 'member_site.member_id', 'member.id')
    .leftJoin('team', 'team.id', 'member.team_id')
    .select(['member.id', 'member.name', 'team.id as teamId', 'team.name as teamName'])
    .where('member_site.site_id', '=', siteId)
    .execute()
  const teams = new Map<string, string>()
  for (const { teamId, teamName } of members) {
    if (teamId !== null && teamName !== null) teams.set(teamId, teamName)
  }
  const named = members
    .map(({ id, name }) => ({ id, name }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
  return [...[...teams].map(([id, name]) => ({ id, name })), ...named]
}

function holderOf(id: string): Holder | null {
  if (isId('member', id)) return { kind: 'member', memberId: id }
  return isId('team', id) ? { kind: 'team', teamId: id } : null
}
