/**
 * What may become of a booking that exists: cancelled, confirmed out of a hold, held a little longer, lapsed. Each decision gives
 * the new fact or says why not; what is cancelled or lapsed never lives again.
 */
import { addMinutes, type Instant } from '../values/instant.ts'
import { type Booking, isLive } from './booking.ts'
import type { SettleDecision } from './settle.ts'
import type { Refusal } from './wishes/refusal.ts'

/** One extension of a hold, in minutes (B-34). */
export const HOLD_EXTENSION_MINUTES = 5

/** Who asks: the person whose booking it is, or the space itself. Anybody else was told "unknown" before. */
export type Asker = 'member' | 'space'

/** Cancelling is free until the start; the space may cancel while the booking runs, and nobody what is over. */
export function cancelBooking(booking: Booking, asker: Asker, now: Instant): SettleDecision {
  if (!isLive(booking.state)) return no({ reason: 'already-cancelled' })
  if (booking.interval.endsAt <= now) return no({ reason: 'past' })
  if (asker === 'member' && booking.interval.startsAt <= now) {
    return no({ reason: 'already-started' })
  }
  return yes({ ...bookingFacts(booking), state: 'cancelled', cancelledAt: now, cancelledBy: asker })
}

/** A hold becomes a booking while it lasts. */
export function confirmHold(booking: Booking, now: Instant): SettleDecision {
  if (booking.state !== 'held') return no({ reason: 'not-held' })
  if (booking.holdExpiresAt <= now) return no({ reason: 'hold-expired' })
  return yes({ ...bookingFacts(booking), state: 'confirmed' })
}

export function extendHold(booking: Booking, now: Instant): SettleDecision {
  if (booking.state !== 'held') return no({ reason: 'not-held' })
  if (booking.holdExpiresAt <= now) return no({ reason: 'hold-expired' })
  if (booking.holdExtended) return no({ reason: 'hold-already-extended' })
  return yes({
    ...booking,
    holdExpiresAt: addMinutes(booking.holdExpiresAt, HOLD_EXTENSION_MINUTES),
    holdExtended: true,
  })
}

/** The hold that ran out, as a fact; null while it lasts or when it is no hold any more. */
export function lapseHold(booking: Booking, now: Instant): Booking | null {
  if (booking.state !== 'held' || booking.holdExpiresAt > now) return null
  const { heldFor, holdExpiresAt } = booking
  return { ...bookingFacts(booking), state: 'lapsed', heldFor, holdExpiresAt }
}

/** A booking's facts without the fields of its state. */
export function bookingFacts(booking: Booking) {
  const { id, intentId, siteId, memberId, resourceId, unit, interval, wall } = booking
  const { people, note, price, settledAt, madeBy, checkIn, series } = booking
  return {
    ...{ id, intentId, siteId, memberId, resourceId, unit, interval, wall },
    ...{ people, note, price, settledAt, madeBy, checkIn, series },
  }
}

function yes(booking: Booking): SettleDecision {
  return {
    outcome: { kind: 'confirmed', bookingId: booking.id, choice: 0, price: null },
    booking,
  }
}

function no(refusal: Refusal): SettleDecision {
  return { outcome: { kind: 'refused', refusal, alternatives: [] }, booking: null }
}
