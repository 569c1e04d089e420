import { choiceAt } from '../../domain/bookings/wishes/choice.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import { must } from '../../domain/values/assert.ts'
import type { ResourceId } from '../../domain/values/ids.ts'
import { toInstant } from '../../domain/values/instant.ts'
import type { BookingRow } from '../store/rows.ts'
import { type WriteAnswer, writeIntent } from '../sync/write-intent.ts'

/** The member sits at another place than the one booked: one wish takes the booking there. */
export function sitHere(
  row: BookingRow,
  catalogue: Catalogue,
  resourceId: ResourceId,
): Promise<WriteAnswer> {
  const bookingId = must(row.bookingId, 'only a booking is taken along')
  const choice = choiceAt(catalogue, resourceId, { startsAt: row.startsAt, endsAt: row.endsAt })
  return writeIntent('booking.sit', { bookingId, choice }, { deadlineAt: toInstant(row.endsAt) })
}
