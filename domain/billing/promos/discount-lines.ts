/**
 * What redemptions take off a bill, before tax and never below nothing: a line of its own for each kind of charge and each rate, so that what
 * is taken off is taxed as what it is taken off from.
 */

import type { PromoGift, Redemption } from '../../sites/promo.ts'
import {
  add,
  compare,
  type Money,
  money,
  multiplyHalfUp,
  subtract,
  zero,
} from '../../values/money.ts'
import type { BillLine } from '../bill.ts'
import { type BillingPeriod, nextPeriod, periodOf } from '../billing-period.ts'

type Line = Omit<BillLine, 'tax'>
type Off = Exclude<PromoGift, { kind: 'time' }>

export function discountLines(
  redemptions: readonly Redemption[],
  lines: readonly Line[],
  period: BillingPeriod,
  billingDay: number,
): readonly Line[] {
  const left = new Map<string, Money>()
  const byAge = redemptions.toSorted(
    (a, b) => a.redeemedAt - b.redeemedAt || (a.id < b.id ? -1 : 1),
  )
  return byAge.flatMap((one) => {
    const { gift } = one
    if (gift.kind === 'time' || !isWithin(one, gift, period, billingDay)) return []
    return linesOf(one, gift, lines, left, period)
  })
}

/** The bill of the period it was redeemed in is the first. */
function isWithin(
  { on }: Redemption,
  { bills }: Off,
  period: BillingPeriod,
  billingDay: number,
): boolean {
  let last = periodOf(billingDay, on)
  if (period.from < last.from) return false
  if (bills === null) return true
  for (let count = 1; count < bills; count += 1) last = nextPeriod(billingDay, last)
  return period.from <= last.from
}

function linesOf(
  { id, name, memberId }: Redemption,
  gift: Off,
  lines: readonly Line[],
  left: Map<string, Money>,
  period: BillingPeriod,
): readonly Line[] {
  const groups = new Map<string, Line[]>()
  for (const line of lines) {
    const isTheirs = line.memberId === memberId && gift.off.includes(line.kind)
    const key = `${memberId}/${line.kind}/${line.basisPoints}`
    if (isTheirs) groups.set(key, [...(groups.get(key) ?? []), line])
  }
  let fixed: number | null = gift.kind === 'fixed' ? gift.amountMinor : null
  return [...groups].flatMap(([key, own]) => {
    const [first] = own
    if (first === undefined) return []
    const none = zero(first.amount.currency)
    const all = left.get(key) ?? own.reduce((sum, { amount }) => add(sum, amount), none)
    const wished =
      gift.kind === 'percent'
        ? multiplyHalfUp(all, gift.basisPoints, 10_000)
        : money(fixed ?? 0, none.currency)
    const off = compare(wished, all) < 0 ? wished : all
    if (off.amountMinor <= 0) return []
    if (fixed !== null) fixed -= off.amountMinor
    left.set(key, subtract(all, off))
    const amount = subtract(none, off)
    const { kind, basisPoints, memberName, on } = first
    return [
      {
        source: `promo/${id}/${period.from}/${kind}/${basisPoints}`,
        ...{ kind, memberId, memberName, on, amount, billedBefore: none, basisPoints },
        about: { kind: 'promo', name },
      },
    ]
  })
}
