/** What members are told of their memberships: pure, from what was settled and from what is theirs by then. */
import type { Membership, MembershipChange } from '../memberships/membership.ts'
import { type IntentId, type MemberId, membershipIdOf } from '../values/ids.ts'
import type { PlanNewsKind } from './news.ts'
import type { Told } from './news-of-bookings.ts'

export interface ChangedMemberships {
  readonly memberId: MemberId
  readonly memberships: readonly Membership[]
}

/** Of the wishes that were granted: who made them, their member or the space, is told by the change itself. */
export function newsOfPlans(
  changed: readonly ChangedMemberships[],
  granted: readonly IntentId[],
): readonly Told[] {
  return changed.flatMap(({ memberId, memberships }) =>
    memberships.flatMap((membership) =>
      granted.flatMap((cause): readonly Told[] => {
        const kind = kindOf(membership, cause)
        if (kind === null) return []
        const { id: membershipId, siteId } = membership
        return [{ memberId, siteId, news: { kind, membershipId, cause } }]
      }),
    ),
  )
}

const kinds: Readonly<Record<MembershipChange['kind'], PlanNewsKind>> = {
  tier: 'plan-changed',
  pause: 'plan-paused',
  resume: 'plan-resumed',
  end: 'plan-ends',
  'take-back': 'plan-kept',
}

function kindOf({ id, changes }: Membership, cause: IntentId): PlanNewsKind | null {
  if (id === membershipIdOf(cause)) return 'plan-begins'
  const change = changes.find((one) => one.id === cause)
  return change === undefined ? null : kinds[change.kind]
}
