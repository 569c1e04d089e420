/** What a member's own document says of their team. No booking and no outcome changes who is in it. */
import type { SentWeek } from '../../domain/bookings/teams/sent-week.ts'
import {
  invitationSection,
  teamSections,
  weekSection,
} from '../../domain/bookings/teams/team-sections.ts'
import type { MemberId, TeamId } from '../../domain/values/ids.ts'
import { limits } from '../../domain/values/limits.ts'
import type { Named, Projection } from '../settlement/kind.ts'
import { loadActors } from '../settlement/load-actor.ts'
import { invitationsOf, loadTeams } from '../storage/load-teams.ts'
import { sentWeeksOf } from '../storage/load-weeks.ts'
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
  const weeks = new Map<TeamId, readonly SentWeek[]>()
  for (const id of teams.keys()) weeks.set(id, await sentWeeksOf(tx, id, limits.weeksToldMax))
  return memberIds.map((id) => {
    const teamId = teamOf(id)
    const story = teamId === null ? null : (teams.get(teamId) ?? null)
    const sent = teamId === null ? [] : (weeks.get(teamId) ?? [])
    const asked = invitationSection(invitations.get(id) ?? [])
    return { ...teamSections(story, id), ...weekSection(sent), ...asked }
  })
}

export const teamProjections: readonly Projection[] = [
  { document: 'member', project: projectOwn, entriesOf: () => [] },
]
