import type { BasketItem, BasketRequest } from '../../../domain/bookings/wishes/basket-wish.ts'
import { defaultDeadline } from '../../../domain/bookings/wishes/default-deadline.ts'
import { must } from '../../../domain/values/assert.ts'
import { type BookingId, toId } from '../../../domain/values/ids.ts'
import { toInstant } from '../../../domain/values/instant.ts'
import { add, type Money } from '../../../domain/values/money.ts'
import { deviceNow } from '../../app/clock.ts'
import { database } from '../../store/database.ts'
import type { BookingRow } from '../../store/rows.ts'
import { undoIntent, type WriteAnswer, writeIntent } from '../../sync/write-intent.ts'
import { showToast } from '../../ui/toast.tsx'
import { words } from '../../ui/words.ts'

/** One wish for all of them, of use while all of them can be had. */
export async function requestBasket(
  wish: Omit<BasketRequest, 'quote' | 'ceiling'>,
  quote = totalOf(wish.items),
): Promise<WriteAnswer> {
  const known = await database()
    .catalogues.get(wish.siteId)
    .catch(() => undefined)
  const now = deviceNow()
  const deadlines = wish.items.map(({ choice }) =>
    defaultDeadline(known?.catalogue ?? null, [choice], now),
  )
  const deadlineAt = toInstant(Math.min(...deadlines))
  return writeIntent('basket.request', { ...wish, quote, ceiling: null }, { deadlineAt })
}

export function totalOf(items: readonly BasketItem[]): Money {
  return items.map(({ quote }) => quote).reduce(add)
}

/** How long a cancellation stays on the device so that it can be taken back. */
const UNDO_MS = 8_000

/** Gives back all that was booked together and is still to come, with eight seconds to think again. */
export async function cancelBasket(rows: readonly BookingRow[]): Promise<void> {
  const ids = rows.flatMap(({ bookingId }): readonly BookingId[] =>
    bookingId === null ? [] : [bookingId],
  )
  const basketId = must(rows[0]?.basketId, 'they were booked together')
  const deadlineAt = toInstant(Math.max(...rows.map(({ endsAt }) => endsAt)))
  const answer = await writeIntent(
    'basket.cancel',
    { basketId: toId('basket', basketId), bookingIds: ids },
    { deadlineAt, undoMs: UNDO_MS },
  )
  if (answer.kind === 'not-saved') return showToast(words.states.notSaved[answer.why])
  showToast(words.baskets.cancelled(ids.length), {
    label: words.bookings.undo,
    run: () => void undoIntent(answer.id),
  })
}
