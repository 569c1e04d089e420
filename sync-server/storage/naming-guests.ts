/**
 * Which bookings and which wishes name guests. Few do, so each table has an index of them, and a query finds it by the very same words alone.
 * A guest's id begins as no other does.
 */
import { sql } from 'kysely'
import type { Booking } from '../../domain/bookings/booking.ts'
import { parseKept } from './parse-kept.ts'
import type { Reader } from './storage.ts'

export const NAMES_GUESTS = `body like '%"id":"gue_%'`
export const WISHES_GUESTS = `kind in ('booking.request', 'booking.guests', 'series.request', 'basket.request') and record like '%"gue_%'`

/** What was over at a location by then and names guests still. */
export async function bookingsNamingGuests(
  reader: Reader,
  siteId: string,
  until: number,
  most: number,
): Promise<readonly Booking[]> {
  const rows = await reader
    .selectFrom('booking')
    .select('body')
    .where('site_id', '=', siteId)
    .where('ends_at', '<=', until)
    .where(sql.raw<boolean>(NAMES_GUESTS))
    .orderBy('ends_at')
    .limit(most)
    .execute()
  return rows.map(({ body }) => parseKept<Booking>(body))
}

/** Settled wishes that name guests, in the order of their ids, after one. */
export async function wishesNamingGuests(reader: Reader, after: string, most: number) {
  return reader
    .selectFrom('intent')
    .select(['id', 'record', 'settled_at', 'member_id', 'device_id'])
    .where(sql.raw<boolean>(WISHES_GUESTS))
    .where('settled_at', 'is not', null)
    .where('id', '>', after)
    .orderBy('id')
    .limit(most)
    .execute()
}
