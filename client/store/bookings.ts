import type { Accessor } from 'solid-js'
import { createFirstQuery } from './live-query.ts'
import type { BookingRow } from './rows.ts'

/** What the member has booked or wished, in order of time. */
export function createBookings(): Accessor<readonly BookingRow[] | undefined> {
  return createFirstQuery((reader) => reader.all('bookings', 'startsAt'))
}
