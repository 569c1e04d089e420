/** A day of a location as rows of places and blocks of time: what the calendar draws, from rows on the device alone. */

import { occupyingStates } from '../../../domain/bookings/booking.ts'
import type { Arrival } from '../../../domain/bookings/desk-sections.ts'
import type { Catalogue } from '../../../domain/sites/catalogue.ts'
import { linkedTo } from '../../../domain/sites/links.ts'
import { closesResource, closureInterval, openSpans } from '../../../domain/sites/open-time.ts'
import { type Resource, type ResourceKind, unitCount } from '../../../domain/sites/resource.ts'
import { toInstant } from '../../../domain/values/instant.ts'
import { type Interval, overlaps } from '../../../domain/values/interval.ts'
import { daysBetween, type LocalDate } from '../../../domain/values/local-date.ts'
import { localDay, toWallTime } from '../../../domain/values/zone.ts'

/** Minutes after the midnight of the day that is drawn; before 0 and after 1440 lie its neighbours. */
export interface Minutes {
  readonly from: number
  readonly until: number
}

export interface BookingBlock extends Minutes {
  readonly kind: 'booking'
  readonly id: string
  readonly arrival: Arrival
  /** From 0: the unit of a pool it lies on. */
  readonly lane: number
}

export interface ClosedBlock extends Minutes {
  readonly kind: 'closed'
  readonly id: string
  /** Why; empty outside opening hours. */
  readonly name: string
  /** What keeps it: opening hours, a closure, an event, or a booking of what shares the room. */
  readonly by: 'hours' | 'closure' | 'event' | 'linked'
}

export interface CalendarRow {
  readonly resource: Resource
  readonly lanes: number
  readonly bookings: readonly BookingBlock[]
  readonly closed: readonly ClosedBlock[]
}

export interface CalendarDay {
  readonly date: LocalDate
  /** The stretch that is drawn: opening hours and whatever is booked or happens beside them, in whole hours. */
  readonly hours: Minutes
  readonly rows: readonly CalendarRow[]
}

const DAY = 1440

export function calendarDay(
  catalogue: Catalogue,
  date: LocalDate,
  arrivals: readonly Arrival[],
  kind: ResourceKind | null,
): CalendarDay {
  const rows = catalogue.resources
    .filter((resource) => kind === null || resource.kind === kind)
    .map((resource) => rowOf(catalogue, date, resource, arrivals))
  return { date, hours: hoursOf(catalogue, date, rows), rows }
}

function rowOf(
  catalogue: Catalogue,
  date: LocalDate,
  resource: Resource,
  arrivals: readonly Arrival[],
): CalendarRow {
  const bookings = arrivals
    .filter((arrival) => arrival.resourceId === resource.id)
    .map((arrival): BookingBlock => {
      const { bookingId: id, unit } = arrival
      const interval = intervalOf(arrival)
      const minutes = cut(minutesOf(catalogue, date, interval))
      return { kind: 'booking', id, arrival, lane: unit - 1, ...minutes }
    })
  return {
    resource,
    lanes: unitCount(resource),
    bookings: bookings.sort((a, b) => a.from - b.from || a.lane - b.lane),
    closed: [
      ...closuresOn(catalogue, date, resource),
      ...shutHours(catalogue, date, resource),
      ...linkedOn(catalogue, date, resource, arrivals),
    ],
  }
}

export function intervalOf({ startsAt, endsAt }: Arrival): Interval {
  return { startsAt: toInstant(startsAt), endsAt: toInstant(endsAt) }
}

/** By the clock on the wall: on the day of a clock change too a morning is where mornings are. */
export function minutesOf(
  { zone }: Pick<Catalogue, 'zone'>,
  date: LocalDate,
  { startsAt, endsAt }: Interval,
): Minutes {
  const minute = (at: Interval['startsAt']) => {
    const wall = toWallTime(zone, at)
    return daysBetween(date, wall.date) * DAY + wall.minute
  }
  return { from: minute(startsAt), until: minute(endsAt) }
}

function cut({ from, until }: Minutes): Minutes {
  return { from: Math.max(0, from), until: Math.min(DAY, until) }
}

