/** What one period of a membership costs: its days on each plan, paused ones at the price of a pause, rounded once (D-44, D-70). */
import { dayOf, type Membership, turnsOf } from '../../memberships/membership.ts'
import type { BillingSettings } from '../../sites/billing-settings.ts'
import { daysBetween, earlierOf, type LocalDate, laterOf } from '../../values/local-date.ts'
import { type Currency, type Money, money, multiplyHalfUp } from '../../values/money.ts'
import type { BillingPeriod } from '../billing-period.ts'
import { feeOf } from './fee-periods.ts'

/** Days of a period during which nothing changes. */
export interface FeeStretch extends BillingPeriod {
  /** What the whole period would cost. */
  readonly priceMinor: number
  readonly isPaused: boolean
}

export function periodFee(
  membership: Membership,
  settings: Pick<BillingSettings, 'fees'>,
  period: BillingPeriod,
  begins: LocalDate,
  currency: Currency,
): Money {
  const days = daysBetween(period.from, period.until)
  const dayPrices = stretchesIn(membership, settings, period, begins).reduce(
    (sum, { from, until, priceMinor }) => sum + priceMinor * daysBetween(from, until),
    0,
  )
  return multiplyHalfUp(money(dayPrices, currency), 1, days)
}

/** The parts of a period that are paid for; nothing before its first day. A plan that is sold by whole periods alone is paid for from theirs on. */
export function stretchesIn(
  membership: Membership,
  settings: Pick<BillingSettings, 'fees'>,
  period: BillingPeriod,
  begins: LocalDate,
): readonly FeeStretch[] {
  const first = laterOf(period.from, laterOf(begins, membership.startsOn ?? begins))
  const isWhole = feeOf(settings, dayOf(membership, first).tierId)?.isByDays === false
  const known = isWhole ? { ...membership, startsOn: null } : membership
  const turns = turnsOf(known).filter((date) => period.from < date && date < period.until)
  const starts = [...new Set([isWhole ? period.from : first, ...turns])]
    .filter((date) => date >= (isWhole ? period.from : first))
    .toSorted()
  return starts.flatMap((from, index): readonly FeeStretch[] => {
    const until = earlierOf(starts[index + 1] ?? period.until, period.until)
    const { tierId, pause } = dayOf(known, from)
    if (tierId === null || from >= until) return []
    const priceMinor = pause?.terms.priceMinor ?? feeOf(settings, tierId)?.priceMinor ?? 0
    return [{ from, until, priceMinor, isPaused: pause !== null }]
  })
}
