import './bookings.css'
import { type JSX, lazy, Show, Suspense } from 'solid-js'
import { stateAt } from '../../domain/bookings/arrival/state-at.ts'
import { type Catalogue, placeName } from '../../domain/sites/catalogue.ts'
import type { IntentId } from '../../domain/values/ids.ts'
import { toInstant } from '../../domain/values/instant.ts'
import type { LocalDate } from '../../domain/values/local-date.ts'
import type { BookingRow } from '../store/rows.ts'
import { createCatalogues } from '../store/sites.ts'
import { createStatus } from '../store/status.ts'
import { words } from '../ui/first-words.ts'
import { Icon } from '../ui/icon.tsx'
import { StateBadge } from '../ui/state-badge.tsx'
import { BookingActions } from './booking-actions.tsx'
import { bookingTones } from './booking-tones.ts'
import { CardNotes } from './card-notes.tsx'
import { kindIcons } from './kinds.ts'
import { endOf, priceOf, startOf } from './row-texts.ts'

const RuleText = lazy(async () => ({ default: (await import('./series/rule-text.tsx')).RuleText }))

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
  const catalogues = createCatalogues()
  const status = createStatus()
  const resourceOf = (id: string) =>
    props.catalogue?.resources.find((resource) => resource.id === id)
  const state = () => stateAt(props.row, toInstant(Date.now()))
  const nameOf = (id: string) => placeName(props.catalogue, id) ?? words.bookings.notOnPlan
  const word = () =>
    props.row.wish === 'cancel' ? words.bookings.cancelling : words.states.words[state()]
  const isUnsettled = () => props.row.state === 'saved' || props.row.state === 'received'
  const waitingText = () =>
    props.row.state === 'saved' && status()?.state === 'online'
      ? words.bookings.onItsWay
      : words.states.sentences[props.row.state]
  const day = () => words.amounts.date(props.row.date, props.today)
  /** The location is named where there is more than one. */
  const about = () => {
    const site = (catalogues() ?? []).length > 1 ? props.catalogue?.site.name : undefined
    return [site, priceOf(props.row)].filter((part) => part !== undefined).join(' · ')
  }
  return (
    <article
      ref={card}
      tabindex="-1"
      onFocusOut={keepFocus}
      class="booking"
      classList={{ card: props.isPlain !== true }}
      data-state={props.row.state}
      aria-label={`${nameOf(props.row.resourceId)}, ${day()}, ${startOf(props.row)}`}
    >
      <div class="booking-head">
        <Icon name={kindIcons[resourceOf(props.row.resourceId)?.kind ?? 'hot-desk']} />
        <div>
          <h3>{nameOf(props.row.resourceId)}</h3>
          <p>
            {day()}, {startOf(props.row)}–{endOf(props.row)}
          </p>
          <p class="soft">
            {about()}
            <Show when={props.row.series}>
              {(series) => (
                <Suspense>
                  {' · '}
                  <RuleText recurrence={series().recurrence} />
                </Suspense>
              )}
            </Show>
          </p>
        </div>
        <StateBadge tone={bookingTones[state()]} word={word()} />
      </div>
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
        zone={props.catalogue?.zone}
        today={props.today}
        nameOf={nameOf}
        onRetry={props.onRetry}
      />
      <BookingActions row={props.row} catalogue={props.catalogue} />
    </article>
  )
}
