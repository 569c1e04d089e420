/** Who acts, as the tables know them now: a role taken away counts from the next settlement on. */
import type { MemberRole } from '../../domain/access/role.ts'
import type { Member } from '../../domain/memberships/member.ts'
import { toId } from '../../domain/values/ids.ts'
import type { Reader } from '../storage/storage.ts'

export async function loadActor(reader: Reader, memberId: string): Promise<Member | null> {
  const row = await reader
    .selectFrom('member')
    .selectAll()
    .where('id', '=', memberId)
    .executeTakeFirst()
  if (row === undefined) return null
  const sites = await reader
    .selectFrom('member_site')
    .select('site_id')
    .where('member_id', '=', memberId)
    .orderBy('position')
    .execute()
  const assigned = await reader
    .selectFrom('resource')
    .select('id')
    .where((where) =>
      where.or([
        where('assigned_member', '=', memberId),
        ...(row.team_id === null ? [] : [where('assigned_team', '=', row.team_id)]),
      ]),
    )
    .orderBy('position')
    .execute()
  return {
    id: toId('member', row.id),
    name: row.name,
    email: row.email,
    role: row.role as MemberRole, // written by us alone
    tierId: row.tier_id === null ? null : toId('tier', row.tier_id),
    teamId: row.team_id === null ? null : toId('team', row.team_id),
    siteIds: sites.map((site) => toId('site', site.site_id)),
    assigned: assigned.map((resource) => toId('resource', resource.id)),
  }
}
