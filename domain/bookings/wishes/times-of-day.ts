/** The times a member means by "morning" or "now", and the times there are to choose from. Minutes after the site's midnight. */
import type { Catalogue } from '../../sites/catalogue.ts'
import type { OpenSpan } from '../../sites/opening-hours.ts'
import type { ResourceKind } from '../../sites/resource.ts'
import type { Instant } from '../../values/instant.ts'
import type { Interval } from '../../values/interval.ts'
import { addDays, daysBetween, type LocalDate, weekdayOf } from '../../values/local-date.ts'
import { toWallTime } from '../../values/zone.ts'
import { intervalBetween } from './choice.ts'

export interface TimeSpan {
  readonly from: number
  readonly until: number
}

export const timeChips = ['now', 'morning', 'afternoon', 'all-day', 'custom'] as const
export type TimeChip = (typeof timeChips)[number]

/** Office hours: what somebody means who says nothing else. */
const DAY_STARTS = 9 * 60
const NOON = 13 * 60
const DAY_ENDS = 18 * 60

/** From the first opening to the last closing of a date; null on a day that stays closed. */
export function openSpanOf(catalogue: Catalogue, date: LocalDate): OpenSpan | null {
  const spans = catalogue.site.hours[weekdayOf(date) - 1] ?? []
  const [first] = spans
  const last = spans.at(-1)
  if (first === undefined || last === undefined) return null
  return { opens: first.opens, closes: Math.min(last.closes, 1440) }
}

/** The span a chip means on a date, cut to opening hours and to what is left of today. Null when nothing is left of it. */
export function spanOf(
  catalogue: Catalogue,
  chip: Exclude<TimeChip, 'custom'>,
  date: LocalDate,
  now: Instant,
  stepMinutes: number,
): TimeSpan | null {
  const open = openSpanOf(catalogue, date)
  if (open === null) return null
  const here = toWallTime(catalogue.zone, now)
  if (date < here.date) return null
  const isToday = date === here.date
  const current = Math.floor(here.minute / stepMinutes) * stepMinutes
  const earliest = isToday ? Math.max(open.opens, current) : open.opens
  const meant = meantBy(chip, earliest, open)
  const from = Math.max(meant.from, earliest)
  const until = Math.min(meant.until, open.closes)
  return from + stepMinutes <= until ? { from, until } : null
}

function meantBy(chip: Exclude<TimeChip, 'custom'>, earliest: number, open: OpenSpan): TimeSpan {
  switch (chip) {
    case 'now':
      return { from: earliest, until: earliest + 60 }
    case 'morning':
      return { from: DAY_STARTS, until: NOON }
    case 'afternoon':
      return { from: NOON, until: DAY_ENDS }
    case 'all-day':
      // An evening counts to its end.
      return { from: DAY_STARTS, until: earliest >= DAY_ENDS - 60 ? open.closes : DAY_ENDS }
  }
}

/** The first date from today on with at least an hour left in it. */
export function firstUsefulDate(catalogue: Catalogue, today: LocalDate, now: Instant): LocalDate {
  for (let day = 0; day < 14; day += 1) {
    const date = addDays(today, day)
    const span = spanOf(catalogue, 'all-day', date, now, 30)
    if (span !== null && span.until - span.from >= 60) return date
  }
  return today
}

/** The grid on which places of a kind are booked: the finest of theirs. */
export function stepOf(catalogue: Catalogue, kind: ResourceKind): number {
  const steps = catalogue.resources
    .filter((resource) => resource.kind === kind)
    .map((resource) => resource.rules.incrementMinutes)
  return steps.length === 0 ? 30 : Math.min(...steps)
}

/** The minutes to choose a start or an end from. */
export function gridOf(catalogue: Catalogue, date: LocalDate, stepMinutes: number) {
  const open = openSpanOf(catalogue, date) ?? { opens: DAY_STARTS, closes: DAY_ENDS }
  const first = Math.ceil(open.opens / stepMinutes) * stepMinutes
  const count = Math.floor((open.closes - first) / stepMinutes) + 1
  return Array.from({ length: Math.max(0, count) }, (_, index) => first + index * stepMinutes)
}

/** The interval of a span on a date, or null where it is none: swapped bounds, or a time the clocks jump over. */
export function intervalAt(catalogue: Catalogue, date: LocalDate, span: TimeSpan): Interval | null {
  const start = { date, minute: span.from }
  return intervalBetween(catalogue.zone, start, { date, minute: span.until })
}

/** An interval as the wall reads it, in minutes after the midnight of the date it starts on; past 1440 it ends on a later day. */
export function spanAt(
  { zone }: Pick<Catalogue, 'zone'>,
  interval: Interval,
): TimeSpan & { readonly date: LocalDate } {
  const start = toWallTime(zone, interval.startsAt)
  const end = toWallTime(zone, interval.endsAt)
  const until = daysBetween(start.date, end.date) * 1440 + end.minute
  return { date: start.date, from: start.minute, until }
}
