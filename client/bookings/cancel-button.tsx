import { createSignal, type JSX, lazy, Show, Suspense } from 'solid-js'
import { predictCancel } from '../../domain/bookings/cancellation/predict-cancel.ts'
import { deviceNow } from '../app/clock.ts'
import type { BookingRow } from '../store/rows.ts'
import { words } from '../ui/words.ts'
import { cancelBooking } from './change-booking.ts'

const CancelSheet = lazy(async () => ({
  default: (await import('./cancel-sheet.tsx')).CancelSheet,
}))

/** Cancels at a tap where nothing stays owed; else it first says what comes back and what does not. */
export function CancelButton(props: { readonly row: BookingRow }): JSX.Element {
  const [isAsking, setAsking] = createSignal(false)
  const press = () => {
    const costs = (predictCancel(props.row, deviceNow())?.owed.amountMinor ?? 0) > 0
    if (costs) setAsking(true)
    else void cancelBooking(props.row)
  }
  return (
    <>
      <button type="button" class="button" data-kind="quiet" onClick={press}>
        {words.bookings.cancel}
      </button>
      <Suspense>
        <Show when={isAsking()}>
          <CancelSheet row={props.row} onClose={() => setAsking(false)} />
        </Show>
      </Suspense>
    </>
  )
}
