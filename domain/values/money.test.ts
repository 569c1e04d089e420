import fc from 'fast-check'
import { expect, test } from 'vitest'
import { add, allocate, compare, isCurrency, money, multiplyHalfUp, subtract } from './money.ts'

const amounts = fc.integer({ min: -100_000_000, max: 100_000_000 })

test('[VALUES-10] fractions and sums of two currencies throw, and a code is three capitals', () => {
  expect(() => money(0.5, 'EUR')).toThrow()
  expect(() => money(2 ** 53, 'EUR')).toThrow()
  expect(() => add(money(1, 'EUR'), money(1, 'GBP'))).toThrow()
  expect(() => compare(money(1, 'EUR'), money(1, 'GBP'))).toThrow()
  expect(['EUR', 'eur', 'EURO', '', 7].map(isCurrency)).toEqual([true, false, false, false, false])
})

test('[VALUES-10] what is added can be taken away again', () => {
  fc.assert(
    fc.property(amounts, amounts, (a, b) => {
      const [one, other] = [money(a, 'EUR'), money(b, 'EUR')]
      expect(subtract(add(one, other), other)).toEqual(one)
    }),
  )
})

test('[VALUES-11] half a cent is rounded away from zero', () => {
  expect(multiplyHalfUp(money(3, 'EUR'), 1, 2).amountMinor).toBe(2)
  expect(multiplyHalfUp(money(-3, 'EUR'), 1, 2).amountMinor).toBe(-2)
  expect(multiplyHalfUp(money(999, 'EUR'), 19, 100).amountMinor).toBe(190)
  expect(multiplyHalfUp(money(333, 'EUR'), 19, 100).amountMinor).toBe(63)
})

test('[VALUES-11] a share is never further than half a minor unit from the exact one', () => {
  const ratio = fc.tuple(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 1, max: 10_000 }))
  fc.assert(
    fc.property(amounts, ratio, (amount, [numerator, denominator]) => {
      const share = multiplyHalfUp(money(amount, 'EUR'), numerator, denominator).amountMinor
      const twice = 2n * BigInt(share) * BigInt(denominator)
      const away = twice - 2n * BigInt(amount) * BigInt(numerator)
      expect((away < 0n ? -away : away) <= BigInt(denominator)).toBe(true)
    }),
  )
})

test('[VALUES-12] [D-39] the parts sum to the whole, each within one minor unit of its share', () => {
  const weights = fc
    .array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 20 })
    .filter((parts) => parts.some((part) => part > 0))
  fc.assert(
    fc.property(amounts, weights, (amount, parts) => {
      const shares = allocate(money(amount, 'EUR'), parts).map((part) => part.amountMinor)
      expect(shares.reduce((sum, share) => sum + share, 0)).toBe(amount)
      const total = parts.reduce((sum, part) => sum + part, 0)
      for (const [index, share] of shares.entries()) {
        expect(Math.abs(share - (amount * (parts[index] ?? 0)) / total)).toBeLessThan(1)
      }
    }),
  )
})

test('[VALUES-12] nothing is allocated by no weight at all', () => {
  expect(() => allocate(money(1, 'EUR'), [0, 0])).toThrow()
})
