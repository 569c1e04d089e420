/** The team's answer to a request: yes, or no with a reason. Compare and set: it counts only while the request still waits (D-15). */
import type { Instant } from '../../values/instant.ts'
import { zero } from '../../values/money.ts'
import type { Booking } from '../booking.ts'
import { agreed, bookingFacts } from '../change-booking.ts'
import type { SettleDecision } from '../settle.ts'
import type { Alternative } from '../wishes/outcome.ts'
import type { Refusal } from '../wishes/refusal.ts'

export function approveRequest(booking: Booking, now: Instant): SettleDecision {
  const refusal = whyNotNow(booking, now)
  // Whoever asked looks at something else by now.
  return refusal === null ? agreed(booking, true, now) : no(refusal)
}

export function declineRequest(
  booking: Booking,
  reason: string,
  alternatives: readonly Alternative[],
  now: Instant,
): SettleDecision {
  const refusal = whyNotNow(booking, now)
  if (refusal !== null) return no(refusal)
  const owed = zero(booking.price.currency)
  const facts = { ...bookingFacts(booking), guests: [], owed, covered: [] }
  return yes({ ...facts, state: 'declined', declinedAt: now, reason, alternatives })
}

export function whyNotNow(booking: Booking, now: Instant): Refusal | null {
  switch (booking.state) {
    case 'held':
      if (booking.heldFor !== 'approval') return { reason: 'already-answered' }
      return booking.holdExpiresAt <= now ? { reason: 'request-lapsed' } : null
    case 'lapsed':
      return { reason: 'request-lapsed' }
    case 'cancelled':
      return { reason: 'already-cancelled' }
    case 'confirmed':
    case 'checked-in':
    case 'completed':
    case 'no-show':
    case 'declined':
      return { reason: 'already-answered' }
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
