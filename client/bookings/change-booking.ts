import { must } from '../../domain/values/assert.ts'
import { DAY_MS, toInstant } from '../../domain/values/instant.ts'
import type { BookingRow } from '../store/rows.ts'
import { undoIntent, type WriteAnswer, writeIntent } from '../sync/write-intent.ts'
import { showToast } from '../ui/toast.tsx'
import { words } from '../ui/words.ts'

/** How long a cancellation stays on the device so that it can be taken back. */
const UNDO_MS = 8_000

/** Cancels, with eight seconds to think again. */
export async function cancelBooking(row: BookingRow): Promise<void> {
  const answer = await write('booking.cancel', row, UNDO_MS)
  if (answer.kind === 'not-saved') return showToast(words.states.notSaved[answer.why])
  showToast(words.bookings.cancelled, {
    label: words.bookings.undo,
    run: () => void undoIntent(answer.id),
  })
}

/** Takes a wish back that has not left the device. */
export async function withdrawWish(row: BookingRow): Promise<void> {
  const isGone = await undoIntent(row.intentId)
  showToast(isGone ? words.bookings.takenBack : words.bookings.tooLateToTakeBack)
}

export async function confirmHold(row: BookingRow): Promise<void> {
  const answer = await write('booking.confirm', row, 0)
  if (answer.kind === 'not-saved') showToast(words.states.notSaved[answer.why])
}

export async function extendHold(row: BookingRow): Promise<void> {
  const answer = await write('booking.extend-hold', row, 0)
  if (answer.kind === 'not-saved') showToast(words.states.notSaved[answer.why])
}

/** A request that nobody has answered is taken back like a booking, with eight seconds to think again. */
export async function takeRequestBack(row: BookingRow): Promise<void> {
  const answer = await write('booking.cancel', row, UNDO_MS)
  if (answer.kind === 'not-saved') return showToast(words.states.notSaved[answer.why])
  showToast(words.approval.takenBack, {
    label: words.bookings.undo,
    run: () => void undoIntent(answer.id),
  })
}

/** Kept on this device, with or without a network: it counts from now, whenever it arrives within a day. */
export async function checkIn(row: BookingRow): Promise<void> {
  const bookingId = must(row.bookingId, 'only what is booked can be checked in to')
  const deadlineAt = toInstant(row.endsAt + DAY_MS)
  const answer = await writeIntent('booking.check-in', { bookingId }, { deadlineAt })
  if (answer.kind === 'not-saved') showToast(words.states.notSaved[answer.why])
}

function write(
  kind: 'booking.cancel' | 'booking.confirm' | 'booking.extend-hold',
  row: BookingRow,
  undoMs: number,
): Promise<WriteAnswer> {
  const bookingId = must(row.bookingId, 'only what is booked or held can be changed')
  return writeIntent(kind, { bookingId }, { deadlineAt: toInstant(row.endsAt), undoMs })
}
