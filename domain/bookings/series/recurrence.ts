/**
 * When a series happens: the part of RFC 5545 that members use. Every nth day, week by weekdays, month by date or by nth weekday,
 * until a date or a number of times. It speaks of dates alone; the wall time of each is the same, whatever the clocks do (D-03).
 *
 * A month without the date (the 31st of April) has no occurrence, as RFC 5545 has it, and says so.
 */
import { limits } from '../../values/limits.ts'
import {
  addDays,
  type LocalDate,
  mondayOf,
  toLocalDate,
  type Weekday,
  weekdayOf,
} from '../../values/local-date.ts'
import type { Refusal } from '../wishes/refusal.ts'
import type { TimeSpan } from '../wishes/times-of-day.ts'

export interface Recurrence {
  readonly rhythm: Rhythm
  /** Every day, week or month: 1; every second: 2. */
  readonly every: number
  /** No occurrence is before it; weeks and months are counted from the one it lies in. */
  readonly startOn: LocalDate
  readonly end:
    | { readonly kind: 'until'; readonly on: LocalDate }
    | { readonly kind: 'count'; readonly count: number }
}

export type Rhythm =
  | { readonly kind: 'daily' }
  | { readonly kind: 'weekly'; readonly weekdays: readonly Weekday[] }
  | { readonly kind: 'monthly-by-date'; readonly day: number }
  | { readonly kind: 'monthly-by-weekday'; readonly weekday: Weekday; readonly nth: Nth }

/** The first to the fourth of its kind in a month, or the last. */
export type Nth = 1 | 2 | 3 | 4 | -1

