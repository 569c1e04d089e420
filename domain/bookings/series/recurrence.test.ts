import fc from 'fast-check'
import { expect, test } from 'vitest'
import { must } from '../../values/assert.ts'
import { berlin } from '../../values/for-tests.ts'
import { limits } from '../../values/limits.ts'
import {
  addDays,
  daysBetween,
  type LocalDate,
  mondayOf,
  toLocalDate,
  type Weekday,
  weekdayOf,
} from '../../values/local-date.ts'
import { toWallTime } from '../../values/zone.ts'
import {
  expandRecurrence,
  type Nth,
  type Recurrence,
  type Rhythm,
  usualRhythms,
} from './recurrence.ts'
import { occurrenceInterval } from './series.ts'

const today = toLocalDate('2026-09-01')
const morning = { from: 600, until: 720 }

function expand(more: Partial<Recurrence>, span = morning) {
  const rule: Recurrence = {
    rhythm: { kind: 'daily' },
    every: 1,
    startOn: today,
    end: { kind: 'count', count: 4 },
    ...more,
  }
  return expandRecurrence(rule, span, today)
}

function dates(more: Partial<Recurrence>): readonly string[] {
  const found = expand(more)
  return found.kind === 'dates' ? found.dates : [found.refusal.reason]
}

test('[SERIES-01] [B-09] days, weeks by weekday, months by date and by nth weekday, each every nth', () => {
  expect(dates({ every: 3 })).toEqual(['2026-09-01', '2026-09-04', '2026-09-07', '2026-09-10'])
  const tuesdaysAndThursdays: Rhythm = { kind: 'weekly', weekdays: [4, 2] }
  expect(dates({ rhythm: tuesdaysAndThursdays, every: 2 })).toEqual([
    ...['2026-09-01', '2026-09-03', '2026-09-15', '2026-09-17'],
  ])
  expect(dates({ rhythm: { kind: 'monthly-by-date', day: 15 } })).toEqual([
    ...['2026-09-15', '2026-10-15', '2026-11-15', '2026-12-15'],
  ])
  const secondWednesday: Rhythm = { kind: 'monthly-by-weekday', weekday: 3, nth: 2 }
  expect(dates({ rhythm: secondWednesday })[0]).toBe('2026-09-09')
  const lastFriday: Rhythm = { kind: 'monthly-by-weekday', weekday: 5, nth: -1 }
  expect(dates({ rhythm: lastFriday })).toEqual([
    ...['2026-09-25', '2026-10-30', '2026-11-27', '2026-12-25'],
  ])
})

test('[SERIES-01] the last day of an "until" counts, and so does none after it', () => {
  const until = toLocalDate('2026-09-15')
  const end = { kind: 'until', on: until } as const
  expect(dates({ rhythm: { kind: 'weekly', weekdays: [2] }, end })).toEqual([
    ...['2026-09-01', '2026-09-08', '2026-09-15'],
  ])
})

test('[SERIES-02] months without a 31st are passed over and named', () => {
  const found = expand({ rhythm: { kind: 'monthly-by-date', day: 31 } })
  expect(found).toEqual({
    kind: 'dates',
    dates: ['2026-10-31', '2026-12-31', '2027-01-31', '2027-03-31'],
    monthsWithout: ['2026-11-01', '2027-02-01'],
  })
})

test('[SERIES-03] ten thousand, backwards, empty, a year too long and 2099 are refused by name', () => {
  const until = (on: string) => ({ end: { kind: 'until' as const, on: toLocalDate(on) } })
  expect(dates({ end: { kind: 'count', count: 10_000 } })).toEqual(['series-too-many'])
  expect(dates(until('2027-08-01'))).toEqual(['series-too-many'])
  expect(dates(until('2026-08-31'))).toEqual(['series-backwards'])
  const monday: Rhythm = { kind: 'weekly', weekdays: [1] }
  expect(dates({ rhythm: monday, ...until('2026-09-06') })).toEqual(['series-empty'])
  expect(dates({ rhythm: monday, end: { kind: 'count', count: 60 } })).toEqual(['series-too-far'])
  expect(dates({ rhythm: monday, ...until('2027-09-20') })).toEqual(['series-too-far'])
  const far = toLocalDate('2099-01-01')
  expect(dates({ startOn: far, end: { kind: 'count', count: 1 } })).toEqual(['series-too-far'])
  expect(dates({ startOn: far, end: { kind: 'until', on: far } })).toEqual(['series-too-far'])
  expect(dates({ every: 366, end: { kind: 'count', count: 2 } })).toHaveLength(2)
})

test('[SERIES-05] [D-18] weekly and eight days long would overlap itself; a week long fits', () => {
  const weekly: Partial<Recurrence> = { rhythm: { kind: 'weekly', weekdays: [2] } }
  const long = (days: number) => expand(weekly, { from: 0, until: days * 1440 })
  expect(long(8)).toEqual({
    kind: 'refused',
    refusal: { reason: 'series-overlap', maxMinutes: 7 * 1440 },
  })
  expect(long(7).kind).toBe('dates')
  const mondayAndTuesday: Partial<Recurrence> = { rhythm: { kind: 'weekly', weekdays: [7, 1] } }
  expect(expand(mondayAndTuesday, { from: 0, until: 1441 }).kind).toBe('refused')
})

test('[SERIES-04] [D-03] every Monday at 09:00 stays at 09:00 while its instants move by an hour', () => {
  const hours = ['2026-10-19', '2026-10-26'].map((date) => {
    const interval = occurrenceInterval(berlin, toLocalDate(date), { from: 540, until: 600 })
    return interval && new Date(interval.startsAt).toISOString().slice(11, 16)
  })
  expect(hours).toEqual(['07:00', '08:00'])
})

