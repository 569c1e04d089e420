import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isChargeable } from '../prices/minimum.ts'
import { money } from '../values/money.ts'
import { creditTowards, lessCredit } from './booked-credit.ts'
import { day, fundOf } from './for-tests.ts'

const on = day('2026-11-24')

function leftOf(total: number, ...credits: readonly number[]): number {
  const stories = credits.map((amount) => fundOf(amount))
  const payer = fundOf(1).fund.payer
  const due = money(total, 'EUR')
  return lessCredit(due, creditTowards(due, { credits: stories, payer, on })).amountMinor
}

test('[PREPAID-11] of EUR 140, a credit of 30 leaves 110 for the card, one of 200 nothing, and one of 139.80 what a card is charged', () => {
  expect(leftOf(14_000, 30)).toBe(11_000)
  expect(leftOf(14_000, 200)).toBe(0)
  expect(leftOf(14_000, 139.8)).toBe(50)
  expect(leftOf(14_000)).toBe(14_000)
})

test('[PREPAID-11] [P-20] whatever credits there are, what is left is nothing or enough for a card', () => {
  const cents = fc.integer({ min: 1, max: 3000 })
  fc.assert(
    fc.property(
      fc.integer({ min: 50, max: 5000 }),
      fc.array(cents, { maxLength: 3 }),
      (total, own) => {
        const left = leftOf(total, ...own.map((one) => one / 100))
        expect(left === 0 || isChargeable(money(left, 'EUR'))).toBe(true)
        expect(left).toBeGreaterThanOrEqual(total - own.reduce((sum, one) => sum + one, 0))
      },
    ),
  )
})
