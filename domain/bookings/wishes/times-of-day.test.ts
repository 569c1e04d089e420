import { expect, test } from 'vitest'
import type { OpenSpan } from '../../sites/opening-hours.ts'
import { toInterval } from '../../values/interval.ts'
import { toLocalDate } from '../../values/local-date.ts'
import { at, harbour, span } from '../for-tests.ts'
import { firstUsefulDate, gridOf, intervalAt, spanAt, spanOf } from './times-of-day.ts'

const office: readonly OpenSpan[] = [{ opens: 480, closes: 1140 }]
const closed: readonly OpenSpan[] = []
const catalogue = {
  ...harbour,
  site: {
    ...harbour.site,
    hours: [office, office, office, office, office, closed, closed] as const,
  },
}
const thursday = toLocalDate('2026-11-26')

test('[BOOKINGS-75] morning, afternoon and all day are cut to opening hours and to what is left of today', () => {
  const early = at('2026-11-24', 540)
  const on = (chip: 'morning' | 'afternoon' | 'all-day' | 'now', now = early) =>
    spanOf(catalogue, chip, thursday, now, 30)
  expect([on('morning'), on('afternoon'), on('all-day')]).toEqual([
    { from: 540, until: 780 },
    { from: 780, until: 1080 },
    { from: 540, until: 1080 },
  ])
  const later = at('2026-11-26', 745)
  expect(on('morning', later)).toEqual({ from: 720, until: 780 })
  expect(on('now', later)).toEqual({ from: 720, until: 780 })
  expect(on('morning', at('2026-11-26', 780))).toBeNull()
  expect(on('all-day', at('2026-11-27', 540))).toBeNull()
  expect(spanOf(catalogue, 'all-day', toLocalDate('2026-11-28'), early, 30)).toBeNull()
})

test('[BOOKINGS-75] the first useful date skips what is closed and a day that is nearly over', () => {
  const friday = toLocalDate('2026-11-27')
  expect(firstUsefulDate(catalogue, friday, at(friday, 600))).toBe(friday)
  expect(firstUsefulDate(catalogue, friday, at(friday, 1110))).toBe('2026-11-30')
})

test('[BOOKINGS-75] starts and ends to choose from lie on the grid within opening hours', () => {
  const grid = gridOf(catalogue, thursday, 60)
  expect([grid[0], grid.at(-1), grid.length]).toEqual([480, 1140, 12])
})

test('[BOOKINGS-75] [D-05] a span that ends before it starts, or at a time that never is, is no interval', () => {
  const night = toLocalDate('2026-03-29')
  expect(intervalAt(harbour, thursday, { from: 600, until: 540 })).toBeNull()
  expect(intervalAt(harbour, night, { from: 150, until: 240 })).toBeNull()
  expect(intervalAt(harbour, night, { from: 60, until: 240 })).toEqual(
    toInterval(at(night, 60), at(night, 240)),
  )
})

test('[BOOKINGS-75] [D-06] an interval reads as wall times, on the nights of a clock change too', () => {
  for (const date of ['2026-03-29', '2026-10-25', '2026-11-26']) {
    expect(spanAt(harbour, span(date, 60, 240))).toEqual({ date, from: 60, until: 240 })
  }
  expect(spanAt(harbour, span('2026-11-26', 1380, 1500))).toMatchObject({ from: 1380, until: 1500 })
})
