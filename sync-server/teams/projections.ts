/** What a member's own document says of their team. No booking and no outcome changes who is in it. */
import { invitationSection, teamSections } from '../../domain/bookings/teams/team-sections.ts'
import type { MemberId, TeamId } from '../../domain/values/ids.ts'
import type { Named, Projection } from '../settlement/kind.ts'
import { loadActors } from '../settlement/load-actor.ts'
import { invitationsOf, loadTeams } from '../storage/load-teams.ts'
import type { Tx } from '../storage/storage.ts'

async function projectOwn(tx: Tx, names: readonly Named<'member'>[]) {
  const memberIds = names.map(({ memberId }) => memberId)
  const members = await loadActors(tx, memberIds)
  const teamOf = (id: MemberId): TeamId | null => members.get(id)?.teamId ?? null
  const teams = await loadTeams(
    tx,
    memberIds.flatMap((id) => teamOf(id) ?? []),
  )
  const invitations = await invitationsOf(tx, memberIds)
  return memberIds.map((id) => {
    const teamId = teamOf(id)
    const story = teamId === null ? null : (teams.get(teamId) ?? null)
    return { ...teamSections(story, id), ...invitationSection(invitations.get(id) ?? []) }
  })
}

export const teamProjections: readonly Projection[] = [
  { document: 'member', project: projectOwn, entriesOf: () => [] },
]
