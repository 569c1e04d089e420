import './bookings.css'
import { createSignal, type JSX, Show } from 'solid-js'
import { type Catalogue, placeName } from '../../domain/sites/catalogue.ts'
import type { IntentId } from '../../domain/values/ids.ts'
import type { LocalDate } from '../../domain/values/local-date.ts'
import type { BookingRow } from '../store/rows.ts'
import { createStatus } from '../store/status.ts'
import { words } from '../ui/first-words.ts'
import { BookingActions } from './booking-actions.tsx'
import { CardHead } from './card-head.tsx'
import { CardNotes } from './card-notes.tsx'
import type { WishedChange } from './changes/change-model.ts'
import { ChangeOpener } from './changes/change-opener.tsx'
import { startOf } from './row-texts.ts'

export interface BookingCardProps {
  readonly row: BookingRow
  readonly catalogue: Catalogue | undefined
  readonly today: LocalDate
  /** Another wish was made instead of this one. */
  readonly onRetry?: (id: IntentId) => void
  /** Without a frame of its own, inside a sheet. */
  readonly isPlain?: boolean
}

/** One booking or wish, with its state in words and what can be done about it. */
export function BookingCard(props: BookingCardProps): JSX.Element {
  let card: HTMLElement | undefined
  // A button that has done its work goes away; the focus stays with the card instead of falling to the top of the page.
  const keepFocus = ({ target, relatedTarget }: FocusEvent) => {
    if (relatedTarget !== null) return
    queueMicrotask(() => {
      if (target instanceof Node && !target.isConnected) card?.focus()
    })
  }
  const [change, setChange] = createSignal<WishedChange | null>(null)
  const status = createStatus()
  const nameOf = (id: string) => placeName(props.catalogue, id) ?? words.bookings.notOnPlan
  const isUnsettled = () => props.row.state === 'saved' || props.row.state === 'received'
  const waitingText = () =>
    props.row.state === 'saved' && status()?.state === 'online'
      ? words.bookings.onItsWay
      : words.states.sentences[props.row.state]
  const day = () => words.amounts.date(props.row.date, props.today)
  return (
    <article
      ref={card}
      id={props.isPlain === true ? undefined : (props.row.bookingId ?? undefined)}
      tabindex="-1"
      onFocusOut={keepFocus}
      class="booking"
      classList={{ card: props.isPlain !== true }}
      data-state={props.row.state}
      aria-label={`${nameOf(props.row.resourceId)}, ${day()}, ${startOf(props.row)}`}
    >
      <CardHead row={props.row} catalogue={props.catalogue} today={props.today} nameOf={nameOf} />
      <Show when={props.row.wishedResourceId}>
        {(wished) => <p class="soft">{words.bookings.nearestTaken(nameOf(wished()))}</p>}
      </Show>
      <Show when={props.row.madeBy}>
        {(by) => <p class="soft">{words.bookings.madeBy[by()]}</p>}
      </Show>
      <Show when={isUnsettled()}>
        <p class="soft">{waitingText()}</p>
      </Show>
      <CardNotes
        row={props.row}
        catalogue={props.catalogue}
        today={props.today}
        nameOf={nameOf}
        onRetry={props.onRetry}
        onTake={setChange}
      />
      <BookingActions row={props.row} catalogue={props.catalogue} onChange={setChange} />
      <ChangeOpener
        row={props.row}
        catalogue={props.catalogue}
        start={change()}
        onClose={() => setChange(null)}
      />
    </article>
  )
}
