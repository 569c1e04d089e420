/** What credits pay of the bill of a booking that is paid before it stands: all of it, or as much as leaves enough for a card to be charged. */
import type { Holder } from '../memberships/holder.ts'
import { chargeMinimum, isChargeable } from '../prices/minimum.ts'
import type { LocalDate } from '../values/local-date.ts'
import { type Money, money, subtract } from '../values/money.ts'
import { type CreditUse, type FundStory, spendCredit } from './fund.ts'

export interface OwnCredit {
  readonly credits: readonly FundStory[]
  readonly payer: Holder
  readonly on: LocalDate
}

export function creditTowards(
  total: Money,
  { credits, payer, on }: OwnCredit,
): readonly CreditUse[] {
  const uses = spendCredit(credits, payer, total, on)
  const rest = lessCredit(total, uses)
  if (rest.amountMinor === 0 || isChargeable(rest)) return uses
  const { amountMinor, currency } = total
  return spendCredit(credits, payer, money(amountMinor - chargeMinimum(currency), currency), on)
}

export function lessCredit(total: Money, uses: readonly CreditUse[]): Money {
  return uses.reduce((left, { amount }) => subtract(left, amount), total)
}
