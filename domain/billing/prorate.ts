/** A part of a period costs its share of the days (D-44, D-70). */
import { daysBetween, earlierOf, laterOf } from '../values/local-date.ts'
import { type Money, multiplyHalfUp } from '../values/money.ts'
import type { BillingPeriod } from './billing-period.ts'

/** The share of a price for the days of `part` that lie in the period. Both end before their last day's end: `until` is not in them. */
export function prorated(price: Money, period: BillingPeriod, part: BillingPeriod): Money {
  const from = laterOf(part.from, period.from)
  const until = earlierOf(part.until, period.until)
  const days = Math.max(0, daysBetween(from, until))
  return multiplyHalfUp(price, days, daysBetween(period.from, period.until))
}
