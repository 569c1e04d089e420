/** A series is a fact: the rule as it was wished, once, and never changed. What became of its dates stands in their bookings. */
import type { IntentId, MemberId, ResourceId, SeriesId, SiteId } from '../../values/ids.ts'
import type { Instant } from '../../values/instant.ts'
import type { Interval } from '../../values/interval.ts'
import { addDays, daysBetween, type LocalDate } from '../../values/local-date.ts'
import type { WallTime, ZoneTable } from '../../values/zone.ts'
import type { SeriesField, SeriesPlace } from '../booking.ts'
import type { PayWith } from '../lots/lot.ts'
import { intervalBetween } from '../wishes/choice.ts'
import type { Choice } from '../wishes/intent.ts'
import type { TimeSpan } from '../wishes/times-of-day.ts'
import type { Recurrence } from './recurrence.ts'

export interface Series {
  readonly id: SeriesId
  readonly intentId: IntentId
  readonly siteId: SiteId
  readonly memberId: MemberId
  readonly resourceId: ResourceId
  readonly recurrence: Recurrence
  readonly span: TimeSpan
  readonly people: number
  readonly note: string
  readonly payWith: PayWith
  /** Every date of the recurrence; occurrence 1 is the first. */
  readonly dates: readonly LocalDate[]
  readonly settledAt: Instant
}

/** The wall times of an occurrence. */
export function wallOf(date: LocalDate, span: TimeSpan): { start: WallTime; end: WallTime } {
  // A midnight that ends the day is 24:00 of that day, as everywhere else.
  const days = Math.floor((span.until - 1) / 1440)
  return {
    start: { date, minute: span.from },
    end: { date: addDays(date, days), minute: span.until - days * 1440 },
  }
}

/**
 * The interval of an occurrence, from wall time: instants move with the clocks, wall time stays (D-03). Null in a gap, so that the
 * member decides what becomes of that date; of a time that comes twice the first is meant (D-05).
 */
export function occurrenceInterval(
  zone: ZoneTable,
  date: LocalDate,
  span: TimeSpan,
): Interval | null {
  const { start, end } = wallOf(date, span)
  return intervalBetween(zone, start, end)
}

/** Where and when an occurrence is, by the clock on the wall. */
export interface OccurrencePlace extends TimeSpan {
  readonly resourceId: ResourceId
  readonly date: LocalDate
}

/** The choice that means; null where its wall time never is. */
export function choiceOfPlace(zone: ZoneTable, place: OccurrencePlace): Choice | null {
  const interval = occurrenceInterval(zone, place.date, place)
  if (interval === null) return null
  return { resourceId: place.resourceId, unit: null, interval, wall: wallOf(place.date, place) }
}

/** The place a choice means. */
export function placeOfChoice({ resourceId, wall: { start, end } }: Choice): OccurrencePlace {
  const until = daysBetween(start.date, end.date) * 1440 + end.minute
  return { resourceId, date: start.date, from: start.minute, until }
}

/** Which occurrence of a series it is, and in what it differs from the rule. */
export function seriesPlace(
  series: Pick<Series, 'id' | 'resourceId' | 'dates' | 'span'>,
  number: number,
  choice: Choice,
): SeriesPlace {
  const { resourceId, date, from, until } = placeOfChoice(choice)
  const isOnTime =
    date === series.dates[number - 1] && from === series.span.from && until === series.span.until
  const detached: readonly SeriesField[] = [
    ...(isOnTime ? [] : (['time'] as const)),
    ...(resourceId === series.resourceId ? [] : (['place'] as const)),
  ]
  return { id: series.id, occurrence: number, detached }
}
