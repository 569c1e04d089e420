/** What state a booking is in, as its member reads it. */
import type { Booking } from './booking.ts'
import type { BookingViewRow, BookingViewState } from './booking-view-row.ts'

export function cancellationOf(booking: Booking): BookingViewRow['cancelled'] {
  if (booking.state !== 'cancelled') return null
  const { cancelledAt, cancelledBy, effectiveAt, step, refundDue } = booking
  return { cancelledAt, cancelledBy, effectiveAt, step, refundDue }
}

/** A hold that waits for the team is another thing to its member than one that waits for them. */
export function stateOf(booking: Booking): BookingViewState {
  const isForTeam = 'heldFor' in booking && booking.heldFor === 'approval'
  if (!isForTeam) return booking.state
  return booking.state === 'held' ? 'asked' : 'unanswered'
}
