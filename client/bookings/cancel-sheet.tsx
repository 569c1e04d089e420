/** What comes back and what stays owed, before a cancellation that costs something. */
import { type JSX, Show } from 'solid-js'
import { predictCancel } from '../../domain/bookings/cancellation/predict-cancel.ts'
import { createNow } from '../app/clock.ts'
import type { BookingRow } from '../store/rows.ts'
import { createStatus } from '../store/status.ts'
import { Sheet } from '../ui/sheet.tsx'
import { words } from '../ui/words.ts'
import { cancelBooking } from './change-booking.ts'

export function CancelSheet(props: {
  readonly row: BookingRow
  readonly onClose: () => void
}): JSX.Element {
  const now = createNow()
  const status = createStatus()
  const predicted = () => predictCancel(props.row, now())
  return (
    <Sheet title={words.cancellation.question} onClose={props.onClose}>
      <div class="stack">
        <Show when={predicted()}>
          {(found) => (
            <p>
              <strong>{words.cancellation.result(found().refundDue, found().owed)}</strong>
            </p>
          )}
        </Show>
        <Show when={status()?.state !== 'online'}>
          <p class="soft">{words.cancellation.offline}</p>
        </Show>
        <button
          type="button"
          class="button"
          data-kind="primary"
          data-wide
          onClick={() => {
            props.onClose()
            void cancelBooking(props.row)
          }}
        >
          {words.cancellation.yes}
        </button>
        <button type="button" class="button" data-wide onClick={() => props.onClose()}>
          {words.cancellation.no}
        </button>
      </div>
    </Sheet>
  )
}
