import fc from 'fast-check'
import { expect, test } from 'vitest'
import { desk1, freeRules, harbour, span } from '../bookings/for-tests.ts'
import type { Granularity } from '../sites/granularity.ts'
import type { OpeningHours } from '../sites/opening-hours.ts'
import type { RateRow } from '../sites/rate-row.ts'
import { quote } from './quote.ts'

const day = '2026-11-26'
const spans = [{ opens: 540, closes: 1080 }]
const hours: OpeningHours = [spans, spans, spans, spans, spans, spans, spans]
const whole: readonly Granularity[] = [{ kind: 'day' }, { kind: 'half-day', turnsAt: 780 }]
const mixed: readonly Granularity[] = [...whole, { kind: 'hour' }]

const rate: RateRow = {
  ...{ id: 'rat_office', resourceId: null, kind: null, tierId: null, hours: null, priority: 0 },
  ...{ hourMinor: 500, halfDayMinor: 1500, dayMinor: 2500 },
  isPrepaid: false,
}

function linesOf(granularities: readonly Granularity[], rates = [rate], from = 540, until = 780) {
  const resource = { ...desk1, hours, rules: { ...freeRules, granularities } }
  const { lines } = quote({ ...harbour, rates }, resource, span(day, from, until), null)
  return lines.map(({ rateId, per, price }) => [rateId, per, price.amountMinor])
}

test('[PRICES-09] [B-25] a place by the day and half-day costs 15 for a morning and 25 for the day', () => {
  expect(linesOf(whole)).toEqual([['rat_office', 'half-day', 1500]])
  expect(linesOf(whole, [rate], 780, 1080)).toEqual([['rat_office', 'half-day', 1500]])
  expect(linesOf(whole, [rate], 540, 1080)).toEqual([['rat_office', 'day', 2500]])
})

test('[PRICES-09] a rate that names no price for the unit, or counts for a part of it, is passed over', () => {
  const special = { ...rate, id: 'rat_special', resourceId: desk1.id, halfDayMinor: null }
  const evening = {
    ...rate,
    ...{ id: 'rat_noon', resourceId: desk1.id, halfDayMinor: 900 },
    hours: { weekdays: [4], from: 600, until: 1440 } as const,
  }
  expect(linesOf(whole, [special, evening, rate])).toEqual([['rat_office', 'half-day', 1500]])
  expect(linesOf(whole, [special, evening, rate], 780, 1080)).toEqual([
    ['rat_noon', 'half-day', 900],
  ])
  expect(linesOf(whole, [special])).toEqual([['rat_special', 'hour', 2000]])
})

test('[PRICES-10] by the hour too, a half costs no more than the half-day and all of it no more than the day', () => {
  expect(linesOf(mixed, [rate], 540, 660)).toEqual([['rat_office', 'hour', 1000]])
  expect(linesOf(mixed, [rate], 540, 750)).toEqual([['rat_office', 'half-day', 1500]])
  expect(linesOf(mixed, [rate], 540, 840)).toEqual([['rat_office', 'half-day', 2000]])
  expect(linesOf(mixed, [rate], 540, 1080)).toEqual([['rat_office', 'day', 2500]])
})

test('[PRICES-04] [PRICES-10] a price never falls when time is added, over the turn of the day too', () => {
  const minute = fc.integer({ min: 540, max: 1080 })
  const amount = fc.nat(5000)
  fc.assert(
    fc.property(
      minute,
      minute,
      minute,
      amount,
      amount,
      amount,
      (a, b, c, hourMinor, half, more) => {
        const [from = 0, until = 0, later = 0] = [a, b, c].sort((x, y) => x - y)
        fc.pre(from < until)
        const rates = [{ ...rate, hourMinor, halfDayMinor: half, dayMinor: half + more }]
        const price = (end: number) =>
          linesOf(mixed, rates, from, end).reduce((sum, line) => sum + Number(line[2]), 0)
        expect(price(later)).toBeGreaterThanOrEqual(price(until))
      },
    ),
  )
})