test('[SERIES-04] [D-05] 02:30 never is on the night of the jump, and its first pass is meant when it comes twice', () => {
  const at = (date: string) =>
    occurrenceInterval(berlin, toLocalDate(date), { from: 150, until: 300 })
  expect(at('2026-03-29')).toBeNull()
  const twice = at('2026-10-25')
  expect(twice && toWallTime(berlin, twice.startsAt).pass).toBe('first')
})

test('an occurrence over midnight ends on the next day, one to midnight at 24:00 of its own', () => {
  const on = toLocalDate('2026-11-26')
  const night = occurrenceInterval(berlin, on, { from: 1380, until: 1500 })
  expect(night && toWallTime(berlin, night.endsAt)).toEqual({ date: '2026-11-27', minute: 60 })
  expect(occurrenceInterval(berlin, on, { from: 1380, until: 1440 })).not.toBeNull()
})

/** Does the rule, read day by day, name this date? A second way to say the same, without any arithmetic of periods. */
function isNamed({ rhythm, every, startOn }: Recurrence, date: LocalDate): boolean {
  const months = (on: LocalDate) => Number(on.slice(0, 4)) * 12 + Number(on.slice(5, 7))
  const isMonth = (months(date) - months(startOn)) % every === 0
  const dayOfMonth = Number(date.slice(8))
  if (date < startOn) return false
  switch (rhythm.kind) {
    case 'daily':
      return daysBetween(startOn, date) % every === 0
    case 'weekly': {
      const weeks = daysBetween(mondayOf(startOn), mondayOf(date)) / 7
      return weeks % every === 0 && rhythm.weekdays.includes(weekdayOf(date))
    }
    case 'monthly-by-date':
      return isMonth && dayOfMonth === rhythm.day
    case 'monthly-by-weekday': {
      const isLast = addDays(date, 7).slice(5, 7) !== date.slice(5, 7)
      const isNth = rhythm.nth === -1 ? isLast : Math.ceil(dayOfMonth / 7) === rhythm.nth
      return isMonth && isNth && weekdayOf(date) === rhythm.weekday
    }
  }
}

const weekday = fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7)
const rhythms: fc.Arbitrary<Rhythm> = fc.oneof(
  fc.constant<Rhythm>({ kind: 'daily' }),
  fc
    .uniqueArray(weekday, { minLength: 1 })
    .map((weekdays): Rhythm => ({ kind: 'weekly', weekdays })),
  fc.integer({ min: 1, max: 31 }).map((day): Rhythm => ({ kind: 'monthly-by-date', day })),
  fc
    .tuple(weekday, fc.constantFrom<Nth>(1, 2, 3, 4, -1))
    .map(([day, nth]): Rhythm => ({ kind: 'monthly-by-weekday', weekday: day, nth })),
)

test('[SERIES-01] the dates are those that going through every day of the year finds', () => {
  const rules = fc.record({
    rhythm: rhythms,
    every: fc.integer({ min: 1, max: 7 }),
    startOn: fc.integer({ min: 0, max: 200 }).map((days) => addDays(today, days)),
    lasts: fc.integer({ min: 0, max: 166 }),
  })
  fc.assert(
    fc.property(rules, ({ lasts, ...rest }) => {
      const on = addDays(rest.startOn, lasts)
      const rule: Recurrence = { ...rest, end: { kind: 'until', on } }
      const named = Array.from({ length: lasts + 1 }, (_, day) =>
        addDays(rest.startOn, day),
      ).filter((date) => isNamed(rule, date))
      const found = expandRecurrence(rule, { from: 600, until: 601 }, today)
      if (named.length === 0 || named.length > limits.seriesOccurrencesMax) {
        expect(found.kind).toBe('refused')
      } else expect(found).toMatchObject({ kind: 'dates', dates: named })
    }),
    { numRuns: 300 },
  )
})

test('[SERIES-01] so many times is the same dates as until the last of them', () => {
  const rules = fc.record({
    rhythm: rhythms,
    every: fc.integer({ min: 1, max: 3 }),
    count: fc.integer({ min: 1, max: 3 }),
  })
  fc.assert(
    fc.property(rules, ({ count, ...rest }) => {
      const rule = { ...rest, startOn: today }
      const counted = expandRecurrence({ ...rule, end: { kind: 'count', count } }, morning, today)
      fc.pre(counted.kind === 'dates') // else they reach beyond the year
      const last = counted.kind === 'dates' ? must(counted.dates.at(-1), 'there is one') : today
      const until = expandRecurrence({ ...rule, end: { kind: 'until', on: last } }, morning, today)
      expect(until).toEqual(counted)
    }),
  )
})

test('[SERIES-01] whatever a date may usually mean begins on that date', () => {
  for (let day = 0; day < 60; day += 1) {
    const startOn = addDays(today, day)
    for (const rhythm of usualRhythms(startOn)) {
      const rule: Recurrence = { rhythm, every: 1, startOn, end: { kind: 'count', count: 2 } }
      const found = expandRecurrence(rule, morning, today)
      expect(found.kind === 'dates' && found.dates[0]).toBe(startOn)
    }
  }
  expect(usualRhythms(toLocalDate('2026-11-26')).at(-1)).toEqual({
    ...{ kind: 'monthly-by-weekday', weekday: 4, nth: -1 },
  })
})
