/** What a membership lets its member book on a day, and which bookings a change of it takes the ground from. */
import type { Member } from '../memberships/member.ts'
import type { Membership } from '../memberships/membership.ts'
import { dayOf } from '../memberships/membership.ts'
import { memberDay } from '../memberships/memberships-of.ts'
import { type Catalogue, findResource } from '../sites/catalogue.ts'
import type { Instant } from '../values/instant.ts'
import type { Interval } from '../values/interval.ts'
import { toWallTime, type ZoneTable } from '../values/zone.ts'
import { type Booking, isLive } from './booking.ts'
import type { Refusal } from './wishes/refusal.ts'

/** No: it is paused or over by then. What it includes at all is a matter of its tier. */
export function checkMembershipDay(
  member: Pick<Member, 'memberships' | 'tierId'>,
  zone: ZoneTable,
  { startsAt }: Interval,
): Refusal | null {
  if (member.memberships.length === 0) return null
  const { tierId, pause } = memberDay(member, toWallTime(zone, startsAt).date)
  if (pause !== null) return { reason: 'membership-paused', until: pause.until }
  return tierId === null && member.tierId !== null ? { reason: 'membership-ends' } : null
}

/** Bookings that are ahead, were included and would not be any more; in order of time. */
export function bookingsAffected(
  catalogue: Catalogue,
  before: Membership,
  after: Membership,
  bookings: readonly Booking[],
  now: Instant,
): readonly Booking[] {
  const isIncluded = (membership: Membership, { interval, resourceId }: Booking) => {
    const day = dayOf(membership, toWallTime(catalogue.zone, interval.startsAt).date)
    const tier = catalogue.tiers.find(({ id }) => id === day.tierId)
    const kind = findResource(catalogue, resourceId)?.kind
    return day.pause === null && kind !== undefined && tier?.kinds.includes(kind) === true
  }
  return bookings
    .filter(({ state, interval, siteId }) => {
      return isLive(state) && interval.startsAt > now && siteId === catalogue.site.id
    })
    .filter((booking) => isIncluded(before, booking) && !isIncluded(after, booking))
    .toSorted((a, b) => a.interval.startsAt - b.interval.startsAt)
}
