import type { Accessor } from 'solid-js'
import type { BookingId } from '../../domain/values/ids.ts'
import { database } from './database.ts'
import { createLiveQuery } from './live-query.ts'

/** The bookings that this device wants checked in and has no answer about: for staff, whose wishes are about other people. */
export function createOpenCheckIns(): Accessor<ReadonlySet<BookingId>> {
  const rows = createLiveQuery(() =>
    database().intents.where('state').anyOf('saved', 'received').toArray(),
  )
  return () =>
    new Set(
      (rows() ?? []).flatMap(({ intent }) =>
        intent.kind === 'booking.check-in' ? [intent.body.bookingId] : [],
      ),
    )
}
