import type { Tier } from '../memberships/tier.ts'
import type { BookingRules } from './booking-rules.ts'
import type { Resource } from './resource.ts'

/**
 * The rules of a resource joined with those of a tier: where both limit, the strictest wins (D-08). What a tier grants on cancelling is
 * a term of the membership, so it takes the place of the resource's.
 */
export function effectiveRules(resource: Resource, tier: Tier | null): BookingRules {
  if (tier === null) return resource.rules
  return {
    ...resource.rules,
    maxMinutes: Math.min(resource.rules.maxMinutes, tier.maxMinutes ?? resource.rules.maxMinutes),
    advanceLimits: [...resource.rules.advanceLimits, ...tier.advanceLimits],
    cancellation: tier.cancellation ?? resource.rules.cancellation,
  }
}
