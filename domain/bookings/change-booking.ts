/**
 * What may become of a booking that exists: cancelled, confirmed out of a hold, held a little longer, lapsed. Each decision gives
 * the new fact or says why not; what is cancelled or lapsed never lives again.
 */
import { addMinutes, type Instant } from '../values/instant.ts'
import { zero } from '../values/money.ts'
import { type Booking, isLive } from './booking.ts'
import { beforeNoShow, refunded } from './cancellation/owed.ts'
import { isBySpace, type RefundStep, refundStepAt } from './cancellation/refund-step.ts'
import { keptUses } from './lots/give-back.ts'
import { paymentHold } from './prepaid/payment-hold.ts'
import type { SettleDecision } from './settle.ts'
import type { Refusal } from './wishes/refusal.ts'

/** One extension of a hold, in minutes (B-34). */
export const HOLD_EXTENSION_MINUTES = 5

/** Who asks: the person whose booking it is, or the space itself. Anybody else was told "unknown" before. */
export type Asker = 'member' | 'space'

/** How a cancellation is asked for. */
export interface Cancelling {
  readonly asker: Asker
  /** The space owes it, or lets it go: all comes back, whatever the policy says. */
  readonly isWaived: boolean
  /** When it counts from (see `cancellation/effective-at`). */
  readonly effectiveAt: Instant
}

/**
 * A member cancels until the start, as far as it counts from before it; the space while the booking runs, and nobody what is over. What
 * comes back is a matter of the policy that the booking carries, and part of the same fact (D-33). Who cancelled in time and could not say
 * so was no no-show.
 */
export function cancelBooking(booking: Booking, how: Cancelling, now: Instant): SettleDecision {
  const { asker, isWaived, effectiveAt } = how
  const isInTime = effectiveAt < booking.interval.startsAt
  const wasMissed = booking.state === 'no-show' && isInTime
  if (!isLive(booking.state) && !wasMissed) return no({ reason: 'already-cancelled' })
  if (asker === 'member' && !isInTime) return no({ reason: 'already-started' })
  if (booking.interval.endsAt <= now && !isInTime) return no({ reason: 'past' })
  // What nobody has promised yet owes nothing when it is taken back.
  const isAsked = booking.state === 'held' && booking.heldFor === 'approval'
  const step: RefundStep =
    isWaived || isAsked ? { because: 'space', percent: 100 } : refundStepAt(booking, effectiveAt)
  return yes(cancelled(booking, asker, step, effectiveAt, now))
}

/** The booking as a cancelled one. What led there is the matter of who calls it. */
export function cancelled(
  booking: Booking,
  cancelledBy: Asker,
  step: RefundStep,
  effectiveAt: Instant,
  cancelledAt: Instant,
): Booking {
  return {
    ...bookingFacts(booking),
    guests: [],
    ...refunded(beforeNoShow(booking), step),
    covered: isBySpace(step) ? [] : keptUses(booking.covered, step.percent, 100),
    state: 'cancelled',
    cancelledAt,
    cancelledBy,
    effectiveAt,
    step,
  }
}

/** A hold becomes a booking while it lasts; one that is paid first is kept for that. Nobody says yes to what only waits for their money. */
export function confirmHold(booking: Booking, now: Instant): SettleDecision {
  if (booking.state !== 'held') return no({ reason: 'not-held' })
  if (booking.heldFor === 'approval') return no({ reason: 'not-approved-yet' })
  if (booking.heldFor === 'payment') return no({ reason: 'not-paid-yet' })
  if (booking.holdExpiresAt <= now) return no({ reason: 'hold-expired' })
  return agreed(booking, false, now)
}

/** What everybody has said yes to: booked, or kept for who pays it first. */
export function agreed(booking: Booking, isAway: boolean, now: Instant): SettleDecision {
  const facts = bookingFacts(booking)
  if (!booking.isPrepaid) return yes({ ...facts, state: 'confirmed' })
  const hold = paymentHold(booking.interval, isAway, now)
  const { id: bookingId, price } = booking
  return {
    outcome: { kind: 'held', bookingId, choice: 0, price, holdExpiresAt: hold.holdExpiresAt },
    booking: { ...facts, ...hold },
  }
}

export function extendHold(booking: Booking, now: Instant): SettleDecision {
  if (booking.state !== 'held') return no({ reason: 'not-held' })
  if (booking.heldFor === 'approval') return no({ reason: 'not-approved-yet' })
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
  const owed = zero(booking.price.currency)
  const gone = { owed, guests: [], covered: [] }
  return { ...bookingFacts(booking), ...gone, state: 'lapsed', heldFor, holdExpiresAt }
}

/** A booking's facts without the fields of its state. */
export function bookingFacts(booking: Booking) {
  return {
    id: booking.id,
    intentId: booking.intentId,
    siteId: booking.siteId,
    memberId: booking.memberId,
    resourceId: booking.resourceId,
    unit: booking.unit,
    parts: booking.parts,
    interval: booking.interval,
    wall: booking.wall,
    people: booking.people,
    guests: booking.guests,
    note: booking.note,
    price: booking.price,
    dayPrice: booking.dayPrice,
    covered: booking.covered,
    payWith: booking.payWith,
    isPrepaid: booking.isPrepaid,
    paidWith: booking.paidWith,
    owed: booking.owed,
    policy: booking.policy,
    settledAt: booking.settledAt,
    changedAt: booking.changedAt,
    revision: booking.revision,
    madeBy: booking.madeBy,
    checkIn: booking.checkIn,
    extras: booking.extras,
    basketId: booking.basketId,
    series: booking.series,
    moves: booking.moves,
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
