/** The days of a standing order that it may still be given a booking on. */
import type { Instant } from '../../values/instant.ts'
import type { Interval } from '../../values/interval.ts'
import { addDays, type LocalDate, weekdayOf } from '../../values/local-date.ts'
import { instantOf, type ZoneTable } from '../../values/zone.ts'
import { occurrenceInterval } from '../series/series.ts'
import type { Standing } from './wait.ts'

export interface OrderDay {
  readonly date: LocalDate
  readonly interval: Interval
}

/** Every day it speaks of; one whose time the clocks jump over is none. */
export function daysOf(
  standing: Pick<Standing, 'from' | 'until' | 'weekdays' | 'span'>,
  zone: ZoneTable,
): readonly OrderDay[] {
  const days: OrderDay[] = []
  for (let date = standing.from; date <= standing.until; date = addDays(date, 1)) {
    if (!standing.weekdays.includes(weekdayOf(date))) continue
    const interval = occurrenceInterval(zone, date, standing.span)
    if (interval !== null) days.push({ date, interval })
  }
  return days
}

/** Those ahead, not past the hour from which it is too late for a day, and without a booking of it. */
export function openDays(standing: Standing, zone: ZoneTable, now: Instant): readonly OrderDay[] {
  return daysOf(standing, zone).filter(
    ({ date, interval }) =>
      now < stopOf(standing, date, interval, zone) &&
      !standing.had.some((one) => one.date === date),
  )
}

/** An hour that the clocks jump over ends where they land; of one that comes twice the first is meant. */
function stopOf(
  { stopsAt }: Standing,
  date: LocalDate,
  { startsAt }: Interval,
  zone: ZoneTable,
): Instant {
  if (stopsAt === null) return startsAt
  const stop = instantOf(zone, { date, minute: stopsAt })
  return stop < startsAt ? stop : startsAt
}