function closuresOn(
  catalogue: Catalogue,
  date: LocalDate,
  resource: Resource,
): readonly ClosedBlock[] {
  const day = localDay(catalogue.zone, date)
  return catalogue.closures
    .filter((closure) => closesResource(catalogue, closure, resource))
    .map((closure) => ({ closure, interval: closureInterval(catalogue, closure) }))
    .filter(({ interval }) => overlaps(interval, day))
    .map(({ closure: { id, name, eventId }, interval }) => ({
      ...{
        kind: 'closed' as const,
        id,
        name,
        by: eventId === null ? ('closure' as const) : ('event' as const),
      },
      ...cut(minutesOf(catalogue, date, interval)),
    }))
}

/** What a part or the whole of a place takes of it (D-13). */
function linkedOn(
  catalogue: Catalogue,
  date: LocalDate,
  { id }: Resource,
  arrivals: readonly Arrival[],
): readonly ClosedBlock[] {
  return linkedTo(catalogue.resources, id).flatMap((other) =>
    arrivals
      .filter(({ resourceId, state }) => resourceId === other.id && occupyingStates.includes(state))
      .map((arrival) => ({
        ...{ kind: 'closed' as const, id: arrival.bookingId, by: 'linked' as const },
        name: `${other.name} · ${arrival.memberName}`,
        ...cut(minutesOf(catalogue, date, intervalOf(arrival))),
      })),
  )
}

/** What lies between the opening hours of a day. */
function shutHours(
  catalogue: Catalogue,
  date: LocalDate,
  resource: Resource,
): readonly ClosedBlock[] {
  const open = openSpans(catalogue, resource, date).map((span) =>
    cut(minutesOf(catalogue, date, span)),
  )
  const edges = [0, ...open.flatMap(({ from, until }) => [from, until]), DAY]
  const blocks: ClosedBlock[] = []
  for (let index = 0; index < edges.length; index += 2) {
    const [from = 0, until = DAY] = edges.slice(index, index + 2)
    if (from < until) {
      blocks.push({ kind: 'closed', id: `shut-${from}`, name: '', by: 'hours', from, until })
    }
  }
  return blocks
}

function hoursOf(catalogue: Catalogue, date: LocalDate, rows: readonly CalendarRow[]): Minutes {
  const open = rows.flatMap(({ resource }) => openSpans(catalogue, resource, date))
  const all = [
    ...open.map((span) => cut(minutesOf(catalogue, date, span))),
    ...rows.flatMap(({ bookings }) => bookings),
    ...rows.flatMap(({ closed }) => closed.filter(({ by }) => by === 'event')),
  ]
  if (all.length === 0) return { from: 8 * 60, until: 18 * 60 }
  return {
    from: Math.floor(Math.min(...all.map(({ from }) => from)) / 60) * 60,
    until: Math.ceil(Math.max(...all.map(({ until }) => until)) / 60) * 60,
  }
}

/** The block the arrow leads to: along the row, or the one nearest in time in the next row that has any. */
export function nextBlock(
  rows: readonly CalendarRow[],
  id: string,
  arrow: 'left' | 'right' | 'up' | 'down',
): BookingBlock | null {
  const at = rows.findIndex(({ bookings }) => bookings.some((block) => block.id === id))
  const row = rows[at]
  const index = row?.bookings.findIndex((block) => block.id === id) ?? -1
  const block = row?.bookings[index]
  if (row === undefined || block === undefined) return null
  if (arrow === 'left') return row.bookings[index - 1] ?? null
  if (arrow === 'right') return row.bookings[index + 1] ?? null
  const others = arrow === 'up' ? rows.slice(0, at).reverse() : rows.slice(at + 1)
  const nearest = others.find(({ bookings }) => bookings.length > 0)?.bookings ?? []
  const away = (other: BookingBlock) => Math.abs(other.from - block.from)
  return [...nearest].sort((a, b) => away(a) - away(b))[0] ?? null
}

/** The start of a stretch on a place's grid of times, kept within the day. */
export function snapped({ from, until }: Minutes, stepMinutes: number): Minutes {
  const length = until - from
  const start = Math.round(from / stepMinutes) * stepMinutes
  const first = Math.min(Math.max(0, start), DAY - length)
  return { from: first, until: first + length }
}
