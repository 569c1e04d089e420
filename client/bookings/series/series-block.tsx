/** Under the next date of a series: how many there are, all of them, and what can be done about several at once. */
import './series.css'
import { type Accessor, createSignal, type JSX, lazy, Show, Suspense } from 'solid-js'
import type { Member } from '../../../domain/memberships/member.ts'
import type { Catalogue } from '../../../domain/sites/catalogue.ts'
import type { LocalDate } from '../../../domain/values/local-date.ts'
import type { BookingRow } from '../../store/rows.ts'
import { KeyedFor } from '../../ui/keyed-for.tsx'
import { words } from '../../ui/words.ts'
import { isCancellable } from './cancel-series.ts'

const CancelSeriesSheet = lazy(async () => ({
  default: (await import('./cancel-series-sheet.tsx')).CancelSeriesSheet,
}))

const ChangeSeriesSheet = lazy(async () => ({
  default: (await import('./change-series-sheet.tsx')).ChangeSeriesSheet,
}))

export function SeriesBlock(props: {
  readonly rows: readonly BookingRow[]
  readonly catalogue: Catalogue | undefined
  readonly member: Member
  readonly today: LocalDate
  readonly card: (row: Accessor<BookingRow>) => JSX.Element
}): JSX.Element {
  const [asking, setAsking] = createSignal<'cancel' | 'change' | null>(null)
  const open = () => props.rows.filter(isCancellable)
  const close = () => setAsking(null)
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
      <Show when={open().length > 0}>
        <div class="row">
          <Show when={props.catalogue}>
            <button
              type="button"
              class="button"
              data-kind="quiet"
              onClick={() => setAsking('change')}
            >
              {words.series.changeDates}
            </button>
          </Show>
          <button
            type="button"
            class="button"
            data-kind="quiet"
            onClick={() => setAsking('cancel')}
          >
            {words.series.cancelDates}
          </button>
        </div>
      </Show>
      <Suspense>
        <Show when={asking() === 'cancel'}>
          <CancelSeriesSheet rows={open()} today={props.today} onClose={close} />
        </Show>
        <Show when={asking() === 'change' && props.catalogue}>
          {(catalogue) => (
            <ChangeSeriesSheet
              catalogue={catalogue()}
              member={props.member}
              rows={open()}
              today={props.today}
              onClose={close}
            />
          )}
        </Show>
      </Suspense>
    </div>
  )
}
