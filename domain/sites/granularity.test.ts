import fc from 'fast-check'
import { expect, test } from 'vitest'
import { at, desk1, freeRules, harbour, span } from '../bookings/for-tests.ts'
import { overlaps } from '../values/interval.ts'
import { toLocalDate } from '../values/local-date.ts'
import { offeredAround, unitOf, unitsOn } from './granularity.ts'
import type { OpeningHours, OpenSpan } from './opening-hours.ts'
import type { Resource } from './resource.ts'

function place(granularities: Resource['rules']['granularities'], spans: readonly OpenSpan[]) {
  const hours: OpeningHours = [spans, spans, spans, spans, spans, spans, []]
  return { ...desk1, hours, rules: { ...freeRules, granularities } }
}

const halves = [{ kind: 'day' }, { kind: 'half-day', turnsAt: 780 }] as const
const office = place(halves, [
  { opens: 540, closes: 720 },
  { opens: 780, closes: 1080 },
])
const thursday = '2026-11-26'
const named = (date: string, resource = office) =>
  unitsOn(harbour, resource, toLocalDate(date)).map(({ name, interval }) => [name, interval])

test('[SITES-11] [B-25] [D-01] a day lasts from the first opening to the last closing, and its halves touch', () => {
  expect(named(thursday)).toEqual([
    ['day', span(thursday, 540, 1080)],
    ['morning', span(thursday, 540, 780)],
    ['afternoon', span(thursday, 780, 1080)],
  ])
  expect(named('2026-11-29')).toEqual([])
})

test('[SITES-11] [D-06] a place that never closes has days of 23 and of 25 hours', () => {
  const always = place([{ kind: 'day' }], [{ opens: 0, closes: 1440 }])
  const open: Resource = { ...always, hours: null }
  const hoursOf = (date: string) =>
    unitsOn(harbour, open, toLocalDate(date)).map(
      ({ interval }) => (interval.endsAt - interval.startsAt) / 3_600_000,
    )
  expect([hoursOf('2026-03-29'), hoursOf('2026-10-25')]).toEqual([[23], [25]])
})

test('[SITES-11] [B-25] halves of one day never overlap and fill it, on whatever day and wherever it turns', () => {
  const dates = fc.constantFrom('2026-03-29', '2026-10-25', thursday, '2026-07-01')
  fc.assert(
    fc.property(
      dates,
      fc.nat(1439),
      fc.integer({ min: 1, max: 1440 }),
      fc.integer({ min: 1, max: 1439 }),
      (date, opens, length, turnsAt) => {
        const spans = [{ opens, closes: opens + length }]
        const hours: OpeningHours = [spans, spans, spans, spans, spans, spans, spans]
        const granularities = [{ kind: 'day' }, { kind: 'half-day', turnsAt }] as const
        const resource = { ...desk1, hours, rules: { ...freeRules, granularities } }
        const [day, ...parts] = unitsOn(harbour, resource, toLocalDate(date)).map(
          ({ interval }) => interval,
        )
        if (day === undefined) return
        expect(parts[0]?.startsAt).toBe(day.startsAt)
        expect(parts.at(-1)?.endsAt).toBe(day.endsAt)
        const [morning, afternoon] = parts
        if (morning === undefined || afternoon === undefined) return
        expect(overlaps(morning, afternoon)).toBe(false)
        expect(morning.endsAt).toBe(afternoon.startsAt)
      },
    ),
  )
})

test('[SITES-11] a time is a unit to the minute or none', () => {
  expect(unitOf(harbour, office, span(thursday, 540, 780))?.name).toBe('morning')
  expect(unitOf(harbour, office, span(thursday, 540, 781))).toBeNull()
  expect(unitOf(harbour, desk1, span(thursday, 0, 1440))).toBeNull()
})

test('[SITES-12] the shortest unit that holds the time is offered, else the day', () => {
  const offered = (from: number, until: number) =>
    offeredAround(harbour, office, span(thursday, from, until))
  expect(offered(600, 660)).toEqual(span(thursday, 540, 780))
  expect(offered(900, 960)).toEqual(span(thursday, 780, 1080))
  expect(offered(700, 900)).toEqual(span(thursday, 540, 1080))
  expect(offered(1020, 1200)).toEqual(span(thursday, 540, 1080))
  const mixed = place([...halves, { kind: 'hour' }], [{ opens: 540, closes: 1080 }])
  const wished = { startsAt: at(thursday, 600), endsAt: at(thursday, 660) }
  expect(offeredAround(harbour, mixed, wished)).toEqual(wished)
})
