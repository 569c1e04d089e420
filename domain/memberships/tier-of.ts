import { isStaff } from '../access/role.ts'
import { toId } from '../values/ids.ts'
import type { Member } from './member.ts'
import type { CountedQuota } from './quota.ts'
import type { TeamLimits } from './team-limits.ts'
import type { Tier } from './tier.ts'

/** Somebody whose membership is gone or unknown here may book nothing: what is not allowed is denied. */
const noMembership: Tier = {
  id: toId('tier', 'tie_none'),
  name: '',
  kinds: [],
  advanceLimits: [],
  maxMinutes: null,
  cancellation: null,
  quotas: [],
  allowances: [],
}

/** The tier that limits a member. Null for staff without a membership, whom only the resource's own rules limit. */
export function tierOf(
  tiers: readonly Tier[],
  member: Pick<Member, 'role' | 'tierId'> & Partial<Pick<Member, 'teamLimits'>>,
): Tier | null {
  const tier = tiers.find((one) => one.id === member.tierId)
  if (tier !== undefined) return withinTeam(tier, member.teamLimits)
  return isStaff(member.role) ? null : noMembership
}

/** What a team counts for one of its people comes on top of what their membership counts. */
function withinTeam(tier: Tier, limits: TeamLimits | undefined): Tier {
  if (limits === undefined || limits.quotas.length === 0) return tier
  const own = limits.quotas.map((quota): CountedQuota => ({ ...quota, isTeams: true }))
  return { ...tier, quotas: [...tier.quotas, ...own] }
}
