import type { Accessor } from 'solid-js'
import type { Booking } from '../../domain/bookings/booking.ts'
import { database } from './database.ts'
import { createLiveQuery } from './live-query.ts'
import type { BookingRow } from './rows.ts'

/** What the member has booked or wished, in order of time. */
export function createBookings(): Accessor<readonly BookingRow[] | undefined> {
  return createLiveQuery(() => database().bookings.orderBy('startsAt').toArray())
}

/** The member's bookings as the space wrote them, for rules that ask about them; empty before the first contact. */
export function createOwnBookings(): Accessor<readonly Booking[] | undefined> {
  return createLiveQuery(async () => (await database().facts.get('me'))?.bookings ?? [])
}
