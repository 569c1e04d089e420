/** What the space signed of a booking, as far as this device keeps it. */
import type { Accessor } from 'solid-js'
import type { BookingId } from '../../domain/values/ids.ts'
import { database } from './database.ts'
import { createLiveQuery } from './live-query.ts'
import type { SealRow } from './rows.ts'

/** Null where it is not here (yet). */
export function createSeal(id: () => BookingId): Accessor<SealRow | null | undefined> {
  return createLiveQuery(async (bookingId) => (await database().seals.get(bookingId)) ?? null, id)
}
