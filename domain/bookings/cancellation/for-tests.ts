/** A booking under a policy, for tests of what it owes. */

import type { CancellationPolicy } from '../../sites/cancellation-policy.ts'
import { must } from '../../values/assert.ts'
import type { Instant } from '../../values/instant.ts'
import type { Interval } from '../../values/interval.ts'
import { type Money, money } from '../../values/money.ts'
import type { Booking } from '../booking.ts'
import { ada, desk1, harbourWith, noDistance, wish } from '../for-tests.ts'
import { emptyWallet } from '../lots/lot.ts'
import { settle } from '../settle.ts'

/** Ten days: all; five days: half; then nothing. No grace, so that the steps alone speak. */
export const tenAndFiveDays: CancellationPolicy = {
  steps: [
    { hoursBefore: 240, refundPercent: 100 },
    { hoursBefore: 120, refundPercent: 50 },
  ],
  graceMinutes: 0,
  freeMoveHoursBefore: null,
  noShowRefundPercent: 0,
}

export function euros(amount: number): Money {
  return money(Math.round(amount * 100), 'EUR')
}

/** Desk 1 booked by Ada, settled at that instant. */
export function bookedUnder(
  policy: CancellationPolicy,
  interval: Interval,
  settledAt: Instant,
  more: Partial<Pick<Booking, 'price' | 'owed'>> = {},
): Booking {
  const desk = { ...desk1, rules: { ...desk1.rules, cancellation: policy } }
  const catalogue = harbourWith(desk)
  const empty = {
    occupied: [],
    ownBookings: [],
    distance: noDistance,
    wallet: emptyWallet,
    madeBy: null,
  }
  const facts = { catalogue, member: ada, ...empty }
  const booking = must(settle(wish(desk, interval), facts, settledAt).booking, 'it is free')
  return { ...booking, ...(more.price === undefined ? {} : { owed: more.price }), ...more }
}
