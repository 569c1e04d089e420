/** Which step of a booking's own policy counts at an instant, and what it gives back of an amount. */
import { HOUR_MS, type Instant, MINUTE_MS } from '../../values/instant.ts'
import { type Money, multiplyHalfUp } from '../../values/money.ts'
import type { Booking } from '../booking.ts'

/** What decided how much comes back. It stays with what was cancelled (D-34). */
export interface RefundStep {
  readonly because: RefundReason
  readonly percent: number
}

export const refundReasons = {
  /** A step of the policy, or the nothing that follows the last one. */
  step: 'step',
  /** Booked only a moment ago (B-18). */
  grace: 'grace',
  /** Never confirmed, so nothing is owed yet. */
  hold: 'hold',
  /** Its series ended, because too many of its dates were missed in a row (D-35). */
  missed: 'missed',
  /** The space took it back, or waived what was owed (D-38). */
  space: 'space',
} as const
export type RefundReason = (typeof refundReasons)[keyof typeof refundReasons]

/** Whose doing it was decides nothing about the member's money: nothing is owed for what the space takes back. */
export function isBySpace({ because }: RefundStep): boolean {
  return because === 'space' || because === 'missed'
}

type Terms = Pick<Booking, 'policy' | 'interval' | 'settledAt' | 'state'>

/**
 * Hours are elapsed hours before the start, and the boundary still counts. The grace is looked at last, so that it is not used up
 * where the step gives everything back by itself.
 */
export function refundStepAt(booking: Terms, at: Instant): RefundStep {
  if (booking.state === 'held') return { because: 'hold', percent: 100 }
  const aheadMs = booking.interval.startsAt - at
  const step = booking.policy.steps.find(({ hoursBefore }) => aheadMs >= hoursBefore * HOUR_MS)
  const percent = step?.refundPercent ?? 0
  if (percent < 100 && isInGrace(booking, at)) return { because: 'grace', percent: 100 }
  return { because: 'step', percent }
}

/** It ends at the start, and for who has arrived. */
function isInGrace({ policy, interval, settledAt, state }: Terms, at: Instant): boolean {
  return (
    policy.graceMinutes > 0 &&
    state !== 'checked-in' &&
    at < interval.startsAt &&
    at <= settledAt + policy.graceMinutes * MINUTE_MS
  )
}

/** The share that comes back, half a minor unit rounded in favour of who gets it. */
export function refundOf(amount: Money, { percent }: RefundStep): Money {
  return multiplyHalfUp(amount, percent, 100)
}
