/** What is charged for bookings that are paid before they stand: as their bill comes to, from what a device knows of them. */
import type { BillingSettings } from '../sites/billing-settings.ts'
import type { LocalDate } from '../values/local-date.ts'
import { add, type Currency, type Money, zero } from '../values/money.ts'
import { taxRateOn, taxSums } from './tax.ts'

export interface BookedPart {
  readonly price: Money
  readonly extras: readonly Money[]
  readonly on: LocalDate
}

export function bookedTotal(
  settings: BillingSettings,
  currency: Currency,
  parts: readonly BookedPart[],
): Money {
  const none = zero(currency)
  const lines = parts
    .flatMap(({ price, extras, on }) => [
      { amount: price, basisPoints: taxRateOn(settings, 'booking', on) },
      { amount: extras.reduce(add, none), basisPoints: taxRateOn(settings, 'extra', on) },
    ])
    .filter(({ amount }) => amount.amountMinor !== 0)
  const sums = taxSums(lines, settings.isTaxIncluded)
  return sums.reduce((sum, { total }) => add(sum, total), none)
}
