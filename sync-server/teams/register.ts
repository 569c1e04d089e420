/** The one door of the teams room: what it settles and shows. */
import { teamProjections } from './projections.ts'
import { teamKinds } from './settle-team.ts'

export function registerTeams() {
  return { kinds: teamKinds, projections: teamProjections }
}
