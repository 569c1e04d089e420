/** Who may book for whom. The booking belongs to the member it is for; who asked is kept beside it (B-31). */
import type { MemberId, SiteId, TeamId } from '../values/ids.ts'
import { isStaff, type MemberRole } from './role.ts'

export interface Acting {
  readonly id: MemberId
  readonly role: MemberRole
  readonly teamId: TeamId | null
  readonly siteIds: readonly SiteId[]
}

/** As whom the actor may book for the other at that site; null when they may not. Whoever is of another site is unknown there. */
export function actingFor(actor: Acting, other: Acting, siteId: SiteId): 'space' | 'team' | null {
  if (!actor.siteIds.includes(siteId) || !other.siteIds.includes(siteId)) return null
  if (isStaff(actor.role)) return 'space'
  const isTeammate = actor.teamId !== null && actor.teamId === other.teamId
  return actor.role === 'team-manager' && isTeammate ? 'team' : null
}
