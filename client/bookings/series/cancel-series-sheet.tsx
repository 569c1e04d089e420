/** Which dates of a series are given back, each by name, and what comes back for them, before anything is cancelled. */
import './series.css'
import { createSignal, For, type JSX, Show } from 'solid-js'
import { predictCancel } from '../../../domain/bookings/cancellation/predict-cancel.ts'
import { isInScope } from '../../../domain/bookings/series/cancel-series.ts'
import type { SeriesScope } from '../../../domain/bookings/wishes/series-wish.ts'
import type { LocalDate } from '../../../domain/values/local-date.ts'
import { add } from '../../../domain/values/money.ts'
import { createNow } from '../../app/clock.ts'
import type { BookingRow } from '../../store/rows.ts'
import { createStatus } from '../../store/status.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { words } from '../../ui/words.ts'
import { endOf, startOf } from '../row-texts.ts'
import { cancelDates } from './cancel-series.ts'

const scopeKinds = ['all', 'following', 'between'] as const
type ScopeKind = (typeof scopeKinds)[number]

interface SheetProps {
  /** The dates that can still be cancelled, in order; at least one. */
  readonly rows: readonly BookingRow[]
  readonly today: LocalDate
  readonly onClose: () => void
}

export function CancelSeriesSheet(props: SheetProps): JSX.Element {
  const status = createStatus()
  // The sheet stays with the dates it was opened for, so that what is read is what is cancelled.
  const { rows } = props
  const [kind, setKind] = createSignal<ScopeKind>('all')
  const [first, setFirst] = createSignal(0)
  const [last, setLast] = createSignal(rows.length - 1)
  const scope = (): SeriesScope => scopeOf(kind(), rows[first()], rows[last()])
  const chosen = () =>
    rows.filter(({ series, date }) => series && isInScope(scope(), series.occurrence, date))
  return (
    <Sheet title={words.series.cancelDates} onClose={props.onClose}>
      <div class="stack">
        <fieldset class="stack" data-gap="small">
          <legend class="visually-hidden">{words.series.which}</legend>
          <For each={scopeKinds}>
            {(one) => (
              <label class="choice">
                <input
                  type="radio"
                  name="series-scope"
                  checked={kind() === one}
                  onChange={() => setKind(one)}
                />
                {words.series.scopes[one]}
              </label>
            )}
          </For>
        </fieldset>
        <Show when={kind() !== 'all'}>
          <div class="two-fields">
            <DateChoice
              {...props}
              label={words.series.firstDay}
              chosen={first()}
              onChange={setFirst}
            />
            <Show when={kind() === 'between'}>
              <DateChoice
                {...props}
                label={words.series.lastDay}
                chosen={last()}
                onChange={setLast}
              />
            </Show>
          </div>
        </Show>
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
            void cancelDates(chosen(), scope())
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

function scopeOf(
  kind: ScopeKind,
  first: BookingRow | undefined,
  last: BookingRow | undefined,
): SeriesScope {
  if (kind === 'all' || first === undefined || last === undefined) return { kind: 'all' }
  if (kind === 'between') return { kind, from: first.date, until: last.date }
  return { kind, occurrence: first.series?.occurrence ?? 1 }
}

function DateChoice(
  props: SheetProps & {
    readonly label: string
    readonly chosen: number
    readonly onChange: (index: number) => void
  },
): JSX.Element {
  return (
    <label class="field">
      {props.label}
      <select onChange={(event) => props.onChange(Number(event.currentTarget.value))}>
        <For each={props.rows}>
          {(row, index) => (
            <option value={index()} selected={index() === props.chosen}>
              {words.amounts.date(row.date, props.today)}
            </option>
          )}
        </For>
      </select>
    </label>
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
