/** The stretches that quotas count over: days, ISO weeks and months of the location's calendar, through clock changes (D-23). */
import type { QuotaPeriod } from '../../memberships/quota.ts'
import { DAY_MS, type Instant, toInstant } from '../../values/instant.ts'
import type { Interval } from '../../values/interval.ts'
import { addDays, type LocalDate, mondayOf, toLocalDate } from '../../values/local-date.ts'
import { localDay, toWallTime, type ZoneTable } from '../../values/zone.ts'

/** Every period that the interval touches, in order. For `concurrent` that is the interval itself. */
export function periodsOf(
  zone: ZoneTable,
  per: QuotaPeriod,
  interval: Interval,
): readonly Interval[] {
  if (per === 'concurrent') return [interval]
  const periods: Interval[] = []
  let first = firstDay(per, toWallTime(zone, interval.startsAt).date)
  for (;;) {
    const next = nextPeriod(per, first)
    const { startsAt } = localDay(zone, first)
    if (startsAt >= interval.endsAt) return periods
    periods.push({ startsAt, endsAt: localDay(zone, next).startsAt })
    first = next
  }
}

/**
 * From when on a member's bookings must be known to judge wishes for these times; null where nothing is counted. A day early, for
 * wishes whose wall time other zone data moved.
 */
export function countedSince(
  zone: ZoneTable,
  counted: readonly QuotaPeriod[],
  times: readonly Interval[],
): Instant | null {
  const starts = counted.flatMap((per) =>
    times.map(({ startsAt }) => {
      const { date } = toWallTime(zone, toInstant(startsAt - DAY_MS))
      return localDay(zone, per === 'concurrent' ? date : firstDay(per, date)).startsAt
    }),
  )
  return starts.length === 0 ? null : toInstant(Math.min(...starts))
}

type Calendar = Exclude<QuotaPeriod, 'concurrent'>

function firstDay(per: Calendar, date: LocalDate): LocalDate {
  switch (per) {
    case 'day':
      return date
    case 'week':
      return mondayOf(date)
    case 'month':
      return toLocalDate(`${date.slice(0, 7)}-01`)
  }
}

function nextPeriod(per: Calendar, first: LocalDate): LocalDate {
  switch (per) {
    case 'day':
      return addDays(first, 1)
    case 'week':
      return addDays(first, 7)
    case 'month':
      return firstDay('month', addDays(first, 31))
  }
}
