/** What is charged for bookings that are paid before they stand: as their bill comes to, from what a device knows of them. */
import type { PayerBillTo } from '../memberships/bill-to.ts'
import type { BillingSettings, ChargeKind } from '../sites/billing-settings.ts'
import type { LocalDate } from '../values/local-date.ts'
import { add, type Currency, type Money, zero } from '../values/money.ts'
import { reversedKinds } from './reverse-charge.ts'
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
  billTo: PayerBillTo | null,
): Money {
  const none = zero(currency)
  const reversed = reversedKinds(settings, billTo)
  const rateOf = (kind: ChargeKind, on: LocalDate) =>
    reversed.includes(kind) ? 0 : taxRateOn(settings, kind, on)
  const lines = parts
    .flatMap(({ price, extras, on }) => [
      { amount: price, basisPoints: rateOf('booking', on) },
      { amount: extras.reduce(add, none), basisPoints: rateOf('extra', on) },
    ])
    .filter(({ amount }) => amount.amountMinor !== 0)
  const sums = taxSums(lines, settings.isTaxIncluded)
  return sums.reduce((sum, { total }) => add(sum, total), none)
}
