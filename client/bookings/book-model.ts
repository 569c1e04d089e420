/** What can be booked when: the list behind Book, from rows on the device alone. */
import { type Availability, availability } from '../../domain/bookings/availability.ts'
import type { Occupied } from '../../domain/bookings/occupancy.ts'
import type { Member } from '../../domain/memberships/member.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import type { OpenSpan } from '../../domain/sites/opening-hours.ts'
import type { Resource, ResourceKind } from '../../domain/sites/resource.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { type Interval, isInterval } from '../../domain/values/interval.ts'
import { type LocalDate, weekdayOf } from '../../domain/values/local-date.ts'
import { instantOf, toWallTime } from '../../domain/values/zone.ts'
import type { BookingRow } from '../store/rows.ts'

/** Minutes after midnight of the chosen date. */
export interface TimeSpan {
  readonly from: number
  readonly until: number
}

export const timeChips = ['now', 'morning', 'afternoon', 'all-day', 'custom'] as const
export type TimeChip = (typeof timeChips)[number]

/** The span a chip means on a date, within the site's hours. */
export function spanOf(
  catalogue: Catalogue,
  chip: TimeChip,
  date: LocalDate,
  now: Instant,
): TimeSpan {
  const open: OpenSpan = catalogue.site.hours[weekdayOf(date) - 1]?.[0] ?? {
    opens: 540,
    closes: 1080,
  }
  const dayStart = Math.max(open.opens, 540)
  const dayEnd = Math.min(open.closes, 1080)
  switch (chip) {
    case 'now': {
      const minute = toWallTime(catalogue.zone, now).minute
      const from = Math.max(open.opens, Math.floor(minute / 30) * 30)
      return { from, until: Math.max(from + 60, Math.min(from + 240, open.closes)) }
    }
    case 'morning':
      return { from: dayStart, until: 780 }
    case 'afternoon':
      return { from: 780, until: dayEnd }
    case 'all-day':
    case 'custom':
      return { from: dayStart, until: dayEnd }
  }
}

export function intervalAt(catalogue: Catalogue, date: LocalDate, span: TimeSpan): Interval | null {
  const interval = {
    startsAt: instantOf(catalogue.zone, { date, minute: span.from }),
    endsAt: instantOf(catalogue.zone, { date, minute: span.until }),
  }
  return isInterval(interval) ? interval : null
}

export interface Offer {
  readonly resource: Resource
  readonly availability: Availability
}

export interface OfferInput {
  readonly catalogue: Catalogue
  readonly member: Member
  readonly kind: ResourceKind
  readonly interval: Interval
  readonly people: number
  readonly occupied: readonly Occupied[]
  readonly bookings: readonly BookingRow[]
  readonly now: Instant
}

const liveStates = ['saved', 'received', 'held', 'confirmed', 'checked-in']

/** The resources of a kind, what is free first, in the order of the catalogue. */
export function offersOf(input: OfferInput): readonly Offer[] {
  const own = input.bookings.filter((row) => liveStates.includes(row.state))
  return input.catalogue.resources
    .filter((resource) => resource.kind === input.kind)
    .map((resource) => ({
      resource,
      availability: availability({
        ...input,
        resource,
        own: own.filter((row) => row.resourceId === resource.id),
      }),
    }))
    .sort((a, b) => rank(a) - rank(b))
}

function rank({ availability: { state } }: Offer): number {
  return state === 'mine' ? 0 : state === 'available' ? 1 : 2
}
