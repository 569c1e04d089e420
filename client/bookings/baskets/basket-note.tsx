/** On the card of a booking that was made together with others: with what, what comes with it, and giving all of it back. */
import { createMemo, type JSX, Show } from 'solid-js'
import { liveViewStates } from '../../../domain/bookings/booking-view-row.ts'
import { predictCancel } from '../../../domain/bookings/cancellation/predict-cancel.ts'
import { createNow } from '../../app/clock.ts'
import { createBookings } from '../../store/bookings.ts'
import type { BookingRow } from '../../store/rows.ts'
import { words } from '../../ui/words.ts'
import { cancelBasket } from './request-basket.ts'

export function BasketNote(props: {
  readonly row: BookingRow
  readonly nameOf: (resourceId: string) => string
}): JSX.Element {
  const bookings = createBookings()
  const now = createNow()
  const others = createMemo(() =>
    (bookings() ?? []).filter(
      (one) =>
        props.row.basketId !== null &&
        one.basketId === props.row.basketId &&
        one.id !== props.row.id &&
        liveViewStates.includes(one.state),
    ),
  )
  const all = () => [props.row, ...others()]
  const isAhead = (row: BookingRow) =>
    row.bookingId !== null && row.wish === null && row.startsAt > now()
  const isFree = () =>
    all().every((row) => (predictCancel(row, now())?.owed.amountMinor ?? 0) === 0)
  /** Until it is paid it is let go as a whole, which its own lines say. */
  const isPaidTogether = () => props.row.state === 'to-pay' && props.row.paidWith !== null
  const canCancel = () => others().length > 0 && all().every(isAhead) && !isPaidTogether()
  return (
    <>
      <Show when={props.row.extras.length > 0}>
        <p class="soft">
          {words.baskets.comesWith(
            props.row.extras.map(({ count, name }) => words.baskets.counted(count, name)),
          )}
        </p>
      </Show>
      <Show when={others().length > 0 && !isPaidTogether()}>
        <p class="soft">
          {words.baskets.together(others().map(({ resourceId }) => props.nameOf(resourceId)))}
        </p>
      </Show>
      <Show when={canCancel()}>
        <div class="row">
          <button
            type="button"
            class="button"
            data-kind="quiet"
            onClick={() => void cancelBasket(all())}
          >
            {isFree()
              ? words.baskets.cancelAll(all().length)
              : words.baskets.cancelAllOwing(all().length)}
          </button>
        </div>
      </Show>
    </>
  )
}
