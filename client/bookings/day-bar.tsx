import { For, type JSX } from 'solid-js'
import type { TimeSpan } from '../../domain/bookings/wishes/times-of-day.ts'
import { words } from '../ui/first-words.ts'

/** A day as a bar: open time, what is free of it, and the wished time as a frame around it. The same in words for who cannot see it. */
export function DayBar(props: {
  /** The span the bar covers. */
  readonly open: TimeSpan
  readonly free: readonly TimeSpan[]
  readonly wished: TimeSpan | null
}): JSX.Element {
  const place = ({ from, until }: TimeSpan): JSX.CSSProperties => {
    const length = props.open.until - props.open.from
    const at = (minute: number) =>
      Math.min(100, Math.max(0, ((minute - props.open.from) / length) * 100))
    return { 'inset-inline-start': `${at(from)}%`, 'inline-size': `${at(until) - at(from)}%` }
  }
  const inWords = () =>
    words.bookings.freeSpans(
      props.free.map(({ from, until }) => words.amounts.timeRange(from, until)).join(', '),
    )
  return (
    <div class="day-bar">
      <div class="day-bar-line" aria-hidden="true">
        <For each={props.free}>{(span) => <i data-kind="free" style={place(span)} />}</For>
        {props.wished === null ? null : <i data-kind="wished" style={place(props.wished)} />}
      </div>
      <p class="soft">{inWords()}</p>
    </div>
  )
}
