/** The memberships of somebody. The first decides what they may book and at which prices; each costs its fee and gives what it includes. */
import { firstMembershipId, type SiteId, type TierId } from '../values/ids.ts'
import type { LocalDate } from '../values/local-date.ts'
import type { Member } from './member.ts'
import { dayOf, type Membership, type MembershipDay, tierChangesOf } from './membership.ts'

/** Whoever never changed anything has the one that their tier says. */
export function membershipsOf(
  member: Pick<Member, 'id' | 'tierId' | 'tierSince' | 'siteIds' | 'memberships'>,
): readonly Membership[] {
  const { memberships, tierId } = member
  const [home] = member.siteIds
  if (memberships.length > 0 || tierId === null || home === undefined) return memberships
  return [firstMembership(member, tierId, home)]
}

function firstMembership(
  { id, tierSince }: Pick<Member, 'id' | 'tierSince'>,
  tierId: TierId,
  siteId: SiteId,
): Membership {
  return { id: firstMembershipId(id), siteId, tierId, startsOn: tierSince, changes: [] }
}

/** What the first of them is on a date. Staff may have none. */
export function memberDay(
  { memberships, tierId }: Pick<Member, 'memberships' | 'tierId'>,
  date: LocalDate,
): MembershipDay {
  const [first] = memberships
  return first === undefined ? { tierId, pause: null } : dayOf(first, date)
}

/** Since when the tier of a date has been had without a break; null where that is long. */
export function hadSince(membership: Membership, date: LocalDate): LocalDate | null {
  const due = tierChangesOf(membership).filter(({ on }) => on <= date)
  return (
    due
      .map(({ on }) => on)
      .toSorted()
      .at(-1) ?? membership.startsOn
  )
}
