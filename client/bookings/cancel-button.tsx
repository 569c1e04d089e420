import { createSignal, type JSX, lazy, onMount, Show, Suspense } from 'solid-js'
import { deviceNow } from '../app/clock.ts'
import type { BookingRow } from '../store/rows.ts'
import { words } from '../ui/first-words.ts'
import { painted } from '../ui/painted.ts'

const CancelSheet = lazy(async () => ({
  default: (await import('./cancel-sheet.tsx')).CancelSheet,
}))

/** What a tap needs, and no paint. */
const predicting = () => import('../../domain/bookings/cancellation/predict-cancel.ts')

/** Cancels at a tap where nothing stays owed; else it first says what comes back and what does not. */
export function CancelButton(props: { readonly row: BookingRow }): JSX.Element {
  onMount(() => void painted.then(predicting))
  const [isAsking, setAsking] = createSignal(false)
  const press = async () => {
    const { predictCancel } = await predicting()
    const costs = (predictCancel(props.row, deviceNow())?.owed.amountMinor ?? 0) > 0
    if (costs) return setAsking(true)
    const { cancelBooking } = await import('./change-booking.ts')
    await cancelBooking(props.row)
  }
  return (
    <>
      <button type="button" class="button" data-kind="quiet" onClick={() => void press()}>
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
