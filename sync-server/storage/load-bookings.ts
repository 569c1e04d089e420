/** Reads of bookings for decisions and projections. A body is what we wrote ourselves, so it is believed. */
import {
  arrivalStates,
  type Booking,
  liveStates,
  occupyingStates,
} from '../../domain/bookings/booking.ts'
import type { Occupied } from '../../domain/bookings/occupancy/occupancy.ts'
import { occupiedBy } from '../../domain/bookings/occupied-by.ts'
import { isPaidWith, paidAs } from '../../domain/bookings/prepaid/pay-together.ts'
import type { Instant } from '../../domain/values/instant.ts'
import type { Interval } from '../../domain/values/interval.ts'
import { bodiesOfMembers } from './bodies-of-members.ts'
import { inParts } from './in-parts.ts'
import { parseKept } from './parse-kept.ts'
import type { Reader } from './storage.ts'

export async function findBooking(reader: Reader, id: string): Promise<Booking | null> {
  const row = await reader
    .selectFrom('booking')
    .select('body')
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined ? null : toBooking(row.body)
}

/** Those of the bookings that there are, in order of their ids. */
export async function findBookings(
  reader: Reader,
  ids: readonly string[],
): Promise<readonly Booking[]> {
  const found: Booking[] = []
  for (const part of inParts(ids)) {
    const rows = await reader
      .selectFrom('booking')
      .select('body')
      .where('id', 'in', part)
      .orderBy('id')
      .execute()
    found.push(...rows.map((row) => toBooking(row.body)))
  }
  return found
}

/** Those that are paid with the same payment; all of them end after they were decided. */
export async function bookingsPaidWith(
  reader: Reader,
  first: Booking,
): Promise<readonly Booking[]> {
  if (first.paidWith === null) return [first]
  const own = await bookingsOfMembers(reader, [first.memberId], first.settledAt)
  return (own.get(first.memberId) ?? []).filter(isPaidWith({ id: paidAs(first) }))
}

/** Live bookings of a site that touch the interval. */
export async function liveBookingsAround(
  reader: Reader,
  siteId: string,
  interval: Interval,
): Promise<readonly Booking[]> {
  return bookingsAround(reader, siteId, interval, liveStates)
}

/** Arrivals of a site that touch the interval. */
export async function arrivalsAround(
  reader: Reader,
  siteId: string,
  interval: Interval,
): Promise<readonly Booking[]> {
  return bookingsAround(reader, siteId, interval, arrivalStates)
}

/** What a member, or anybody at a site, has checked in to and is not over. */
export async function checkedInAfter(
  reader: Reader,
  of: { readonly column: 'member_id' | 'site_id'; readonly id: string },
  now: Instant,
): Promise<readonly Booking[]> {
  const rows = await reader
    .selectFrom('booking')
    .select('body')
    .where(of.column, '=', of.id)
    .where('state', '=', 'checked-in')
    .where('ends_at', '>', now)
    .orderBy('id')
    .execute()
  return rows.map((row) => toBooking(row.body))
}

/** All that is held at a site, however far ahead. */
export async function heldBookings(reader: Reader, siteId: string): Promise<readonly Booking[]> {
  const rows = await reader
    .selectFrom('booking')
    .select('body')
    .where('site_id', '=', siteId)
    .where('state', '=', 'held')
    .orderBy('id')
    .execute()
  return rows.map((row) => toBooking(row.body))
}

/** Everything that ever held the site's resources in the interval and was not given back. */
export async function occupiedAround(
  reader: Reader,
  siteId: string,
  interval: Interval,
): Promise<readonly Occupied[]> {
  const bookings = await bookingsAround(reader, siteId, interval, occupyingStates)
  return bookings.map(occupiedBy)
}

async function bookingsAround(
  reader: Reader,
  siteId: string,
  interval: Interval,
  states: readonly string[],
): Promise<readonly Booking[]> {
  const rows = await reader
    .selectFrom('booking')
    .select('body')
    .where('site_id', '=', siteId)
    .where('state', 'in', states)
    .where('ends_at', '>', interval.startsAt)
    .where('starts_at', '<', interval.endsAt)
    .orderBy('id')
    .execute()
  return rows.map((row) => toBooking(row.body))
}

/** Bookings of each of the members that end after an instant, in one statement; a member without any has no entry. */
export async function bookingsOfMembers(
  reader: Reader,
  memberIds: readonly string[],
  endingAfter: number,
): Promise<ReadonlyMap<string, readonly Booking[]>> {
  return bodiesOfMembers<Booking>(reader, 'booking', memberIds, endingAfter)
}

function toBooking(body: string): Booking {
  return parseKept<Booking>(body)
}
