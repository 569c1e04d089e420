import type { Booking } from './booking.ts'
import type { Occupied, OccupiedState } from './occupancy/occupancy.ts'

/** What a live booking holds, without the person. */
export function occupiedBy(booking: Booking): Occupied {
  const { resourceId, unit, interval } = booking
  return { resourceId, unit, interval, state: stateOf(booking) }
}

/** Others see whether it was asked for, and may still become free, or is being taken. */
function stateOf(booking: Booking): OccupiedState {
  if (booking.state !== 'held') return 'booked'
  return booking.heldFor === 'approval' ? 'asked' : 'held'
}
