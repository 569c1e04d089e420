import { findAlternatives } from '../../domain/bookings/alternatives.ts'
import type { Booking } from '../../domain/bookings/booking.ts'
import type { Occupied } from '../../domain/bookings/occupancy/occupancy.ts'
import type { Alternative } from '../../domain/bookings/wishes/outcome.ts'
import { findResource } from '../../domain/sites/catalogue.ts'
import type { Closure } from '../../domain/sites/opening-hours.ts'
import type { Space } from '../app/with-space.tsx'

/** Where a booking could go when a closure takes its place: the nearest free ones once the closure stands. */
export function movesFor(
  { catalogue, member, now }: Space,
  closure: Closure,
  booking: Booking,
  occupied: readonly Occupied[],
): readonly Alternative[] {
  const resource = findResource(catalogue, booking.resourceId)
  if (resource === null) return []
  return findAlternatives({
    catalogue: { ...catalogue, closures: [...catalogue.closures, closure] },
    member,
    resource,
    interval: booking.interval,
    people: booking.people,
    occupied,
    // The space moves it, so nobody's limits are asked.
    ownTimes: [],
    now,
    distance: () => null,
  })
}
