import fc from 'fast-check'
import { expect, test } from 'vitest'
import { money } from '../values/money.ts'
import { day, euros } from './for-tests.ts'
import { taxOfLines, taxRateOn, taxSums } from './tax.ts'

const at = (basisPoints: number, ...amounts: readonly number[]) =>
  amounts.map((amount) => ({ amount: euros(amount), basisPoints }))

test('[BILLING-06] [D-39] three lines of 3.33 at 19 %: tax 1.90 on 9.99, not 1.89 line by line', () => {
  const lines = at(1900, 3.33, 3.33, 3.33)
  expect(taxSums(lines, false)).toEqual([
    { basisPoints: 1900, base: euros(9.99), tax: euros(1.9), total: euros(11.89) },
  ])
  expect(taxOfLines(lines, false).map(({ amountMinor }) => amountMinor)).toEqual([63, 64, 63])
})

test('[BILLING-06] [D-40] a day pass of 24.00 with 20 % in it: 20.00 and 4.00', () => {
  expect(taxSums(at(2000, 24), true)).toEqual([
    { basisPoints: 2000, base: euros(20), tax: euros(4), total: euros(24) },
  ])
})

test('[BILLING-06] two rates are counted each for itself, the higher first', () => {
  const sums = taxSums([...at(700, 10.7), ...at(1900, 11.9), ...at(0, 5)], true)
  expect(sums.map(({ basisPoints, tax }) => [basisPoints, tax.amountMinor])).toEqual([
    [1900, 190],
    [700, 70],
    [0, 0],
  ])
})

const lines = fc.array(
  fc.record({
    amount: fc.integer({ min: -50_000, max: 100_000 }).map((minor) => money(minor, 'EUR')),
    basisPoints: fc.constantFrom(0, 700, 1900, 2000),
  }),
  { maxLength: 20 },
)

test('[BILLING-06] [P-13] base and tax are the total, and the taxes of lines sum to those of rates', () => {
  fc.assert(
    fc.property(lines, fc.boolean(), (some, isTaxIncluded) => {
      const sums = taxSums(some, isTaxIncluded)
      const taxes = taxOfLines(some, isTaxIncluded)
      for (const { basisPoints, base, tax, total } of sums) {
        expect(base.amountMinor + tax.amountMinor).toBe(total.amountMinor)
        const own = taxes.filter((_, index) => some[index]?.basisPoints === basisPoints)
        expect(own.reduce((sum, { amountMinor }) => sum + amountMinor, 0)).toBe(tax.amountMinor)
      }
    }),
  )
})

test('[BILLING-07] a kind has its own rate or that of all, as it was on that day', () => {
  const taxRates = [
    { kind: null, from: day('2026-01-01'), basisPoints: 1900 },
    { kind: 'extra', from: day('2026-01-01'), basisPoints: 1900 },
    { kind: 'extra', from: day('2026-07-01'), basisPoints: 700 },
  ] as const
  expect(taxRateOn({ taxRates }, 'booking', day('2026-08-01'))).toBe(1900)
  expect(taxRateOn({ taxRates }, 'extra', day('2026-06-30'))).toBe(1900)
  expect(taxRateOn({ taxRates }, 'extra', day('2026-07-01'))).toBe(700)
  expect(taxRateOn({ taxRates }, 'booking', day('2025-12-31'))).toBe(0)
})
