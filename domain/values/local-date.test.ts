import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import {
  addDays,
  daysBetween,
  isLocalDate,
  isoWeekOf,
  mondayOfIsoWeek,
  toLocalDate,
  weekdayOf,
} from './local-date.ts'

/** Days from 2000-01-01 to the end of 2199. */
const days = fc.integer({ min: 0, max: 73_040 })
const first = Temporal.PlainDate.from('2000-01-01')

test('[VALUES-04] dates, weekdays and ISO weeks agree with an independent calendar', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: -400, max: 400 }), (day, more) => {
      const theirs = first.add({ days: day })
      const ours = addDays(toLocalDate('2000-01-01'), day)
      expect(ours).toBe(theirs.toString())
      expect(addDays(ours, more)).toBe(theirs.add({ days: more }).toString())
      expect(daysBetween(ours, addDays(ours, more))).toBe(more)
      expect(weekdayOf(ours)).toBe(theirs.dayOfWeek)
      const week = `${theirs.yearOfWeek}-W${String(theirs.weekOfYear).padStart(2, '0')}`
      expect(isoWeekOf(ours)).toBe(week)
      const monday = theirs.subtract({ days: theirs.dayOfWeek - 1 })
      if (monday.year >= 2000) expect(mondayOfIsoWeek(week)).toBe(monday.toString())
    }),
    { numRuns: 500 },
  )
})

test('[VALUES-04] what is no day of the calendar is no date', () => {
  const odd = ['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '1999-12-31', '2200-01-01']
  for (const text of [...odd, '', '2026-11-26T00:00', 20261126, null]) {
    expect(isLocalDate(text)).toBe(false)
  }
  expect(isLocalDate('2028-02-29')).toBe(true)
})

test('[VALUES-04] a week that a year does not have is none', () => {
  expect(mondayOfIsoWeek('2026-W53')).toBe('2026-12-28')
  expect(mondayOfIsoWeek('2027-W53')).toBeNull()
  expect(mondayOfIsoWeek('2026-W00')).toBeNull()
  expect(mondayOfIsoWeek('2026-48')).toBeNull()
})
