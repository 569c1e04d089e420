/**
 * The day as a line with a window on it. Either end can be dragged, the whole window too; and for who does not drag: each end is a
 * slider for the arrow keys, a tap on the line brings the nearer end there, and two buttons move the window by half an hour.
 */
import './scrubber.css'
import { createMemo, For, type JSX, Show } from 'solid-js'
import type { TimeSpan } from '../../domain/bookings/wishes/times-of-day.ts'
import { formatMinute } from '../../domain/values/zone.ts'
import { StepButton } from '../ui/step-button.tsx'
import { words } from '../ui/words.ts'
import { type Grip, grabAt, moved } from './scrub.ts'

export interface TimeScrubberProps {
  readonly open: TimeSpan
  readonly span: TimeSpan
  /** Minutes between two stops of the window's ends. */
  readonly step: number
  /** Free stretches of the chosen place; null while none is chosen. */
  readonly free: readonly TimeSpan[] | null
  /** The present minute, on the day shown alone. */
  readonly nowMinute: number | null
  readonly onChange: (span: TimeSpan) => void
}

/** Half of a finger's width: an end is held by a touch this near. */
const REACH_PX = 22

export function TimeScrubber(props: TimeScrubberProps): JSX.Element {
  const change = (grip: Grip, by: number, span = props.span) => {
    const next = moved(grip, by, span, props.open, props.step)
    if (next.from !== props.span.from || next.until !== props.span.until) props.onChange(next)
  }
  return (
    <div class="scrubber">
      <StepButton
        icon="previous"
        label={words.floor.earlier}
        isOff={props.span.from <= props.open.from}
        onClick={() => change('window', -props.step)}
      />
      <fieldset class="scrubber-day">
        <legend class="visually-hidden">{words.floor.timeOfDay}</legend>
        <DayLine {...props} change={change} />
        <Hours open={props.open} />
      </fieldset>
      <StepButton
        icon="next"
        label={words.floor.later}
        isOff={props.span.until >= props.open.until}
        onClick={() => change('window', props.step)}
      />
    </div>
  )
}

/** Where a minute lies on the line, 0 to 1. */
function shareOf(open: TimeSpan, minute: number): number {
  return Math.min(1, Math.max(0, (minute - open.from) / (open.until - open.from)))
}

function placeOf(open: TimeSpan, minute: number): JSX.CSSProperties {
  return { 'inset-inline-start': `${shareOf(open, minute) * 100}%` }
}

function stretchOf(open: TimeSpan, { from, until }: TimeSpan): JSX.CSSProperties {
  const width = shareOf(open, until) - shareOf(open, from)
  return { ...placeOf(open, from), 'inline-size': `${width * 100}%` }
}

function DayLine(
  props: TimeScrubberProps & {
    readonly change: (grip: Grip, by: number, span?: TimeSpan) => void
  },
): JSX.Element {
  let held: { readonly grip: Grip; readonly at: number; readonly span: TimeSpan } | null = null

  function minuteAt(event: PointerEvent & { readonly currentTarget: HTMLElement }): number {
    const { left, width } = event.currentTarget.getBoundingClientRect()
    const along = (event.clientX - left) / Math.max(1, width)
    const isMirrored = getComputedStyle(event.currentTarget).direction === 'rtl'
    const share = isMirrored ? 1 - along : along
    return props.open.from + share * (props.open.until - props.open.from)
  }

  function down(event: PointerEvent & { readonly currentTarget: HTMLElement }): void {
    event.currentTarget.setPointerCapture(event.pointerId)
    const at = minuteAt(event)
    const perPixel = (props.open.until - props.open.from) / event.currentTarget.clientWidth
    const reach = REACH_PX * perPixel
    const grip = grabAt(at, props.span, reach)
    const away = grip === 'window' ? 0 : at - props.span[grip]
    // A tap beside the window brings its nearer end at once.
    if (reach < Math.abs(away)) props.change(grip, away)
    held = { grip, at, span: props.span }
  }

  return (
    <div
      class="scrubber-line"
      onPointerDown={down}
      onPointerMove={(event) => {
        if (held !== null) props.change(held.grip, minuteAt(event) - held.at, held.span)
      }}
      onPointerUp={() => {
        held = null
      }}
      onPointerCancel={() => {
        held = null
      }}
    >
      <div class="scrubber-track" aria-hidden="true">
        <For each={props.free ?? []}>{(span) => <i style={stretchOf(props.open, span)} />}</For>
      </div>
      <div class="scrubber-window" aria-hidden="true" style={stretchOf(props.open, props.span)} />
      <Show when={props.nowMinute}>
        {(minute) => (
          <i class="scrubber-now" aria-hidden="true" style={placeOf(props.open, minute())} />
        )}
      </Show>
      <Handle {...props} end="from" />
      <Handle {...props} end="until" />
    </div>
  )
}

const keys: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -4,
  PageUp: 4,
}

function Handle(
  props: Pick<TimeScrubberProps, 'open' | 'span' | 'step'> & {
    readonly end: 'from' | 'until'
    readonly change: (grip: Grip, by: number) => void
  },
): JSX.Element {
  return (
    <div
      class="scrubber-handle"
      role="slider"
      tabIndex={0}
      aria-label={words.floor[props.end]}
      aria-valuemin={props.open.from}
      aria-valuemax={props.open.until}
      aria-valuenow={props.span[props.end]}
      aria-valuetext={formatMinute(props.span[props.end])}
      style={placeOf(props.open, props.span[props.end])}
      onKeyDown={(event) => {
        const steps = keys[event.key]
        if (steps === undefined) return
        event.preventDefault()
        props.change(props.end, steps * props.step)
      }}
    />
  )
}

function Hours(props: { readonly open: TimeSpan }): JSX.Element {
  const hours = createMemo(() => {
    const first = Math.ceil(props.open.from / 60)
    const count = Math.floor(props.open.until / 60) - first + 1
    return Array.from({ length: Math.max(0, count) }, (_, index) => first + index)
  })
  return (
    <div class="scrubber-hours" aria-hidden="true">
      <For each={hours()}>
        {(hour) => (
          <span style={placeOf(props.open, hour * 60)} data-odd={hour % 3 === 0 ? undefined : ''}>
            {hour}
          </span>
        )}
      </For>
    </div>
  )
}
