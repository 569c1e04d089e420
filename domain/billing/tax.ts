/**
 * Taxes of a bill: for each rate on the sum of its lines, rounded once and half-up (D-39), whether prices have it in them or not (D-40).
 * Each line is told its part of that, and the parts sum to the whole.
 */
import type { BillingSettings, ChargeKind } from '../sites/billing-settings.ts'
import type { LocalDate } from '../values/local-date.ts'
import { add, type Money, multiplyHalfUp, subtract, zero } from '../values/money.ts'

export interface TaxSum {
  readonly basisPoints: number
  /** Without the tax. */
  readonly base: Money
  readonly tax: Money
  /** With it. */
  readonly total: Money
}

interface Taxed {
  readonly amount: Money
  readonly basisPoints: number
}

/** The rate of that kind, or else the one of all, as it was on that day; none where nothing is set. */
export function taxRateOn(
  { taxRates }: Pick<BillingSettings, 'taxRates'>,
  kind: ChargeKind,
  date: LocalDate,
): number {
  const known = taxRates.filter((rate) => rate.from <= date)
  const own = known.filter((rate) => rate.kind === kind)
  const counting = own.length > 0 ? own : known.filter((rate) => rate.kind === null)
  const latest = counting.toSorted((a, b) => (a.from < b.from ? 1 : -1))[0]
  return latest?.basisPoints ?? 0
}

/** The highest rate first. */
export function taxSums(lines: readonly Taxed[], isTaxIncluded: boolean): readonly TaxSum[] {
  const rates = [...new Set(lines.map(({ basisPoints }) => basisPoints))].sort((a, b) => b - a)
  return rates.map((basisPoints) => {
    const own = lines.filter((line) => line.basisPoints === basisPoints)
    return taxSum(sumOf(own), basisPoints, isTaxIncluded)
  })
}

export function taxSum(sum: Money, basisPoints: number, isTaxIncluded: boolean): TaxSum {
  const tax = isTaxIncluded
    ? multiplyHalfUp(sum, basisPoints, 10_000 + basisPoints)
    : multiplyHalfUp(sum, basisPoints, 10_000)
  return isTaxIncluded
    ? { basisPoints, base: subtract(sum, tax), tax, total: sum }
    : { basisPoints, base: sum, tax, total: add(sum, tax) }
}

/** What each line has of its rate's tax, in the order of the lines. */
export function taxOfLines(lines: readonly Taxed[], isTaxIncluded: boolean): readonly Money[] {
  const sums = taxSums(lines, isTaxIncluded)
  const seen = new Map<number, Money>()
  return lines.map(({ amount, basisPoints }) => {
    const sum = sums.find((one) => one.basisPoints === basisPoints)
    const before = seen.get(basisPoints) ?? zero(amount.currency)
    const after = add(before, amount)
    seen.set(basisPoints, after)
    if (sum === undefined) return zero(amount.currency)
    const all = isTaxIncluded ? sum.total : sum.base
    return subtract(share(sum.tax, after, all), share(sum.tax, before, all))
  })
}

/** `tax * part / all`; lines may be negative, and so may all of them together. */
function share(tax: Money, part: Money, all: Money): Money {
  if (all.amountMinor === 0) return zero(tax.currency)
  const sign = all.amountMinor < 0 ? -1 : 1
  return multiplyHalfUp(tax, part.amountMinor * sign, all.amountMinor * sign)
}

function sumOf(lines: readonly Taxed[]): Money {
  const currency = lines[0]?.amount.currency ?? ''
  return lines.reduce((sum, { amount }) => add(sum, amount), zero(currency))
}