export type Expansion =
  | {
      readonly kind: 'dates'
      /** In order; the first is occurrence 1. */
      readonly dates: readonly LocalDate[]
      /** Months within the series that have no such date, each as its first day. */
      readonly monthsWithout: readonly LocalDate[]
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

/** The dates of a series, or why it is none: nothing half-done comes of a rule that is empty, endless, backwards or too long. */
export function expandRecurrence(
  recurrence: Recurrence,
  span: TimeSpan,
  today: LocalDate,
): Expansion {
  const refusal = checkBounds(recurrence, span, today)
  if (refusal !== null) return { kind: 'refused', refusal }
  const { end, startOn } = recurrence
  const horizon = addDays(today, limits.seriesDaysMax)
  const lastOn = end.kind === 'until' ? end.on : horizon
  const most = end.kind === 'count' ? end.count : limits.seriesOccurrencesMax + 1
  const dates: LocalDate[] = []
  const monthsWithout: LocalDate[] = []
  for (let period = 0; dates.length < most; period += 1) {
    const { beginsOn, dates: found } = datesOf(recurrence, period)
    if (beginsOn > lastOn) break
    const isWithin = found.filter((date) => date >= startOn && date <= lastOn)
    dates.push(...isWithin.slice(0, most - dates.length))
    if (found.length === 0) monthsWithout.push(beginsOn)
  }
  return bounded(recurrence, dates, monthsWithout)
}

/** What can be said without looking at a single date. */
function checkBounds(
  { rhythm, every, startOn, end }: Recurrence,
  span: TimeSpan,
  today: LocalDate,
): Refusal | null {
  const max = limits.seriesOccurrencesMax
  const tooFar: Refusal = { reason: 'series-too-far', days: limits.seriesDaysMax }
  const horizon = addDays(today, limits.seriesDaysMax)
  if (end.kind === 'count' && end.count > max) return { reason: 'series-too-many', max }
  if (end.kind === 'until' && end.on < startOn) return { reason: 'series-backwards' }
  if (startOn > horizon || (end.kind === 'until' && end.on > horizon)) return tooFar
  const maxMinutes = periodDays(rhythm, every) * 1440
  if (span.until - span.from > maxMinutes) return { reason: 'series-overlap', maxMinutes }
  return null
}

function bounded(
  { end }: Recurrence,
  dates: readonly LocalDate[],
  monthsWithout: readonly LocalDate[],
): Expansion {
  const max = limits.seriesOccurrencesMax
  if (dates.length === 0) return { kind: 'refused', refusal: { reason: 'series-empty' } }
  if (dates.length > max) return { kind: 'refused', refusal: { reason: 'series-too-many', max } }
  if (end.kind === 'count' && dates.length < end.count) {
    return { kind: 'refused', refusal: { reason: 'series-too-far', days: limits.seriesDaysMax } }
  }
  const [first] = dates
  const last = dates.at(-1)
  const isWithin = (month: LocalDate) =>
    first !== undefined && last !== undefined && month > first && month < last
  return { kind: 'dates', dates, monthsWithout: monthsWithout.filter(isWithin) }
}

/** The shortest time from one occurrence to the next, in days: longer than it an occurrence would run into the next (D-18). */
function periodDays(rhythm: Rhythm, every: number): number {
  switch (rhythm.kind) {
    case 'daily':
      return every
    case 'weekly': {
      const days = [...rhythm.weekdays].sort()
      const first = (days[0] ?? 1) + 7 * every
      const gaps = days.map((day, index) => (days[index + 1] ?? first) - day)
      return Math.min(...gaps)
    }
    case 'monthly-by-date':
    case 'monthly-by-weekday':
      return 28 * every
  }
}

interface Period {
  /** The first day it could have an occurrence on. */
  readonly beginsOn: LocalDate
  readonly dates: readonly LocalDate[]
}

/** The dates of the nth day, week or month of the rule. */
function datesOf({ rhythm, every, startOn }: Recurrence, period: number): Period {
  switch (rhythm.kind) {
    case 'daily': {
      const date = addDays(startOn, period * every)
      return { beginsOn: date, dates: [date] }
    }
    case 'weekly': {
      const monday = addDays(mondayOf(startOn), period * every * 7)
      const days = [...rhythm.weekdays].sort()
      return { beginsOn: monday, dates: days.map((day) => addDays(monday, day - 1)) }
    }
    case 'monthly-by-date': {
      const beginsOn = monthAfter(startOn, period * every)
      const date = addDays(beginsOn, rhythm.day - 1)
      return { beginsOn, dates: isSameMonth(date, beginsOn) ? [date] : [] }
    }
    case 'monthly-by-weekday': {
      const beginsOn = monthAfter(startOn, period * every)
      return { beginsOn, dates: [nthWeekday(beginsOn, rhythm.weekday, rhythm.nth)] }
    }
  }
}

function nthWeekday(firstOfMonth: LocalDate, weekday: Weekday, nth: Nth): LocalDate {
  if (nth === -1) {
    const last = addDays(monthAfter(firstOfMonth, 1), -1)
    return addDays(last, -((weekdayOf(last) - weekday + 7) % 7))
  }
  const first = addDays(firstOfMonth, (weekday - weekdayOf(firstOfMonth) + 7) % 7)
  return addDays(first, (nth - 1) * 7)
}

/** The first day of the month so many after the one a date lies in. */
function monthAfter(date: LocalDate, months: number): LocalDate {
  const index = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months
  const month = String((index % 12) + 1).padStart(2, '0')
  return toLocalDate(`${Math.floor(index / 12)}-${month}-01`)
}

function isSameMonth(a: LocalDate, b: LocalDate): boolean {
  return a.slice(0, 7) === b.slice(0, 7)
}

/** What somebody may mean who repeats a booking of that date, the likeliest first. */
export function usualRhythms(date: LocalDate): readonly Rhythm[] {
  const weekday = weekdayOf(date)
  const isWeekday = weekday <= 5
  return [
    { kind: 'weekly', weekdays: [weekday] },
    { kind: 'daily' },
    ...(isWeekday ? [{ kind: 'weekly', weekdays: [1, 2, 3, 4, 5] } as const] : []),
    { kind: 'monthly-by-date', day: Number(date.slice(8)) },
    ...nthsOf(date).map((nth) => ({ kind: 'monthly-by-weekday', weekday, nth }) as const),
  ]
}

/** How many of its weekday a date is in its month, and whether it is the last. */
function nthsOf(date: LocalDate): readonly Nth[] {
  const nth = Math.ceil(Number(date.slice(8)) / 7)
  const isLast = !isSameMonth(date, addDays(date, 7))
  const counted: readonly Nth[] = nth === 1 || nth === 2 || nth === 3 || nth === 4 ? [nth] : []
  return isLast ? [...counted, -1] : counted
}
