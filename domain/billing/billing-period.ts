/** The months that are billed, from a day of the month that does not drift: 31 January, 28 February, 31 March (D-45). */
import { addDays, earlierOf, type LocalDate, toLocalDate } from '../values/local-date.ts'

/** Whole days: from the first to the one after the last. */
export interface BillingPeriod {
  readonly from: LocalDate
  readonly until: LocalDate
}

/** The period that a date lies in. */
export function periodOf(billingDay: number, date: LocalDate): BillingPeriod {
  const here = dayInMonth(date, billingDay)
  const from = here <= date ? here : dayInMonth(addDays(firstOfMonth(date), -1), billingDay)
  return { from, until: dayInMonth(addDays(firstOfMonth(from), 31), billingDay) }
}

export function nextPeriod(billingDay: number, { until }: BillingPeriod): BillingPeriod {
  return periodOf(billingDay, until)
}

export function periodBefore(billingDay: number, { from }: BillingPeriod): BillingPeriod {
  return periodOf(billingDay, addDays(from, -1))
}

function firstOfMonth(date: LocalDate): LocalDate {
  return toLocalDate(`${date.slice(0, 7)}-01`)
}

/** That day of the date's month, or its last one. */
function dayInMonth(date: LocalDate, day: number): LocalDate {
  const first = firstOfMonth(date)
  const last = addDays(firstOfMonth(addDays(first, 31)), -1)
  return earlierOf(addDays(first, day - 1), last)
}
