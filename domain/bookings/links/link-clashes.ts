/** What becomes of bookings when links change: which overlap by them, and which parts each takes from then on. */
import type { Catalogue } from '../../sites/catalogue.ts'
import { findResource } from '../../sites/catalogue.ts'
import { partIdsOf } from '../../sites/links.ts'
import type { BookingId } from '../../values/ids.ts'
import type { Instant } from '../../values/instant.ts'
import { overlaps } from '../../values/interval.ts'
import { type Booking, isLive } from '../booking.ts'
import { groupByResource } from '../occupancy/occupancy.ts'
import { occupiedBy } from '../occupied-by.ts'
import type { Refusal } from '../wishes/refusal.ts'
import { withLinked } from './linked-spans.ts'

/** The live bookings ahead that overlap another one by a link, each with the one in its way. Both of a pair are among them. */
export function linkClashes(
  catalogue: Pick<Catalogue, 'resources'>,
  bookings: readonly Booking[],
  now: Instant,
): ReadonlyMap<BookingId, Refusal> {
  const ahead = bookings.filter((booking) => isAhead(booking, now))
  const spans = withLinked(catalogue, ahead.map(occupiedBy))
  const linked = groupByResource(spans.filter((span) => span.linked !== undefined))
  return new Map(
    ahead.flatMap(({ id, resourceId, interval }) => {
      const found = linked.get(resourceId)?.find((span) => overlaps(span.interval, interval))
      if (found?.linked === undefined) return []
      const { linked: link, interval: conflict } = found
      const refusal = { reason: 'linked', conflict, name: link.name, resourceId: link.resourceId }
      return [[id, refusal as Refusal] as const] // the reason and what belongs to it
    }),
  )
}

/** The live bookings ahead whose parts are others now, each with those it takes from here on. */
export function relinked(
  catalogue: Catalogue,
  bookings: readonly Booking[],
  now: Instant,
): readonly Booking[] {
  return bookings.flatMap((booking) => {
    const resource = findResource(catalogue, booking.resourceId)
    if (resource === null || !isAhead(booking, now)) return []
    const parts = partIdsOf(catalogue, resource)
    return parts.join() === booking.parts.join() ? [] : [{ ...booking, parts }]
  })
}

function isAhead({ state, interval }: Booking, now: Instant): boolean {
  return isLive(state) && interval.endsAt > now
}
