/** Days as passes count them: from the location's cut-off to the next one, so that a night belongs to the day it began (D-21). */
import { ROUNDED_MINUTES } from '../../prices/session.ts'
import type { Catalogue } from '../../sites/catalogue.ts'
import { durationMinutes, type Interval, intersection } from '../../values/interval.ts'
import { addDays, type LocalDate } from '../../values/local-date.ts'
import { instantOf, toWallTime } from '../../values/zone.ts'

export interface DayPart {
  readonly on: LocalDate
  readonly minutes: number
}

/** The minutes of a time on each day that passes count, in order; the last is rounded up to a quarter of an hour. */
export function dayParts(
  { zone, site }: Pick<Catalogue, 'zone' | 'site'>,
  interval: Interval,
): readonly DayPart[] {
  const cutOff = site.passes.dayEndsAtMinute
  const { date, minute } = toWallTime(zone, interval.startsAt)
  const parts: DayPart[] = []
  let on = minute < cutOff ? addDays(date, -1) : date
  for (;;) {
    const startsAt = instantOf(zone, { date: on, minute: cutOff })
    const endsAt = instantOf(zone, { date: addDays(on, 1), minute: cutOff })
    if (startsAt >= interval.endsAt) break
    const part = intersection({ startsAt, endsAt }, interval)
    if (part !== null) parts.push({ on, minutes: durationMinutes(part) })
    on = addDays(on, 1)
  }
  return rounded(parts)
}

/** The session is rounded, not each of its days. */
function rounded(parts: readonly DayPart[]): readonly DayPart[] {
  const total = parts.reduce((sum, { minutes }) => sum + minutes, 0)
  const added = Math.ceil(total / ROUNDED_MINUTES) * ROUNDED_MINUTES - total
  return parts.map((part, index) =>
    index === parts.length - 1 ? { ...part, minutes: part.minutes + added } : part,
  )
}

/** On some day it takes more than a half-day of the location. */
export function isBeyondHalf(
  catalogue: Pick<Catalogue, 'zone' | 'site'>,
  interval: Interval,
): boolean {
  const { halfDayMinutes } = catalogue.site.passes
  return dayParts(catalogue, interval).some(({ minutes }) => minutes > halfDayMinutes)
}
