import type { SeriesScope } from '../../../domain/bookings/wishes/series-wish.ts'
import { must } from '../../../domain/values/assert.ts'
import { toInstant } from '../../../domain/values/instant.ts'
import { deviceNow } from '../../app/clock.ts'
import type { BookingRow } from '../../store/rows.ts'
import { undoIntent, writeIntent } from '../../sync/write-intent.ts'
import { showToast } from '../../ui/toast.tsx'
import { words } from '../../ui/words.ts'

/** How long a cancellation stays on the device so that it can be taken back. */
const UNDO_MS = 8_000

/** A date that is booked, has not begun, and about which no other wish is on its way. */
export function isCancellable(row: BookingRow): boolean {
  const isBooked = row.state === 'confirmed' || row.state === 'held'
  return isBooked && row.bookingId !== null && row.wish === null && row.startsAt > deviceNow()
}

/** Cancels the dates that were shown, with eight seconds to think again. */
export async function cancelDates(rows: readonly BookingRow[], scope: SeriesScope): Promise<void> {
  const { id } = must(rows[0]?.series, 'only dates of a series are cancelled together')
  const bookingIds = rows.flatMap(({ bookingId }) => bookingId ?? [])
  const deadlineAt = toInstant(Math.max(...rows.map(({ endsAt }) => endsAt)))
  const body = { seriesId: id, scope, bookingIds }
  const answer = await writeIntent('series.cancel', body, { deadlineAt, undoMs: UNDO_MS })
  if (answer.kind === 'not-saved') return showToast(words.states.notSaved[answer.why])
  showToast(words.series.datesCancelled(rows.length), {
    label: words.bookings.undo,
    run: () => void undoIntent(answer.id),
  })
}
