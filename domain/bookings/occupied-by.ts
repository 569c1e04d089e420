import type { Booking } from './booking.ts'
import type { Occupied } from './occupancy/occupancy.ts'

/** What a live booking holds, without the person. */
export function occupiedBy(booking: Booking): Occupied {
  const { resourceId, unit, interval } = booking
  return { resourceId, unit, interval, state: booking.state === 'held' ? 'held' : 'booked' }
}
