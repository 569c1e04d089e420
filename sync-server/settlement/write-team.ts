/** Facts about teams as rows, and which documents show them: those of everybody in the team, and of who is asked to join. */
import type { DocumentName } from '../../domain/access/document-name.ts'
import type { TeamFact } from '../../domain/bookings/teams/change-team.ts'
import type { Team } from '../../domain/bookings/teams/team.ts'
import { type TeamId, toId } from '../../domain/values/ids.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { toWallTime } from '../../domain/values/zone.ts'
import { addMember, noteInvitation } from '../storage/add-member.ts'
import { loadZone } from '../storage/load-catalogue.ts'
import type { Tx } from '../storage/storage.ts'

const kinds: Readonly<Record<TeamFact['kind'], true>> = {
  team: true,
  'team-person': true,
  'team-newcomer': true,
  'team-invitation': true,
  'team-invitation-over': true,
  'week-sent': true,
}

export function isOfTeam<Other extends { readonly kind: string }>(
  fact: Other | TeamFact,
): fact is TeamFact {
  return Object.hasOwn(kinds, fact.kind)
}

export async function writeTeam(
  tx: Tx,
  fact: TeamFact,
  now: Instant,
): Promise<readonly DocumentName[]> {
  switch (fact.kind) {
    case 'team':
      await writeRow(tx, fact.team)
      return documentsOfTeam(tx, fact.team.id)
    case 'team-person':
      return writePerson(tx, fact)
    case 'team-newcomer':
      await writeNewcomer(tx, fact, now)
      return documentsOfTeam(tx, fact.team.id)
    case 'team-invitation': {
      const { teamId, memberId } = fact.invitation
      const row = { team_id: teamId, member_id: memberId, body: JSON.stringify(fact.invitation) }
      await tx.insertInto('team_invitation').values(row).execute()
      return [{ kind: 'member', memberId }, ...(await documentsOfTeam(tx, teamId))]
    }
    case 'week-sent': {
      const { teamId, week } = fact.sent
      const row = { team_id: teamId, week, body: JSON.stringify(fact.sent) }
      await tx.insertInto('team_week').values(row).execute()
      return documentsOfTeam(tx, teamId)
    }
    case 'team-invitation-over': {
      const { teamId, memberId } = fact.invitation
      await tx
        .deleteFrom('team_invitation')
        .where('team_id', '=', teamId)
        .where('member_id', '=', memberId)
        .execute()
      return [{ kind: 'member', memberId }, ...(await documentsOfTeam(tx, teamId))]
    }
  }
}

async function writeRow(tx: Tx, team: Team): Promise<void> {
  const { id, siteId: site_id, name, managerId: manager_id, tierId: tier_id, seats } = team
  const row = { site_id, name, manager_id, tier_id, seats, wallet: JSON.stringify(team.wallet) }
  await tx
    .insertInto('team')
    .values({ id, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute()
}

async function writePerson(
  tx: Tx,
  fact: Extract<TeamFact, { kind: 'team-person' }>,
): Promise<readonly DocumentName[]> {
  const { memberId, teamId, role, tierId, limits, left } = fact
  const row = { team_id: teamId, role, tier_id: tierId, team_limits: JSON.stringify(limits) }
  await tx.updateTable('member').set(row).where('id', '=', memberId).execute()
  const teams = [teamId, left].filter((id) => id !== null)
  const names: DocumentName[] = [{ kind: 'member', memberId }]
  for (const id of teams) names.push(...(await documentsOfTeam(tx, id)))
  return names
}

async function writeNewcomer(
  tx: Tx,
  { team, memberId, email, name, invitedBy }: Extract<TeamFact, { kind: 'team-newcomer' }>,
  now: Instant,
): Promise<void> {
  const { id: teamId, siteId, tierId } = team
  const zone = await loadZone(tx, siteId)
  if (zone === null) throw new Error('Broken invariant: a team is at home at a location')
  const since = toWallTime(zone, now).date
  const more = { role: 'member', tierId, teamId, since, consents: [] } as const
  await addMember(tx, siteId, { id: memberId, email, name, ...more })
  await noteInvitation(tx, { memberId, siteId, by: invitedBy, at: now })
}

/** What teammates and their manager are told stands in the document of each. */
async function documentsOfTeam(tx: Tx, teamId: TeamId): Promise<readonly DocumentName[]> {
  const rows = await tx.selectFrom('member').select('id').where('team_id', '=', teamId).execute()
  return rows.map(({ id }) => ({ kind: 'member', memberId: toId('member', id) }))
}
