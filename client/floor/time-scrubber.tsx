/**
 * The day as a line with a window on it. Either end can be dragged, the whole window too; and for who does not drag: each end is a
 * slider for the arrow keys, a tap on the line brings the nearer end there, and two buttons move the window by half an hour.
 */
import { createMemo, For, type JSX, Show } from 'solid-js'
import type { TimeSpan } from '../../domain/bookings/times-of-day.ts'
import { formatMinute } from '../../domain/values/zone.ts'
import { Icon } from '../ui/icon.tsx'
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

export function TimeScrubber(props: TimeScrubberProps): JSX.Element {
  let line: HTMLDivElement | undefined
  let grip: { readonly grip: Grip; readonly from: number; readonly span: TimeSpan } | null = null
  const share = (minute: number) =>
    Math.min(1, Math.max(0, (minute - props.open.from) / (props.open.until - props.open.from)))
  const stretch = ({ from, until }: TimeSpan): JSX.CSSProperties => ({
    'inset-inline-start': `${share(from) * 100}%`,
    'inline-size': `${(share(until) - share(from)) * 100}%`,
  })
  const hours = createMemo(() => {
    const first = Math.ceil(props.open.from / 60)
    const count = Math.floor(props.open.until / 60) - first + 1
    return Array.from({ length: Math.max(0, count) }, (_, index) => first + index)
  })

  function minuteAt(event: PointerEvent): number {
    if (line === undefined) return props.open.from
    const { left, width } = line.getBoundingClientRect()
    const from =
      getComputedStyle(line).direction === 'rtl'
        ? 1 - (event.clientX - left) / width
        : (event.clientX - left) / width
    return props.open.from + from * (props.open.until - props.open.from)
  }

  function minutesPerPixel(): number {
    return (props.open.until - props.open.from) / Math.max(1, line?.clientWidth ?? 1)
  }

  function change(kind: Grip, by: number, span = props.span): void {
    const next = moved(kind, by, span, props.open, props.step)
    if (next.from !== props.span.from || next.until !== props.span.until) props.onChange(next)
  }

  function down(event: PointerEvent): void {
    line?.setPointerCapture(event.pointerId)
    const minute = minuteAt(event)
    const found = grabAt(minute, props.span, 22 * minutesPerPixel())
    grip = { grip: found, from: minute, span: props.span }
    // A tap beside the window brings its nearer end at once.
    if (found !== 'window' && Math.abs(minute - props.span[found]) > 22 * minutesPerPixel()) {
      change(found, minute - props.span[found])
      grip = { grip: found, from: minute, span: props.span }
    }
  }

  function move(event: PointerEvent): void {
    if (grip !== null) change(grip.grip, minuteAt(event) - grip.from, grip.span)
  }

  return (
    <div class="scrubber">
      <button
        type="button"
        class="button"
        data-kind="icon"
        aria-label={words.floor.earlier}
        disabled={props.span.from <= props.open.from}
        onClick={() => change('window', -props.step)}
      >
        <Icon name="previous" />
      </button>
      <fieldset class="scrubber-day">
        <legend class="visually-hidden">{words.floor.timeOfDay}</legend>
        <div
          ref={line}
          class="scrubber-line"
          onPointerDown={down}
          onPointerMove={move}
          onPointerUp={() => {
            grip = null
          }}
          onPointerCancel={() => {
            grip = null
          }}
        >
          <div class="scrubber-track" aria-hidden="true">
            <For each={props.free ?? []}>
              {(span) => <i data-kind="free" style={stretch(span)} />}
            </For>
          </div>
          <div class="scrubber-window" aria-hidden="true" style={stretch(props.span)} />
          <Show when={props.nowMinute}>
            {(minute) => (
              <i
                class="scrubber-now"
                aria-hidden="true"
                style={{ 'inset-inline-start': `${share(minute()) * 100}%` }}
              />
            )}
          </Show>
          <Handle
            {...props}
            end="from"
            share={share(props.span.from)}
            onMove={(by) => change('from', by)}
          />
          <Handle
            {...props}
            end="until"
            share={share(props.span.until)}
            onMove={(by) => change('until', by)}
          />
        </div>
        <div class="scrubber-hours" aria-hidden="true">
          <For each={hours()}>
            {(hour) => (
              <span
                style={{ 'inset-inline-start': `${share(hour * 60) * 100}%` }}
                data-odd={hour % 3 !== 0 ? '' : undefined}
              >
                {hour}
              </span>
            )}
          </For>
        </div>
      </fieldset>
      <button
        type="button"
        class="button"
        data-kind="icon"
        aria-label={words.floor.later}
        disabled={props.span.until >= props.open.until}
        onClick={() => change('window', props.step)}
      >
        <Icon name="next" />
      </button>
    </div>
  )
}

function Handle(
  props: Pick<TimeScrubberProps, 'open' | 'span' | 'step'> & {
    readonly end: 'from' | 'until'
    readonly share: number
    readonly onMove: (minutes: number) => void
  },
): JSX.Element {
  const keys: Readonly<Record<string, number>> = {
    ArrowLeft: -1,
    ArrowDown: -1,
    ArrowRight: 1,
    ArrowUp: 1,
    PageDown: -4,
    PageUp: 4,
  }
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
      style={{ 'inset-inline-start': `${props.share * 100}%` }}
      onKeyDown={(event) => {
        const steps = keys[event.key]
        if (steps === undefined) return
        event.preventDefault()
        props.onMove(steps * props.step)
      }}
    />
  )
}
