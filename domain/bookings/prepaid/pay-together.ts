/**
 * What one wish was given is paid with one payment (B-33): held until all of it is paid, charged as one amount, and booked together or not at
 * all. What the team is asked about first is paid by itself, once it has said yes.
 */
import type { BookingId } from '../../values/ids.ts'
import { type Instant, toInstant } from '../../values/instant.ts'
import type { Booking } from '../booking.ts'
import { bookingFacts, cancelled, lapseHold } from '../change-booking.ts'
import { isToPay, paymentHold } from './payment-hold.ts'

/** The bookings of one wish; the same ones where nothing of it is paid before it stands. */
export function payTogether(
  bookings: readonly Booking[],
  isAway: boolean,
  now: Instant,
): readonly Booking[] {
  if (!bookings.some(isToPay)) return bookings
  const together = bookings.filter((booking) => !isAsked(booking))
  const [first] = together
  if (first === undefined || together.length < 2) return bookings
  const holds = together.map(({ interval }) => paymentHold(interval, isAway, now))
  const ends = holds.map(({ holdExpiresAt }) => holdExpiresAt)
  const hold = { ...paymentHold(first.interval, isAway, now), holdExpiresAt: earliest(ends) }
  return bookings.map((booking) =>
    isAsked(booking)
      ? booking
      : { ...bookingFacts(booking), ...hold, isPrepaid: true, paidWith: first.id },
  )
}

function isAsked(booking: Booking): boolean {
  return booking.state === 'held' && booking.heldFor === 'approval'
}

function earliest(instants: readonly Instant[]): Instant {
  return toInstant(Math.min(...instants))
}

/** Whose payment is this one's: the first of those that are paid together, or it alone. */
export function paidAs({ id, paidWith }: Pick<Booking, 'id' | 'paidWith'>): BookingId {
  return paidWith ?? id
}

export function isPaidWith(first: Pick<Booking, 'id'>): (booking: Booking) => boolean {
  return (booking) => paidAs(booking) === first.id
}

/** What becomes of another one that waits for the same money; null where nothing does. */
export function follow(waiting: Booking, other: Booking, now: Instant): Booking | null {
  if (!isToPay(waiting)) return null
  switch (other.state) {
    case 'held': {
      const { holdExpiresAt, holdExtended } = other
      const isSame =
        waiting.holdExpiresAt === holdExpiresAt && waiting.holdExtended === holdExtended
      return isSame || !isToPay(other) ? null : { ...waiting, holdExpiresAt, holdExtended }
    }
    case 'confirmed':
      return { ...bookingFacts(waiting), state: 'confirmed' }
    case 'lapsed':
      return lapseHold(waiting, now)
    case 'cancelled':
      return cancelled(waiting, other.cancelledBy, other.step, other.effectiveAt, now)
    case 'checked-in':
    case 'completed':
    case 'no-show':
    case 'declined':
      return null
  }
}
