import { For, type JSX, Show } from 'solid-js'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import type { LocalDate } from '../../domain/values/local-date.ts'
import { formatMinute, toWallTime } from '../../domain/values/zone.ts'
import {
  dateText,
  moneyText,
  refusalText,
  stateSentences,
  stateWords,
} from '../../domain/words/english.ts'
import type { BookingRow } from '../store/rows.ts'
import { StateBadge, type StateTone } from '../ui/state-badge.tsx'
import { cancelBooking, confirmHold, extendHold, withdrawWish } from './change-booking.ts'
import { requestBooking } from './request-booking.ts'

const tones: Readonly<Record<BookingRow['state'], StateTone>> = {
  saved: 'held',
  received: 'held',
  held: 'held',
  confirmed: 'mine',
  'checked-in': 'mine',
  completed: 'busy',
  'no-show': 'busy',
  refused: 'problem',
  'ask-again': 'problem',
  expired: 'problem',
  cancelled: 'busy',
  lapsed: 'busy',
}

/** One booking or wish, with its state in words and what can be done about it. */
export function BookingCard(props: {
  readonly row: BookingRow
  readonly catalogue: Catalogue | undefined
  readonly today: LocalDate
}): JSX.Element {
  const name = (id: string) =>
    props.catalogue?.resources.find((resource) => resource.id === id)?.name ?? 'A place'
  const word = () => (props.row.wish === 'cancel' ? 'Cancelling…' : stateWords[props.row.state])
  return (
    <article class="card stack" data-state={props.row.state}>
      <div class="row" data-spread>
        <h3>{name(props.row.resourceId)}</h3>
        <StateBadge tone={tones[props.row.state]} word={word()} />
      </div>
      <p>
        {dateText(props.row.date, props.today)}, {props.row.startText}–{props.row.endText}
        <Show when={props.row.price}>
          {(price) => <span class="soft"> · {moneyText(price())}</span>}
        </Show>
      </p>
      <Show when={props.row.wishedResourceId}>
        {(wished) => (
          <p class="soft">{name(wished())} was taken, so you have the nearest free one.</p>
        )}
      </Show>
      <Show when={props.row.state === 'saved' || props.row.state === 'received'}>
        <p class="soft">{stateSentences[props.row.state]}</p>
      </Show>
      <Refusal row={props.row} catalogue={props.catalogue} today={props.today} />
      <Actions row={props.row} catalogue={props.catalogue} />
    </article>
  )
}

function Refusal(props: {
  readonly row: BookingRow
  readonly catalogue: Catalogue | undefined
  readonly today: LocalDate
}): JSX.Element {
  const isNo = () => ['refused', 'ask-again', 'expired'].includes(props.row.state)
  const why = () =>
    props.row.refusal === null ? stateSentences[props.row.state] : refusalText(props.row.refusal)
  const name = (id: string) =>
    props.catalogue?.resources.find((resource) => resource.id === id)?.name ?? 'A place'
  return (
    <Show when={isNo()}>
      <p class="notice">{why()}</p>
      <div class="row">
        <For each={props.row.alternatives}>
          {(offer) => (
            <button
              type="button"
              class="button"
              onClick={() =>
                void requestBooking({
                  siteId: props.row.siteId,
                  choice: offer.choice,
                  price: offer.price,
                  people: props.row.people,
                  note: props.row.note,
                  takeNearest: false,
                })
              }
            >
              Book {name(offer.choice.resourceId)}, {formatMinute(offer.choice.wall.start.minute)}–
              {formatMinute(offer.choice.wall.end.minute)}
            </button>
          )}
        </For>
      </div>
    </Show>
  )
}

function Actions(props: {
  readonly row: BookingRow
  readonly catalogue: Catalogue | undefined
}): JSX.Element {
  const canCancel = () =>
    (props.row.state === 'confirmed' || props.row.state === 'held') && props.row.wish === null
  const holdText = () => {
    const zone = props.catalogue?.zone
    if (zone === undefined || props.row.holdExpiresAt === null) return ''
    return formatMinute(toWallTime(zone, props.row.holdExpiresAt).minute)
  }
  return (
    <div class="row">
      <Show when={props.row.state === 'held'}>
        <span class="soft">Held until {holdText()}</span>
        <button
          type="button"
          class="button"
          data-kind="primary"
          onClick={() => void confirmHold(props.row)}
        >
          Confirm
        </button>
        <Show when={!props.row.holdExtended}>
          <button type="button" class="button" onClick={() => void extendHold(props.row)}>
            5 more minutes
          </button>
        </Show>
      </Show>
      <Show when={canCancel()}>
        <button type="button" class="button" onClick={() => void cancelBooking(props.row)}>
          Cancel booking
        </button>
      </Show>
      <Show when={props.row.state === 'saved'}>
        <button type="button" class="button" onClick={() => void withdrawWish(props.row)}>
          Take back
        </button>
      </Show>
    </div>
  )
}
