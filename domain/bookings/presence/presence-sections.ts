/**
 * Who is where now, of those who let others see it: one entry for each booking that its member has checked in to. It stands in the record
 * of the day on which they came and ends with the booking, at closing time, or at midnight: what is not renewed is not kept.
 */
import type { Catalogue } from '../../sites/catalogue.ts'
import { openSpans } from '../../sites/open-time.ts'
import { addMinutes, type Instant, toInstant } from '../../values/instant.ts'
import type { LocalDate } from '../../values/local-date.ts'
import type { Sections } from '../../values/sections.ts'
import { localDay, toWallTime, type ZoneTable } from '../../values/zone.ts'
import type { Booking } from '../booking.ts'
import type { Presence } from './presence.ts'

const utc: ZoneTable = { zone: 'UTC', tzdata: '', offsets: [] }

export type CheckedIn = Extract<Booking, { state: 'checked-in' }>

export function isCheckedIn(booking: Booking): booking is CheckedIn {
  return booking.state === 'checked-in'
}

/** The day on which they came, by the clock that was agreed; who comes before midnight is told from the day of the booking on. */
export function presenceDate({ wall, checkedInAt }: CheckedIn): LocalDate {
  const cameOn = toWallTime(utc, addMinutes(checkedInAt, wall.startOffsetMinutes)).date
  if (cameOn < wall.start.date) return wall.start.date
  return cameOn
}

/** When it ends by itself. A place that is open by night closes at midnight for this. */
export function presenceUntil(catalogue: Catalogue, booking: CheckedIn): Instant {
  const date = presenceDate(booking)
  const resource = catalogue.resources.find(({ id }) => id === booking.resourceId)
  const spans = resource === undefined ? [] : openSpans(catalogue, resource, date)
  const closesAt = Math.max(...spans.map(({ endsAt }) => endsAt), 0)
  const midnight = localDay(catalogue.zone, date).endsAt
  // Who is let in after hours is there until they go.
  const lastAt = closesAt > booking.checkedInAt ? Math.min(closesAt, midnight) : midnight
  return toInstant(Math.min(lastAt, booking.interval.endsAt))
}

/** `presence/<site>/<day>` as sections: `people`, by place and start, which no two bookings share. */
export function presenceSections(
  catalogue: Catalogue,
  date: LocalDate,
  bookings: readonly Booking[],
  whoIs: (booking: Booking) => Pick<Presence, 'name' | 'teamId'> | null,
  now: Instant,
): Sections {
  if (!catalogue.site.membersFindEachOther) return {}
  const people = bookings.filter(isCheckedIn).flatMap((booking) => {
    const who = whoIs(booking)
    const until = presenceUntil(catalogue, booking)
    if (who === null || until <= now || presenceDate(booking) !== date) return []
    const { resourceId, unit, interval } = booking
    const key = `${resourceId}.${unit}/${interval.startsAt}`
    return [[key, { resourceId, unit, ...who, until }] as const]
  })
  return people.length === 0 ? {} : { people: Object.fromEntries(people) }
}
