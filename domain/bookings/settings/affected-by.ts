/** Which bookings a change of the space takes the ground from. Prices and rules for new wishes never touch what is booked. */
import { type Catalogue, findResource } from '../../sites/catalogue.ts'
import { isOpen } from '../../sites/open-time.ts'
import { unitCount } from '../../sites/resource.ts'
import type { Instant } from '../../values/instant.ts'
import { type Booking, isLive } from '../booking.ts'
import { linkClashes } from '../links/link-clashes.ts'
import type { Refusal } from '../wishes/refusal.ts'

export interface Affected {
  readonly booking: Booking
  /** Why it would not fit any more. */
  readonly refusal: Refusal
}

/** Live bookings that are not over, fit as things are, and would not fit as they will be; in order of time. */
export function affectedBy(
  before: Catalogue,
  after: Catalogue,
  bookings: readonly Booking[],
  now: Instant,
): readonly Affected[] {
  const clashes = linkClashes(after, bookings, now)
  return bookings
    .filter((booking) => isLive(booking.state) && booking.interval.endsAt > now)
    .flatMap((booking): readonly Affected[] => {
      const refusal = misfit(after, booking)
      const isNews = refusal !== null && refusal.reason !== misfit(before, booking)?.reason
      if (isNews) return [{ booking, refusal }]
      const clash = clashes.get(booking.id)
      return clash === undefined ? [] : [{ booking, refusal: clash }]
    })
    .sort(
      (a, b) =>
        a.booking.interval.startsAt - b.booking.interval.startsAt ||
        (a.booking.id < b.booking.id ? -1 : 1),
    )
}

/** What a place is, holds and when it is open: the rules that stand for what is booked already. Closures are dealt with by their own. */
function misfit(catalogue: Catalogue, { resourceId, unit, people, interval }: Booking) {
  const resource = findResource(catalogue, resourceId)
  if (resource === null) return { reason: 'unknown-resource' } as const
  const { mode, isBookable, capacity } = resource
  if (!isBookable) return { reason: 'not-bookable' } as const
  if (mode.kind === 'assigned') return { reason: 'assigned' } as const
  const units = unitCount(resource)
  if (unit > units) return { reason: 'pool-full', units, conflict: interval } as const
  if (people > capacity) return { reason: 'capacity', capacity } as const
  const isOpenThen = isOpen({ ...catalogue, closures: [] }, resource, interval)
  return isOpenThen ? null : ({ reason: 'closed', closureName: null } as const)
}
