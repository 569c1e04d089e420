import { must } from '../../domain/values/assert.ts'
import { toInstant } from '../../domain/values/instant.ts'
import { notSavedWords } from '../../domain/words/english.ts'
import type { BookingRow } from '../store/rows.ts'
import { undoIntent, type WriteAnswer, writeIntent } from '../sync/write-intent.ts'
import { showToast } from '../ui/toast.tsx'

/** How long a cancellation stays on the device so that it can be taken back. */
const UNDO_MS = 8_000

/** Cancels, with eight seconds to think again. */
export async function cancelBooking(row: BookingRow): Promise<void> {
  const answer = await write('booking.cancel', row, UNDO_MS)
  if (answer.kind === 'not-saved') return showToast(notSavedWords[answer.why])
  showToast('Booking cancelled', { label: 'Undo', run: () => void undoIntent(answer.id) })
}

/** Takes a wish back that has not left the device, or cancels the booking it became. */
export async function withdrawWish(row: BookingRow): Promise<void> {
  if (!(await undoIntent(row.intentId)))
    showToast('It is on its way already. Cancel it once it is booked.')
}

export async function confirmHold(row: BookingRow): Promise<void> {
  const answer = await write('booking.confirm', row, 0)
  if (answer.kind === 'not-saved') showToast(notSavedWords[answer.why])
}

export async function extendHold(row: BookingRow): Promise<void> {
  const answer = await write('booking.extend-hold', row, 0)
  if (answer.kind === 'not-saved') showToast(notSavedWords[answer.why])
}

function write(
  kind: 'booking.cancel' | 'booking.confirm' | 'booking.extend-hold',
  row: BookingRow,
  undoMs: number,
): Promise<WriteAnswer> {
  const bookingId = must(row.bookingId, 'only what is booked or held can be changed')
  return writeIntent(kind, { bookingId }, { deadlineAt: toInstant(row.endsAt), undoMs })
}
