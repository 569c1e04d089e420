import { For, type JSX, Show } from 'solid-js'
import {
  type TimeChip,
  type TimeSpan,
  timeChips,
} from '../../domain/bookings/wishes/times-of-day.ts'
import { formatMinute } from '../../domain/values/zone.ts'
import { words } from '../ui/first-words.ts'

/** Five usual spans at a tap; "Other" opens two fields. */
export function TimeChoice(props: {
  readonly chip: TimeChip
  readonly span: TimeSpan | null
  readonly grid: readonly number[]
  readonly isPossible: (chip: TimeChip) => boolean
  readonly onChip: (chip: TimeChip) => void
  readonly onSpan: (span: TimeSpan) => void
}): JSX.Element {
  return (
    <>
      <fieldset class="strip">
        <legend class="visually-hidden">{words.bookings.time}</legend>
        <For each={timeChips}>
          {(chip) => (
            <button
              type="button"
              class="chip"
              aria-pressed={props.chip === chip}
              disabled={!props.isPossible(chip)}
              onClick={() => props.onChip(chip)}
            >
              {words.bookings.chips[chip]}
            </button>
          )}
        </For>
      </fieldset>
      <Show when={props.chip === 'custom'}>
        <TimeFields
          span={props.span ?? { from: props.grid[0] ?? 540, until: props.grid.at(-1) ?? 1080 }}
          grid={props.grid}
          onChange={props.onSpan}
        />
      </Show>
    </>
  )
}

/** A start and an end on the grid. A start past the end takes the end along, so that the span is never upside down. */
export function TimeFields(props: {
  readonly span: TimeSpan
  readonly grid: readonly number[]
  readonly onChange: (span: TimeSpan) => void
}): JSX.Element {
  const change = (from: number, until: number, isStart: boolean) => {
    if (from < until) return props.onChange({ from, until })
    const length = Math.max(props.span.until - props.span.from, 15)
    const last = props.grid.at(-1) ?? until
    props.onChange(
      isStart
        ? { from, until: Math.min(from + length, last) }
        : { from: Math.max(until - length, props.grid[0] ?? 0), until },
    )
  }
  return (
    <div class="two-fields">
      <MinuteField
        label={words.bookings.from}
        minute={props.span.from}
        grid={props.grid.slice(0, -1)}
        onChange={(from) => change(from, props.span.until, true)}
      />
      <MinuteField
        label={words.bookings.until}
        minute={props.span.until}
        grid={props.grid.slice(1)}
        onChange={(until) => change(props.span.from, until, false)}
      />
    </div>
  )
}

function MinuteField(props: {
  readonly label: string
  readonly minute: number
  readonly grid: readonly number[]
  readonly onChange: (minute: number) => void
}): JSX.Element {
  const options = () =>
    props.grid.includes(props.minute)
      ? props.grid
      : [...props.grid, props.minute].sort((a, b) => a - b)
  return (
    <label class="field">
      {props.label}
      <select onChange={(event) => props.onChange(Number(event.currentTarget.value))}>
        <For each={options()}>
          {(minute) => (
            <option value={minute} selected={minute === props.minute}>
              {formatMinute(minute)}
            </option>
          )}
        </For>
      </select>
    </label>
  )
}
