/**
 * What is chosen: what it is, whether it is free, what it costs, and one button. For one person at one desk that button is the wish
 * itself; where people must be counted it opens the sheet. What is not free says why, until when, and what else there is.
 */
import './place.css'
import { type Component, createEffect, createSignal, type JSX, on, Show, Suspense } from 'solid-js'
import type { Cover } from '../../domain/bookings/lots/cover.ts'
import type { Alternative } from '../../domain/bookings/wishes/outcome.ts'
import type { Refusal } from '../../domain/bookings/wishes/refusal.ts'
import type { Member } from '../../domain/memberships/member.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import type { Resource } from '../../domain/sites/resource.ts'
import type { IntentId, ResourceId } from '../../domain/values/ids.ts'
import type { Interval } from '../../domain/values/interval.ts'
import type { LocalDate } from '../../domain/values/local-date.ts'
import { FavouriteButton } from '../app/favourite-button.tsx'
import type { BookingRow } from '../store/rows.ts'
import { Icon } from '../ui/icon.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { words } from '../ui/words.ts'
import type { PlaceAnswer } from './place-answers.ts'
import { PlaceOffer } from './place-offer.tsx'
import { type Telling, timeOf } from './place-words.ts'

export interface CardProps {
  readonly row: BookingRow
  readonly catalogue: Catalogue | undefined
  readonly today: LocalDate
  readonly onRetry?: (id: IntentId) => void
  readonly isPlain?: boolean
}

export interface WaitProps {
  readonly catalogue: Catalogue
  readonly resourceIds: readonly ResourceId[]
  readonly interval: Interval
  readonly people: number
  readonly refusal: Refusal
}

export interface HelpProps {
  readonly resource: Pick<Resource, 'id' | 'siteId'>
}

export interface PlaceBarProps {
  readonly answer: PlaceAnswer
  readonly telling: Telling
  readonly catalogue: Catalogue
  readonly member: Member
  readonly today: LocalDate
  readonly bookings: readonly BookingRow[]
  readonly favourites: readonly ResourceId[]
  readonly isOffline: boolean
  /** What of its price is covered. */
  readonly cover: Cover
  /** The place as it is when it is free next that day; null when it is not any more. */
  readonly nextFree: PlaceAnswer | null
  readonly alternatives: readonly Alternative[]
  readonly card: Component<CardProps>
  /** What can be done about a place that somebody else has. */
  readonly wait: Component<WaitProps>
  /** What is broken there, and the way to say so. */
  readonly help: Component<HelpProps>
  /** Makes the wish for what was answered; the text says why it could not be kept. */
  readonly onBook: (
    answer: PlaceAnswer,
    takeNearest: boolean,
  ) => Promise<{ readonly id: IntentId } | { readonly trouble: string }>
  /** A booking of the member's elsewhere that could come here now. */
  readonly sitting: BookingRow | null
  /** Takes it along; the text says why that could not be kept. */
  readonly onSit: (row: BookingRow) => Promise<string>
  readonly onOpenSheet: () => void
  /** The address of this place at this time. */
  readonly address: string
  readonly onSeeTime: (interval: Interval) => void
  readonly onAlternative: (alternative: Alternative) => void
  readonly onClose: () => void
}

export function PlaceBar(props: PlaceBarProps): JSX.Element {
  const [sent, setSent] = createSignal<IntentId | null>(null)
  const [trouble, setTrouble] = createSignal('')
  const [takeNearest, setTakeNearest] = createSignal(true)
  const resource = () => props.answer.resource
  // Another place or time is another question.
  createEffect(
    on(
      [
        () => resource().id,
        () => props.answer.interval.startsAt,
        () => props.answer.interval.endsAt,
      ],
      () => {
        setSent(null)
        setTrouble('')
      },
    ),
  )
  const row = () => {
    const made = props.bookings.find((one) => one.intentId === sent())
    return made ?? props.answer.own
  }

  async function book(wanted: PlaceAnswer): Promise<void> {
    const answer = await props.onBook(wanted, props.isOffline && takeNearest())
    if ('trouble' in answer) {
      setTrouble(answer.trouble)
      return
    }
    if (wanted !== props.answer) props.onSeeTime(wanted.interval)
    setSent(answer.id)
  }

  return (
    <section class="place-bar" aria-label={resource().name}>
      <button
        type="button"
        class="button"
        data-kind="icon"
        aria-label={words.floor.close}
        onClick={() => props.onClose()}
      >
        <Icon name="close" />
      </button>
      <FavouriteButton resource={resource()} favourites={props.favourites} />
      <LinkButton address={props.address} />
      <Show
        when={row()}
        fallback={<PlaceOffer {...props} onBookNext={(next) => void book(next)} />}
      >
        {(found) => (
          <div role="status">
            <props.card
              row={found()}
              catalogue={props.catalogue}
              today={props.today}
              onRetry={setSent}
              isPlain
            />
          </div>
        )}
      </Show>
      <Show when={row() === null && props.answer.availability.price !== null}>
        <Show when={props.isOffline}>
          <label class="choice">
            <input
              type="checkbox"
              checked={takeNearest()}
              onChange={(event) => setTakeNearest(event.currentTarget.checked)}
            />
            {words.bookings.takeNearest}
          </label>
        </Show>
        <BookButton {...props} onPress={() => void book(props.answer)} />
      </Show>
      <SitButton {...props} onTrouble={setTrouble} />
      <Suspense>
        <props.help resource={resource()} />
      </Suspense>
      <p role="alert" class="state" data-tone="problem">
        {trouble()}
      </p>
    </section>
  )
}

function SitButton(
  props: PlaceBarProps & { readonly onTrouble: (text: string) => void },
): JSX.Element {
  return (
    <Show when={props.sitting}>
      {(found) => (
        <button
          type="button"
          class="button"
          data-wide
          onClick={() => void props.onSit(found()).then(props.onTrouble)}
        >
          {words.arrival.sitHere}
        </button>
      )}
    </Show>
  )
}

function BookButton(props: PlaceBarProps & { readonly onPress: () => void }): JSX.Element {
  const { zone } = props.telling
  const time = () =>
    `${timeOf(zone, props.answer.interval.startsAt)}–${timeOf(zone, props.answer.interval.endsAt)}`
  const needsPeople = () => props.answer.resource.capacity > 1
  const label = () =>
    needsPeople()
      ? words.floor.choosePeople(time())
      : props.isOffline
        ? words.floor.save(time())
        : words.floor.book(time(), props.answer.resource.approvalMinutes !== null)
  return (
    <button
      type="button"
      class="button"
      data-kind="primary"
      data-wide
      onClick={() => (needsPeople() ? props.onOpenSheet() : props.onPress())}
    >
      {label()}
    </button>
  )
}
