/** Which dates of a series are meant: all, one and what follows, or those between two. */
import { createSignal, For, type JSX, Show } from 'solid-js'
import { isInScope } from '../../../domain/bookings/series/cancel-series.ts'
import type { SeriesScope } from '../../../domain/bookings/wishes/series-wish.ts'
import type { LocalDate } from '../../../domain/values/local-date.ts'
import type { BookingRow } from '../../store/rows.ts'
import { words } from '../../ui/words.ts'

const scopeKinds = ['all', 'following', 'between'] as const
type ScopeKind = (typeof scopeKinds)[number]

/** The choice over dates that stay the same while it is made; at least one. */
export function createScope(rows: readonly BookingRow[]) {
  const [kind, setKind] = createSignal<ScopeKind>('all')
  const [first, setFirst] = createSignal(0)
  const [last, setLast] = createSignal(rows.length - 1)
  const scope = (): SeriesScope => scopeOf(kind(), rows[first()], rows[last()])
  const chosen = () =>
    rows.filter(({ series, date }) => series && isInScope(scope(), series.occurrence, date))
  return { rows, kind, setKind, first, setFirst, last, setLast, scope, chosen }
}

type Scope = ReturnType<typeof createScope>

function scopeOf(
  kind: ScopeKind,
  first: BookingRow | undefined,
  last: BookingRow | undefined,
): SeriesScope {
  if (kind === 'all' || first === undefined || last === undefined) return { kind: 'all' }
  if (kind === 'between') return { kind, from: first.date, until: last.date }
  return { kind, occurrence: first.series?.occurrence ?? 1 }
}

export function ScopeFields(props: {
  readonly scope: Scope
  readonly today: LocalDate
}): JSX.Element {
  const { scope } = props
  return (
    <>
      <fieldset class="stack" data-gap="small">
        <legend class="visually-hidden">{words.series.which}</legend>
        <For each={scopeKinds}>
          {(one) => (
            <label class="choice">
              <input
                type="radio"
                name="series-scope"
                checked={scope.kind() === one}
                onChange={() => scope.setKind(one)}
              />
              {words.series.scopes[one]}
            </label>
          )}
        </For>
      </fieldset>
      <Show when={scope.kind() !== 'all'}>
        <div class="two-fields">
          <DateChoice
            {...props}
            label={words.series.firstDay}
            chosen={scope.first()}
            onChange={scope.setFirst}
          />
          <Show when={scope.kind() === 'between'}>
            <DateChoice
              {...props}
              label={words.series.lastDay}
              chosen={scope.last()}
              onChange={scope.setLast}
            />
          </Show>
        </div>
      </Show>
    </>
  )
}

function DateChoice(props: {
  readonly scope: Scope
  readonly today: LocalDate
  readonly label: string
  readonly chosen: number
  readonly onChange: (index: number) => void
}): JSX.Element {
  return (
    <label class="field">
      {props.label}
      <select onChange={(event) => props.onChange(Number(event.currentTarget.value))}>
        <For each={props.scope.rows}>
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
