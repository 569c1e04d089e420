/** Reads of bookings for decisions and projections. A body is what we wrote ourselves, so it is believed. */
import type { Booking } from '../../domain/bookings/booking.ts'
import { occupiedBy } from '../../domain/bookings/close-site.ts'
import type { Occupied } from '../../domain/bookings/occupancy.ts'
import type { Interval } from '../../domain/values/interval.ts'
import type { Reader } from '../storage/storage.ts'

const live = ['held', 'confirmed', 'checked-in']

export async function findBooking(reader: Reader, id: string): Promise<Booking | null> {
  const row = await reader
    .selectFrom('booking')
    .select('body')
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined ? null : toBooking(row.body)
}

/** Live bookings of a site that touch the interval. */
export async function liveBookingsAround(
  reader: Reader,
  siteId: string,
  interval: Interval,
): Promise<readonly Booking[]> {
  const rows = await reader
    .selectFrom('booking')
    .select('body')
    .where('site_id', '=', siteId)
    .where('state', 'in', live)
    .where('ends_at', '>', interval.startsAt)
    .where('starts_at', '<', interval.endsAt)
    .execute()
  return rows.map((row) => toBooking(row.body))
}

/** Everything that ever held the site's resources in the interval and was not given back: live and past, not cancelled. */
export async function occupiedAround(
  reader: Reader,
  siteId: string,
  interval: Interval,
): Promise<readonly Occupied[]> {
  const rows = await reader
    .selectFrom('booking')
    .select('body')
    .where('site_id', '=', siteId)
    .where('state', 'in', [...live, 'completed', 'no-show'])
    .where('ends_at', '>', interval.startsAt)
    .where('starts_at', '<', interval.endsAt)
    .orderBy('id')
    .execute()
  return rows.map((row) => occupiedBy(toBooking(row.body)))
}

export async function bookingsOfMember(
  reader: Reader,
  memberId: string,
  endingAfter: number,
): Promise<readonly Booking[]> {
  const rows = await reader
    .selectFrom('booking')
    .select('body')
    .where('member_id', '=', memberId)
    .where('ends_at', '>', endingAfter)
    .orderBy('id')
    .execute()
  return rows.map((row) => toBooking(row.body))
}

function toBooking(body: string): Booking {
  return JSON.parse(body) as Booking
}
