/** Whether a piece of news about bookings still holds when it is sent: what has ended meanwhile has news of its own (B-07). */
import { type Booking, isLive } from '../bookings/booking.ts'
import type { BookingNewsKind } from './news.ts'

export function isStillTrue(kind: BookingNewsKind, booking: Booking): boolean {
  switch (kind) {
    case 'booked':
    case 'booked-instead':
    case 'approved':
    case 'changed':
    case 'moved':
      return isLive(booking.state) && booking.state !== 'held'
    case 'held':
    case 'to-pay':
    case 'offered':
      return booking.state === 'held'
    case 'not-confirmed':
    case 'not-paid':
    case 'unanswered':
      return booking.state === 'lapsed'
    case 'declined':
      return booking.state === 'declined'
    case 'cancelled':
    case 'cancelled-by-space':
      return booking.state === 'cancelled'
    // Who was let back in after all has missed nothing (D-36).
    case 'missed':
      return booking.state === 'no-show'
  }
}
