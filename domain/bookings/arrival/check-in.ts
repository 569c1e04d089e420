/**
 * A booking is claimed by its member, or given back because nobody came.
 *
 * Giving back separates the place from the money: the place is free at once, what is owed follows from the policy (D-35). A check-in
 * that was made in time and arrives late counts as long as nobody else was given the place; else they keep it, and the first member
 * owes nothing (D-36).
 */
import type { Instant } from '../../values/instant.ts'
import type { Booking } from '../booking.ts'
import { beforeNoShow, owedForNoShow, refunded } from '../cancellation/owed.ts'
import { bookingFacts } from '../change-booking.ts'
import type { SettleDecision } from '../settle.ts'
import type { Refusal } from '../wishes/refusal.ts'
import { arrivalTimes } from './arrival-times.ts'

export interface CheckInFacts {
  /** When they were there, by what `cancellation/effective-at` lets count. */
  readonly evidenceAt: Instant
  /** Somebody else has been given a part of its time on its unit since. */
  readonly isRelet: boolean
  readonly now: Instant
}

export function checkIn(booking: Booking, facts: CheckInFacts): SettleDecision {
  // Where nobody has to check in, who does is there from the start on.
  const opensAt = arrivalTimes(booking)?.opensAt ?? booking.interval.startsAt
  if (booking.state === 'checked-in') return yes(booking, null) // the second tap, or the second device
  if (booking.state === 'held') return no({ reason: 'not-booked-yet' })
  if (facts.evidenceAt < opensAt) return no({ reason: 'check-in-not-open', opensAt })
  if (facts.evidenceAt >= booking.interval.endsAt) return no({ reason: 'past' })
  if (booking.state === 'no-show') return comeAfterAll(booking, facts)
  if (booking.state !== 'confirmed') return no({ reason: 'already-cancelled' })
  return yes(booking, claimed(booking, facts))
}

/** It was given back: they were there in time all the same, or were not. */
function comeAfterAll(
  booking: Extract<Booking, { state: 'no-show' }>,
  facts: CheckInFacts,
): SettleDecision {
  if (facts.evidenceAt >= booking.missedAt) return no({ reason: 'missed' })
  if (!facts.isRelet) return yes(booking, claimed(booking, facts))
  const fee = refunded(beforeNoShow(booking), { because: 'space', percent: 100 })
  const waived: Booking = { ...booking, ...fee, covered: [], isFeeWaived: true }
  return { outcome: refused({ reason: 'given-away' }), booking: waived }
}

/** What is over by now needs its place no more. */
function claimed(booking: Booking, { evidenceAt, now }: CheckInFacts): Booking {
  const kept = bookingFacts(beforeNoShow(booking))
  return now < booking.interval.endsAt
    ? { ...kept, state: 'checked-in', checkedInAt: evidenceAt }
    : { ...kept, state: 'completed' }
}

/** The booking as given back because nobody came; null while somebody still may, or has. */
export function missBooking(booking: Booking, now: Instant): Booking | null {
  const releaseAt = arrivalTimes(booking)?.releaseAt ?? null
  if (booking.state !== 'confirmed' || releaseAt === null || releaseAt > now) return null
  const owed = owedForNoShow(booking)
  return {
    ...bookingFacts(booking),
    ...owed,
    state: 'no-show',
    missedAt: releaseAt,
    isFeeWaived: false,
  }
}

function yes(booking: Booking, next: Booking | null): SettleDecision {
  return {
    outcome: { kind: 'confirmed', bookingId: booking.id, choice: 0, price: null },
    booking: next,
  }
}

function no(refusal: Refusal): SettleDecision {
  return { outcome: refused(refusal), booking: null }
}

function refused(refusal: Refusal): SettleDecision['outcome'] {
  return { kind: 'refused', refusal, alternatives: [] }
}
