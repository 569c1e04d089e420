/** What lapsed stays lapsed: money that comes late makes another booking of the same wish, and another payment cannot make a second one. */
import { type BookingId, toId } from '../../values/ids.ts'

const TAIL = '.late'

export function lateBookingId(paidFor: BookingId): BookingId {
  return toId('booking', `${paidFor}${TAIL}`)
}

export function isLateBooking(id: string): boolean {
  return id.endsWith(TAIL)
}
