import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, daysBetween } from '../values/local-date.ts'
import { money } from '../values/money.ts'
import { nextPeriod, periodBefore, periodOf } from './billing-period.ts'
import { day, euros } from './for-tests.ts'
import { prorated } from './prorate.ts'

test('[BILLING-01] [D-45] from 31 January: 28 February, then 31 March and 30 April', () => {
  const january = periodOf(31, day('2026-01-31'))
  const february = nextPeriod(31, january)
  const march = nextPeriod(31, february)
  expect([january, february, march].map(({ from, until }) => [from, until])).toEqual([
    ['2026-01-31', '2026-02-28'],
    ['2026-02-28', '2026-03-31'],
    ['2026-03-31', '2026-04-30'],
  ])
  expect(periodOf(30, day('2028-02-29')).from).toBe('2028-02-29')
})

const days = fc.integer({ min: 0, max: 3000 }).map((count) => addDays(day('2024-01-01'), count))
const billingDays = fc.integer({ min: 1, max: 31 })

test('[BILLING-01] every date lies in one period, and periods follow each other without a hole', () => {
  fc.assert(
    fc.property(billingDays, days, (billingDay, date) => {
      const period = periodOf(billingDay, date)
      expect(period.from <= date && date < period.until).toBe(true)
      expect(nextPeriod(billingDay, period).from).toBe(period.until)
      expect(periodBefore(billingDay, period).until).toBe(period.from)
      expect(Math.abs(daysBetween(period.from, period.until) - 29.5)).toBeLessThanOrEqual(3)
    }),
  )
})

test('[BILLING-02] [D-44] EUR 300 with billing day 1, joined on 20 January: 12 of 31 days, 116.13', () => {
  const january = periodOf(1, day('2026-01-20'))
  expect(prorated(euros(300), january, { ...january, from: day('2026-01-20') })).toEqual(
    euros(116.13),
  )
})

test('[BILLING-02] [D-44] from 200 to 350 on 16 June: 15 of 30 days of the difference, 75.00', () => {
  const june = periodOf(1, day('2026-06-16'))
  expect(prorated(euros(150), june, { ...june, from: day('2026-06-16') })).toEqual(euros(75))
})

test('[BILLING-02] [D-70] paused from 11 to 21 June, June costs 200 of 300', () => {
  const june = periodOf(1, day('2026-06-11'))
  const before = prorated(euros(300), june, { from: june.from, until: day('2026-06-11') })
  const after = prorated(euros(300), june, { from: day('2026-06-21'), until: june.until })
  expect(before.amountMinor + after.amountMinor).toBe(20_000)
})

test('[BILLING-02] all of a period costs the price, and two parts of it the price within a cent', () => {
  fc.assert(
    fc.property(
      billingDays,
      days,
      fc.nat(1_000_000),
      fc.nat(40),
      (billingDay, date, minor, cut) => {
        const period = periodOf(billingDay, date)
        const price = money(minor, 'EUR')
        expect(prorated(price, period, period)).toEqual(price)
        const middle = addDays(period.from, Math.min(cut, daysBetween(period.from, period.until)))
        const first = prorated(price, period, { from: period.from, until: middle })
        const second = prorated(price, period, { from: middle, until: period.until })
        expect(Math.abs(first.amountMinor + second.amountMinor - minor)).toBeLessThanOrEqual(1)
      },
    ),
  )
})
