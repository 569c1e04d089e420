import { createEffect, For, type JSX, Show } from 'solid-js'
import { liveViewStates } from '../../domain/bookings/booking-view-row.ts'
import {
  addDays,
  daysBetween,
  isLocalDate,
  type LocalDate,
} from '../../domain/values/local-date.ts'
import type { BookingRow } from '../store/rows.ts'
import { words } from '../ui/first-words.ts'

/** Two weeks at a tap, any other day by a date field. A dot marks days on which the member has something. */
const DAYS_SHOWN = 14

export function DateStrip(props: {
  readonly today: LocalDate
  readonly date: LocalDate
  readonly bookings: readonly BookingRow[]
  readonly onChange: (date: LocalDate) => void
}): JSX.Element {
  const days = () => Array.from({ length: DAYS_SHOWN }, (_, day) => addDays(props.today, day))
  const hasOwn = (date: LocalDate) =>
    props.bookings.some((row) => row.date === date && liveViewStates.includes(row.state))
  const isBeyond = () => !days().includes(props.date)
  let strip: HTMLFieldSetElement | undefined
  createEffect(() => {
    // A day that was asked for elsewhere may lie beyond the edge.
    const chip = strip?.children[1 + Math.min(DAYS_SHOWN, daysBetween(props.today, props.date))]
    chip?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  })
  return (
    <fieldset class="strip" ref={strip}>
      <legend class="visually-hidden">{words.bookings.day}</legend>
      <For each={days()}>
        {(date) => (
          <button
            type="button"
            class="day-chip"
            aria-pressed={date === props.date}
            aria-label={words.amounts.longDate(date)}
            onClick={() => props.onChange(date)}
          >
            <span>
              {date === props.today ? words.app.places.today : words.amounts.weekday(date)}
            </span>
            <strong>{Number(date.slice(8))}</strong>
            <i data-shown={hasOwn(date)} />
          </button>
        )}
      </For>
      <label class="day-chip" data-pressed={isBeyond()}>
        <span>{words.bookings.otherDay}</span>
        <Show when={isBeyond()}>
          <strong>{words.amounts.datedFrom(props.date, props.today)}</strong>
        </Show>
        <input
          type="date"
          min={props.today}
          value={props.date}
          onChange={(event) => {
            const { value } = event.currentTarget
            if (isLocalDate(value) && value >= props.today) props.onChange(value)
          }}
        />
      </label>
    </fieldset>
  )
}
