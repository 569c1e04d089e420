import type { Accessor } from 'solid-js'
import type { Booking } from '../../domain/bookings/booking.ts'
import { database } from './database.ts'
import { createLiveQuery } from './live-query.ts'

/** The member's bookings as the space wrote them, for rules that ask about them; empty before the first contact. */
export function createOwnBookings(): Accessor<readonly Booking[] | undefined> {
  return createLiveQuery(async () => (await database().facts.get('me'))?.bookings ?? [])
}
