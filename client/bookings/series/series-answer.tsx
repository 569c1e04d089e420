/** What became of a series, in the place of its form: every date with its state. */
import { For, type JSX, Show } from 'solid-js'
import { viewedTime } from '../../../domain/bookings/viewed-time.ts'
import type { WaitRow } from '../../../domain/bookings/waitlist/wait-view.ts'
import type { Catalogue } from '../../../domain/sites/catalogue.ts'
import type { IntentId } from '../../../domain/values/ids.ts'
import type { LocalDate } from '../../../domain/values/local-date.ts'
import { createBookings } from '../../store/bookings.ts'
import type { BookingRow } from '../../store/rows.ts'
import { createWaits } from '../../store/waits.ts'
import { StateBadge } from '../../ui/state-badge.tsx'
import { words } from '../../ui/words.ts'
import { bookingTones } from '../booking-tones.ts'
import { WaitsNote } from './waits-note.tsx'

export function SeriesAnswer(props: {
  readonly intentId: IntentId
  readonly catalogue: Catalogue
  readonly today: LocalDate
  readonly onDone: () => void
  readonly onLookAgain: () => void
}): JSX.Element {
  const bookings = createBookings()
  const waits = createWaits()
  const waited = () => (waits() ?? []).filter((row) => row.intentId === props.intentId)
  const rows = () => (bookings() ?? []).filter((row) => row.intentId === props.intentId)
  const dates = () => rows().filter((row) => row.refusal?.reason !== 'preview-changed')
  /** The answer to the whole wish, where it was no. */
  const refusal = () => rows().find((row) => row.series === null && row.refusal !== null)?.refusal
  const booked = () => rows().filter(({ state }) => state === 'confirmed' || state === 'held')
  const ofState = (state: BookingRow['state']) => rows().filter((row) => row.state === state)
  const isUnsettled = () => rows().some(({ state }) => state === 'saved' || state === 'received')
  const heading = () => {
    if (refusal() != null) return words.states.words.refused
    if (isUnsettled()) return words.states.words[rows()[0]?.state ?? 'saved']
    if (booked().length === 0 && ofState('asked').length > 0) return words.states.words.asked
    return words.series.booked(booked().length, dates().length + waited().length)
  }
  return (
    <div
      class="stack"
      role="status"
      tabindex="-1"
      ref={(answer) => queueMicrotask(() => answer.focus())}
    >
      <p>
        <strong>{heading()}</strong>
      </p>
      <Show when={refusal()}>
        {(no) => <p class="notice">{words.refusal(no(), props.catalogue.zone)}</p>}
      </Show>
      <Show when={isUnsettled()}>
        <p class="soft">{words.series.waiting}</p>
      </Show>
      <Show when={ofState('held').length > 0}>
        <p class="soft">{words.series.held(ofState('held').length)}</p>
      </Show>
      <Show when={refusal() == null}>
        <ul class="occurrences">
          <For each={dates()}>{(row) => <AnswerRow {...props} row={row} />}</For>
          <For each={waited()}>{(row) => <WaitRowLine row={row} today={props.today} />}</For>
        </ul>
        <WaitsNote count={waited().length} />
      </Show>
      <Show when={refusal() != null}>
        <button type="button" class="button" data-wide onClick={() => props.onLookAgain()}>
          {words.series.lookAgain}
        </button>
      </Show>
      <button type="button" class="button" data-wide onClick={() => props.onDone()}>
        {words.app.done}
      </button>
    </div>
  )
}

function WaitRowLine(props: { readonly row: WaitRow; readonly today: LocalDate }): JSX.Element {
  return (
    <Show when={props.row.at}>
      {(at) => (
        <li class="occurrence">
          <p class="occurrence-line">
            <span>
              <strong>{words.amounts.date(viewedTime(at()).date, props.today)}</strong>{' '}
              <span class="soft">
                {viewedTime(at()).startText}–{viewedTime(at()).endText}
              </span>
            </span>
            <StateBadge tone="held" word={words.waitlist.states[props.row.state]} />
          </p>
        </li>
      )}
    </Show>
  )
}

function AnswerRow(props: {
  readonly row: BookingRow
  readonly catalogue: Catalogue
  readonly today: LocalDate
}): JSX.Element {
  return (
    <li class="occurrence">
      <p class="occurrence-line">
        <span>
          <strong>{words.amounts.date(props.row.date, props.today)}</strong>{' '}
          <span class="soft">
            {props.row.startText}–{props.row.endText}
          </span>
        </span>
        <StateBadge
          tone={bookingTones[props.row.state]}
          word={words.states.words[props.row.state]}
        />
      </p>
      <Show when={props.row.refusal}>
        {(no) => <p class="soft">{words.refusal(no(), props.catalogue.zone)}</p>}
      </Show>
    </li>
  )
}
