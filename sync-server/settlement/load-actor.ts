/** Who acts, as the tables know them now: a role taken away counts from the next settlement on. */

import type { MemberRole } from '../../domain/access/role.ts'
import type { Consent } from '../../domain/memberships/consent.ts'
import type { Member, UnpaidBill } from '../../domain/memberships/member.ts'
import type { NewsChoice } from '../../domain/memberships/news-choice.ts'
import type { TeamLimits } from '../../domain/memberships/team-limits.ts'
import { toId } from '../../domain/values/ids.ts'
import { toLocalDate } from '../../domain/values/local-date.ts'
import { inParts } from '../storage/in-parts.ts'
import { loadMemberships } from '../storage/load-memberships.ts'
import type { Reader } from '../storage/storage.ts'

export async function loadActor(reader: Reader, memberId: string): Promise<Member | null> {
  return (await loadActors(reader, [memberId])).get(memberId) ?? null
}

/** Those that exist, by id, in four statements however many they are. */
export async function loadActors(
  reader: Reader,
  memberIds: Iterable<string>,
): Promise<ReadonlyMap<string, Member>> {
  const actors = new Map<string, Member>()
  for (const part of inParts([...new Set(memberIds)])) {
    for (const actor of await loadPart(reader, part)) actors.set(actor.id, actor)
  }
  return actors
}

async function loadPart(reader: Reader, ids: readonly string[]): Promise<readonly Member[]> {
  const rows = await reader.selectFrom('member').selectAll().where('id', 'in', ids).execute()
  const sites = await reader
    .selectFrom('member_site')
    .select(['member_id', 'site_id'])
    .where('member_id', 'in', ids)
    .orderBy('position')
    .execute()
  const teams = rows.flatMap((row) => (row.team_id === null ? [] : [row.team_id]))
  const assigned = await reader
    .selectFrom('resource')
    .select(['id', 'assigned_member', 'assigned_team'])
    .where((where) =>
      where.or([
        where('assigned_member', 'in', ids),
        ...(teams.length === 0 ? [] : [where('assigned_team', 'in', teams)]),
      ]),
    )
    .orderBy('position')
    .execute()
  const memberships = await loadMemberships(reader, ids)
  return rows.map((row) => ({
    id: toId('member', row.id),
    name: row.name,
    email: row.email,
    role: row.role as MemberRole, // written by us alone
    tierId: row.tier_id === null ? null : toId('tier', row.tier_id),
    tierSince: row.tier_since === null ? null : toLocalDate(row.tier_since),
    memberships: memberships.get(row.id) ?? [],
    teamId: row.team_id === null ? null : toId('team', row.team_id),
    teamLimits: JSON.parse(row.team_limits) as TeamLimits, // written by us alone
    consents: JSON.parse(row.consents) as readonly Consent[], // written by us alone
    isFindable: row.is_findable === 1,
    unpaid: JSON.parse(row.unpaid) as readonly UnpaidBill[], // written by us alone
    news: JSON.parse(row.news) as NewsChoice, // written by us alone
    siteIds: sites
      .filter((site) => site.member_id === row.id)
      .map((site) => toId('site', site.site_id)),
    assigned: assigned
      .filter(
        ({ assigned_member, assigned_team }) =>
          assigned_member === row.id || (assigned_team !== null && assigned_team === row.team_id),
      )
      .map((resource) => toId('resource', resource.id)),
  }))
}
