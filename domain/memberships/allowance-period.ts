/** The stretches that allowances are for, in the location's calendar, and how much of the first one somebody gets who joins in it. */
import type { OpeningHours } from '../sites/opening-hours.ts'
import {
  addDays,
  daysBetween,
  earlierOf,
  type LocalDate,
  laterOf,
  mondayOf,
  toLocalDate,
  weekdayOf,
} from '../values/local-date.ts'
import type { Allowance } from './allowance.ts'
import type { Grant } from './grants-on.ts'

/** Whole days: from the first to the one after the last. */
export interface AllowanceDates {
  readonly from: LocalDate
  readonly until: LocalDate
}

export function allowanceDates(
  { per, startsOnDay }: Pick<Allowance, 'per' | 'startsOnDay'>,
  date: LocalDate,
): AllowanceDates {
  switch (per) {
    case 'week': {
      const from = mondayOf(date)
      return { from, until: addDays(from, 7) }
    }
    case 'month': {
      const here = inMonthOf(date, startsOnDay)
      const from = here <= date ? here : inMonthOf(addDays(firstOfMonth(date), -1), startsOnDay)
      return { from, until: inMonthOf(addDays(firstOfMonth(from), 31), startsOnDay) }
    }
  }
}

export function datesBefore(
  allowance: Pick<Allowance, 'per' | 'startsOnDay'>,
  { from }: AllowanceDates,
) {
  return allowanceDates(allowance, addDays(from, -1))
}

export function datesAfter(
  allowance: Pick<Allowance, 'per' | 'startsOnDay'>,
  { until }: AllowanceDates,
) {
  return allowanceDates(allowance, until)
}

function firstOfMonth(date: LocalDate): LocalDate {
  return toLocalDate(`${date.slice(0, 7)}-01`)
}

function inMonthOf(date: LocalDate, day: number): LocalDate {
  return addDays(firstOfMonth(date), day - 1)
}

/**
 * Who joins within a period has its share, rounded up (D-26), and days of a pause give none (D-70). A week is its open days, because passes by
 * the week are for those; a month is its calendar days, as its fee is.
 */
export function amountWithin(
  { amount, per }: Pick<Allowance, 'amount' | 'per'>,
  dates: AllowanceDates,
  { since, pauses }: Pick<Grant, 'since' | 'pauses'>,
  hours: OpeningHours,
): number {
  const from = since === null ? dates.from : laterOf(since.on, dates.from)
  if (from >= dates.until) return 0
  const paused = pauses
    .map((pause) => ({
      from: laterOf(pause.from, from),
      until: earlierOf(pause.until, dates.until),
    }))
    .filter((pause) => pause.from < pause.until)
  if (from === dates.from && paused.length === 0) return amount
  const countDays = (first: LocalDate, until: LocalDate) =>
    per === 'month' ? daysBetween(first, until) : openDays(first, until, hours)
  const all = countDays(dates.from, dates.until)
  const lost = paused.reduce((sum, pause) => sum + countDays(pause.from, pause.until), 0)
  return all === 0 ? 0 : Math.ceil((amount * (countDays(from, dates.until) - lost)) / all)
}

function openDays(from: LocalDate, until: LocalDate, hours: OpeningHours): number {
  let count = 0
  for (let date = from; date < until; date = addDays(date, 1)) {
    if ((hours[weekdayOf(date) - 1] ?? []).length > 0) count += 1
  }
  return count
}
