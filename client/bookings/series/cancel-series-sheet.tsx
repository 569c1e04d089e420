/** Which dates of a series are given back, each by name, and what comes back for them, before anything is cancelled. */
import './series.css'
import { For, type JSX, Show } from 'solid-js'
import { predictCancel } from '../../../domain/bookings/cancellation/predict-cancel.ts'
import type { LocalDate } from '../../../domain/values/local-date.ts'
import { add } from '../../../domain/values/money.ts'
import { createNow } from '../../app/clock.ts'
import type { BookingRow } from '../../store/rows.ts'
import { createStatus } from '../../store/status.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { words } from '../../ui/words.ts'
import { endOf, startOf } from '../row-texts.ts'
import { cancelDates } from './cancel-series.ts'
import { createScope, ScopeFields } from './scope-fields.tsx'

interface SheetProps {
  /** The dates that can still be cancelled, in order; at least one. */
  readonly rows: readonly BookingRow[]
  readonly today: LocalDate
  readonly onClose: () => void
}

export function CancelSeriesSheet(props: SheetProps): JSX.Element {
  const status = createStatus()
  // The sheet stays with the dates it was opened for, so that what is read is what is cancelled.
  const scope = createScope(props.rows)
  const { chosen } = scope
  return (
    <Sheet title={words.series.cancelDates} onClose={props.onClose}>
      <div class="stack">
        <ScopeFields scope={scope} today={props.today} />
        <ChosenDates rows={chosen()} today={props.today} />
        <Show when={status()?.state !== 'online'}>
          <p class="soft">{words.cancellation.offline}</p>
        </Show>
        <button
          type="button"
          class="button"
          data-kind="primary"
          data-wide
          disabled={chosen().length === 0}
          onClick={() => {
            void cancelDates(chosen(), scope.scope())
            props.onClose()
          }}
        >
          {words.series.cancelNow(chosen().length)}
        </button>
        <button type="button" class="button" data-wide onClick={() => props.onClose()}>
          {words.series.keepAll}
        </button>
      </div>
    </Sheet>
  )
}

/** Each date by name, and what comes back for all of them. */
function ChosenDates(props: {
  readonly rows: readonly BookingRow[]
  readonly today: LocalDate
}): JSX.Element {
  const now = createNow()
  const predicted = () => {
    const each = props.rows.flatMap((row) => predictCancel(row, now()) ?? [])
    const [first, ...rest] = each
    if (first === undefined) return null
    return {
      refundDue: rest.reduce((sum, one) => add(sum, one.refundDue), first.refundDue),
      owed: rest.reduce((sum, one) => add(sum, one.owed), first.owed),
    }
  }
  return (
    <div class="stack" data-gap="small" role="status">
      <ul class="occurrences">
        <For each={props.rows}>
          {(row) => (
            <li class="occurrence occurrence-line">
              <span>
                <strong>{words.amounts.date(row.date, props.today)}</strong>{' '}
                <span class="soft">
                  {startOf(row)}–{endOf(row)}
                </span>
              </span>
            </li>
          )}
        </For>
      </ul>
      <Show when={predicted()}>
        {(found) => (
          <p>
            <strong>{words.cancellation.result(found().refundDue, found().owed)}</strong>
          </p>
        )}
      </Show>
    </div>
  )
}
