/** What a member wishes of a booking that stands: to have it otherwise, or to end it now. */
import { choiceAt } from '../../../domain/bookings/wishes/choice.ts'
import type { Catalogue } from '../../../domain/sites/catalogue.ts'
import { must } from '../../../domain/values/assert.ts'
import type { ResourceId } from '../../../domain/values/ids.ts'
import { toInstant } from '../../../domain/values/instant.ts'
import type { Interval } from '../../../domain/values/interval.ts'
import type { Money } from '../../../domain/values/money.ts'
import type { BookingRow } from '../../store/rows.ts'
import { undoIntent, type WriteAnswer, writeIntent } from '../../sync/write-intent.ts'
import { showToast } from '../../ui/toast.tsx'
import { words } from '../../ui/words.ts'

/** How long an end stays on the device so that it can be taken back: what is free again may be somebody else's at once. */
const UNDO_MS = 8_000

/** Of use as long as both its time and the wished one are not over. `owed` is what the member was shown. */
export function wishChange(
  row: BookingRow,
  catalogue: Catalogue,
  place: { readonly resourceId: ResourceId; readonly interval: Interval },
  owed: Money,
): Promise<WriteAnswer> {
  const choice = choiceAt(catalogue, place.resourceId, place.interval)
  const deadlineAt = toInstant(Math.min(row.endsAt, place.interval.endsAt))
  const bookingId = must(row.bookingId, 'only what is booked can be changed')
  return writeIntent(
    'booking.change',
    { bookingId, choice, quote: owed, ceiling: null },
    { deadlineAt },
  )
}

/** Ends what runs, with eight seconds to think again. */
export async function endNow(row: BookingRow): Promise<void> {
  const bookingId = must(row.bookingId, 'only what is booked can be ended')
  const deadlineAt = toInstant(row.endsAt)
  const answer = await writeIntent('booking.end', { bookingId }, { deadlineAt, undoMs: UNDO_MS })
  if (answer.kind === 'not-saved') return showToast(words.states.notSaved[answer.why])
  showToast(words.changes.ended(row.owed), {
    label: words.bookings.undo,
    run: () => void undoIntent(answer.id),
  })
}
