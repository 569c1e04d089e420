/** Under the next date of a series: how many there are, all of them, and what can be done about several at once. */
import './series.css'
import { type Accessor, createSignal, type JSX, lazy, Show, Suspense } from 'solid-js'
import type { LocalDate } from '../../../domain/values/local-date.ts'
import type { BookingRow } from '../../store/rows.ts'
import { KeyedFor } from '../../ui/keyed-for.tsx'
import { words } from '../../ui/words.ts'
import { isCancellable } from './cancel-series.ts'

const CancelSeriesSheet = lazy(async () => ({
  default: (await import('./cancel-series-sheet.tsx')).CancelSeriesSheet,
}))

export function SeriesBlock(props: {
  readonly rows: readonly BookingRow[]
  readonly today: LocalDate
  readonly card: (row: Accessor<BookingRow>) => JSX.Element
}): JSX.Element {
  const [isAsking, setAsking] = createSignal(false)
  return (
    <div class="series-block">
      <details>
        <summary>{words.series.left(props.rows.length)}</summary>
        <div class="stack">
          <KeyedFor each={props.rows.slice(1)} by={(row) => row.id}>
            {props.card}
          </KeyedFor>
        </div>
      </details>
      <Show when={props.rows.some(isCancellable)}>
        <button type="button" class="button" data-kind="quiet" onClick={() => setAsking(true)}>
          {words.series.cancelDates}
        </button>
      </Show>
      <Suspense>
        <Show when={isAsking()}>
          <CancelSeriesSheet
            rows={props.rows.filter(isCancellable)}
            today={props.today}
            onClose={() => setAsking(false)}
          />
        </Show>
      </Suspense>
    </div>
  )
}
