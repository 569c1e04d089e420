import { isStaff } from '../access/role.ts'
import { toId } from '../values/ids.ts'
import type { Member } from './member.ts'
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
  member: Pick<Member, 'role' | 'tierId'>,
): Tier | null {
  const tier = tiers.find((one) => one.id === member.tierId)
  if (tier !== undefined) return tier
  return isStaff(member.role) ? null : noMembership
}
