/** The next time at which a habit can be taken up again. */
import type { Catalogue } from '../../sites/catalogue.ts'
import type { Instant } from '../../values/instant.ts'
import { type Interval, overlaps } from '../../values/interval.ts'
import { addDays, type LocalDate, weekdayOf } from '../../values/local-date.ts'
import { parseMinute, toWallTime } from '../../values/zone.ts'
import { type BookingViewRow, liveViewStates } from '../booking-view-row.ts'
import { intervalAt, openSpanOf } from '../wishes/times-of-day.ts'
import type { Usual } from './usual.ts'

export interface NextUsual {
  readonly date: LocalDate
  readonly interval: Interval
}

/** A habit that has found no day in two weeks is not offered. */
const DAYS_AHEAD = 14

/**
 * The first of its weekdays, today among them, on which the place is open at that time, the member has nothing else then, and it can be
 * had.
 */
export function nextUsual(
  usual: Usual,
  catalogue: Catalogue,
  rows: readonly BookingViewRow[],
  now: Instant,
  canBeHad: (next: NextUsual) => boolean,
): NextUsual | null {
  const span = { from: parseMinute(usual.startText), until: parseMinute(usual.endText) }
  const today = toWallTime(catalogue.zone, now).date
  for (let day = 0; day < DAYS_AHEAD; day += 1) {
    const date = addDays(today, day)
    const open = openSpanOf(catalogue, date)
    const interval = intervalAt(catalogue, date, span)
    if (open === null || interval === null || interval.startsAt < now) continue
    if (!usual.weekdays.includes(weekdayOf(date))) continue
    if (span.from < open.opens || span.until > open.closes) continue
    const isTaken = (row: BookingViewRow) =>
      liveViewStates.includes(row.state) && overlaps(row, interval)
    if (!rows.some(isTaken) && canBeHad({ date, interval })) return { date, interval }
  }
  return null
}
