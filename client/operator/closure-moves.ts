import { findAlternatives } from '../../domain/bookings/alternatives.ts'
import type { Booking } from '../../domain/bookings/booking.ts'
import type { Occupied } from '../../domain/bookings/occupancy/occupancy.ts'
import type { Alternative } from '../../domain/bookings/wishes/outcome.ts'
import { type Catalogue, findResource } from '../../domain/sites/catalogue.ts'
import type { Space } from '../app/with-space.tsx'

/** Where a booking could go that loses its ground: the nearest free ones as the space will be. */
export function movesFor(
  { catalogue, member, now }: Space,
  after: Catalogue,
  booking: Booking,
  occupied: readonly Occupied[],
): readonly Alternative[] {
  const resource = findResource(catalogue, booking.resourceId)
  if (resource === null) return []
  return findAlternatives({
    catalogue: after,
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
