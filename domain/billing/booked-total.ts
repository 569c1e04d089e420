/** What is charged for a booking that is paid before it stands: as its bill comes to, from what a device knows of it. */
import type { BillingSettings } from '../sites/billing-settings.ts'
import type { LocalDate } from '../values/local-date.ts'
import { add, type Money, zero } from '../values/money.ts'
import { taxRateOn, taxSums } from './tax.ts'

export function bookedTotal(
  settings: BillingSettings,
  {
    price,
    extras,
    on,
  }: { readonly price: Money; readonly extras: readonly Money[]; readonly on: LocalDate },
): Money {
  const all = extras.reduce((sum, one) => add(sum, one), zero(price.currency))
  const lines = [
    { amount: price, basisPoints: taxRateOn(settings, 'booking', on) },
    { amount: all, basisPoints: taxRateOn(settings, 'extra', on) },
  ].filter(({ amount }) => amount.amountMinor !== 0)
  const sums = taxSums(lines, settings.isTaxIncluded)
  return sums.reduce((sum, { total }) => add(sum, total), zero(price.currency))
}
