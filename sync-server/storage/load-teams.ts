/** Reads of teams: who is in them, who is asked to join. Bodies are what we wrote ourselves, so they are believed. */
import type { MemberRole } from '../../domain/access/role.ts'
import type { TeamWallet } from '../../domain/bookings/lots/lot.ts'
import type {
  Team,
  TeamInvitation,
  TeamPerson,
  TeamStory,
} from '../../domain/bookings/teams/team.ts'
import type { ToldInvitation } from '../../domain/bookings/teams/team-sections.ts'
import type { TeamLimits } from '../../domain/memberships/team-limits.ts'
import { type MemberId, type TeamId, toId } from '../../domain/values/ids.ts'
import { inParts } from './in-parts.ts'
import { parseKept } from './parse-kept.ts'
import type { Reader } from './storage.ts'

export async function findTeam(reader: Reader, teamId: TeamId): Promise<TeamStory | null> {
  return (await loadTeams(reader, [teamId])).get(teamId) ?? null
}

/** Those that exist, with everybody in them by name. */
export async function loadTeams(
  reader: Reader,
  teamIds: readonly TeamId[],
): Promise<ReadonlyMap<TeamId, TeamStory>> {
  const stories = new Map<TeamId, TeamStory>()
  for (const part of inParts([...new Set(teamIds)])) {
    const teams = await reader.selectFrom('team').selectAll().where('id', 'in', part).execute()
    const people = await peopleOf(reader, part)
    const invitations = await reader
      .selectFrom('team_invitation')
      .select('body')
      .where('team_id', 'in', part)
      .execute()
    const open = invitations.map(({ body }) => parseKept<TeamInvitation>(body))
    for (const row of teams) {
      const team = toTeam(row)
      stories.set(team.id, {
        team,
        people: people.filter(({ teamId }) => teamId === team.id).map(({ person }) => person),
        invitations: open.filter(({ teamId }) => teamId === team.id),
      })
    }
  }
  return stories
}

async function peopleOf(reader: Reader, teamIds: readonly TeamId[]) {
  const rows = await reader
    .selectFrom('member')
    .select(['id', 'name', 'role', 'tier_id', 'team_id', 'team_limits', 'account_id'])
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom('invitation').select('member_id').whereRef('member_id', '=', 'member.id'),
      ).as('was_invited'),
    )
    .where('team_id', 'in', teamIds)
    .execute()
  return rows
    .map((row) => ({ teamId: row.team_id, person: toPerson(row) }))
    .toSorted((a, b) => a.person.name.localeCompare(b.person.name, 'en'))
}

function toPerson(row: {
  readonly id: string
  readonly name: string
  readonly role: string
  readonly tier_id: string | null
  readonly team_limits: string
  readonly account_id: string | null
  readonly was_invited: unknown
}): TeamPerson {
  return {
    memberId: toId('member', row.id),
    name: row.name,
    isManager: (row.role as MemberRole) === 'team-manager', // written by us alone
    isInvited: row.account_id === null && Boolean(row.was_invited),
    tierId: row.tier_id === null ? null : toId('tier', row.tier_id),
    limits: parseKept<TeamLimits>(row.team_limits),
  }
}

function toTeam(row: {
  readonly id: string
  readonly site_id: string
  readonly name: string
  readonly manager_id: string
  readonly tier_id: string | null
  readonly seats: number | null
  readonly wallet: string
}): Team {
  return {
    id: toId('team', row.id),
    siteId: toId('site', row.site_id),
    name: row.name,
    managerId: toId('member', row.manager_id),
    tierId: row.tier_id === null ? null : toId('tier', row.tier_id),
    seats: row.seats,
    wallet: parseKept<TeamWallet>(row.wallet),
  }
}

/** Which teams these members are asked to join, as they are told. */
export async function invitationsOf(
  reader: Reader,
  memberIds: readonly MemberId[],
): Promise<ReadonlyMap<string, readonly ToldInvitation[]>> {
  const found = new Map<string, ToldInvitation[]>()
  for (const part of inParts(memberIds)) {
    const rows = await reader
      .selectFrom('team_invitation')
      .innerJoin('team', 'team.id', 'team_invitation.team_id')
      .select(['team_invitation.member_id', 'team_invitation.body', 'team.name', 'team.site_id'])
      .where('team_invitation.member_id', 'in', part)
      .orderBy('team.id')
      .execute()
    const bodies = rows.map((row) => ({ row, said: parseKept<TeamInvitation>(row.body) }))
    const names = await namesOf(
      reader,
      bodies.map(({ said }) => said.invitedBy),
    )
    for (const { row, said } of bodies) {
      const { teamId, invitedBy } = said
      const where = { teamId, siteId: toId('site', row.site_id), teamName: row.name }
      const told = { ...where, invitedBy: names.get(invitedBy) ?? '' }
      found.set(row.member_id, [...(found.get(row.member_id) ?? []), told])
    }
  }
  return found
}

async function namesOf(reader: Reader, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, string>()
  const rows = await reader
    .selectFrom('member')
    .select(['id', 'name'])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** The teams of a location by name. */
export async function teamsOfSite(reader: Reader, siteId: string): Promise<readonly Team[]> {
  const rows = await reader
    .selectFrom('team')
    .selectAll()
    .where('site_id', '=', siteId)
    .orderBy('name')
    .execute()
  return rows.map(toTeam)
}
