import type { Booking } from '../../domain/bookings/booking.ts'
import type { Interval } from '../../domain/values/interval.ts'
import type { Reader } from '../storage/storage.ts'

/** Live bookings of a site that touch the interval: a closure must deal with each. */
export async function loadBookingsOfSite(
  reader: Reader,
  siteId: string,
  interval: Interval,
): Promise<readonly Booking[]> {
  const rows = await reader
    .selectFrom('booking')
    .innerJoin('claim', 'claim.booking_id', 'booking.id')
    .select('booking.body')
    .where('booking.site_id', '=', siteId)
    .where('claim.released_at', 'is', null)
    .where('claim.ends_at', '>', interval.startsAt)
    .where('claim.starts_at', '<', interval.endsAt)
    .orderBy('booking.id')
    .execute()
  return rows.map((row) => JSON.parse(row.body) as Booking) // written by the settlement
}
