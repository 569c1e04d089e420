/** What is owed for a booking, and what a cancellation or an absence gives back of it. */
import { add, type Money, subtract, zero } from '../../values/money.ts'
import { wholePrice } from '../baskets/whole-price.ts'
import type { Booking } from '../booking.ts'
import { isBySpace, type RefundStep, refundOf } from './refund-step.ts'

export interface Refunded {
  readonly owed: Money
  readonly refundDue: Money
}

type Priced = Pick<Booking, 'owed' | 'price' | 'extras'>

/**
 * Of the price of the time it has and of its extras, the step's share comes back; what earlier times of it left owed stays owed (D-31). Where the space
 * takes it back, nothing is owed at all (D-38).
 */
export function refunded(booking: Priced, step: RefundStep): Refunded {
  const { owed } = booking
  const price = wholePrice(booking)
  if (isBySpace(step)) return { owed: zero(owed.currency), refundDue: owed }
  const refundDue = refundOf(price, step)
  return { owed: subtract(owed, refundDue), refundDue }
}

/** What a booking owes once nobody came (D-35). */
export function owedForNoShow(booking: Priced & Pick<Booking, 'policy'>): Refunded {
  return refunded(booking, { because: 'step', percent: booking.policy.noShowRefundPercent })
}

/** Who was there after all, or had cancelled in time, owes what they did before they were missed. */
export function beforeNoShow(booking: Booking): Booking {
  if (booking.state !== 'no-show') return booking
  return { ...booking, owed: add(booking.owed, booking.refundDue) }
}
