/** What state a booking is in, as its member reads it. */
import type { Booking } from './booking.ts'
import type { BookingViewRow, BookingViewState } from './booking-view-row.ts'

export function cancellationOf(booking: Booking): BookingViewRow['cancelled'] {
  if (booking.state !== 'cancelled') return null
  const { cancelledAt, cancelledBy, effectiveAt, step, refundDue } = booking
  return { cancelledAt, cancelledBy, effectiveAt, step, refundDue }
}

/** A hold that waits for the team, or for money, is another thing to its member than one that waits for their word. */
export function stateOf(booking: Booking): BookingViewState {
  if (booking.state !== 'held' && booking.state !== 'lapsed') return booking.state
  const isHeld = booking.state === 'held'
  switch (booking.heldFor) {
    case 'confirmation':
      return booking.state
    case 'payment':
      return isHeld ? 'to-pay' : 'not-paid'
    case 'approval':
      return isHeld ? 'asked' : 'unanswered'
  }
}
