/** Times in a letter: by the clock that was agreed on, never by that of whoever reads it (D-66). */
import type { Booking } from '../../domain/bookings/booking.ts'
import { deadlinesOf } from '../../domain/bookings/cancellation/deadlines.ts'
import type { Choice } from '../../domain/bookings/wishes/intent.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { daysBetween, type LocalDate } from '../../domain/values/local-date.ts'
import {
  formatMinute,
  toWallTime,
  type WallTime,
  type ZoneTable,
} from '../../domain/values/zone.ts'
import { english } from '../../domain/words/words.ts'

const { amounts, cancellation, news } = english

/** "Thu 26 Nov, 09:00–17:00"; over midnight "Thu 26 Nov, 22:00 – Fri 27 Nov, 02:00". */
export function spanText({ start, end }: Choice['wall']): string {
  if (start.date === end.date) {
    return cancellation.moment(
      amounts.shortDate(start.date),
      amounts.timeRange(start.minute, end.minute),
    )
  }
  return news.span(wallText(start), wallText(end))
}

export function wallText({ date, minute }: WallTime): string {
  return cancellation.moment(amounts.shortDate(date), formatMinute(minute))
}

export function instantText(zone: ZoneTable, at: Instant): string {
  return wallText(toWallTime(zone, at))
}

/** "Today", "Tomorrow", "Tue 24 Nov". */
export function dayText(date: LocalDate, zone: ZoneTable, now: Instant): string {
  const away = daysBetween(toWallTime(zone, now).date, date)
  if (away === 0) return news.today
  return away === 1 ? news.tomorrow : amounts.shortDate(date)
}

/** Until when it can be cancelled, and what comes back then (N-02). */
export function policyText(booking: Booking, zone: ZoneTable, now: Instant): string {
  const { policy, interval } = booking
  const steps = deadlinesOf(policy, interval.startsAt, zone, now).map((step) => ({
    refundPercent: step.refundPercent,
    until: wallText(step.wall),
  }))
  return cancellation.steps(steps, policy.steps.at(-1)?.hoursBefore === 0)
}
