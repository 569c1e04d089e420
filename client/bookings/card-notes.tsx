/**
 * What a card says beyond the booking itself: its terms, why not, whose answer it waits for, and coming. Each takes rules and words of its
 * own, so each comes late.
 */
import { For, type JSX, lazy, Show, Suspense } from 'solid-js'
import { wholePrice } from '../../domain/bookings/baskets/whole-price.ts'
import { liveViewStates } from '../../domain/bookings/booking-view-row.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import type { IntentId } from '../../domain/values/ids.ts'
import type { LocalDate } from '../../domain/values/local-date.ts'
import type { ZoneTable } from '../../domain/values/zone.ts'
import type { BookingRow } from '../store/rows.ts'
import type { WishedChange } from './changes/change-model.ts'

const PolicyLines = lazy(async () => ({
  default: (await import('./policy-lines.tsx')).PolicyLines,
}))
const RefusalNotice = lazy(async () => ({
  default: (await import('./refusal-notice.tsx')).RefusalNotice,
}))
const ArrivalLine = lazy(async () => ({
  default: (await import('./arrival-line.tsx')).ArrivalLine,
}))
const HereLine = lazy(async () => ({ default: (await import('./here-line.tsx')).HereLine }))
const AskedLine = lazy(async () => ({ default: (await import('./asked-line.tsx')).AskedLine }))

/** Few bookings were made together with others. */
const BasketNote = lazy(async () => ({
  default: (await import('./baskets/basket-note.tsx')).BasketNote,
}))
const GuestsNote = lazy(async () => ({
  default: (await import('./guests/guests-note.tsx')).GuestsNote,
}))
const OfferLine = lazy(async () => ({
  default: (await import('./waitlist/offer-line.tsx')).OfferLine,
}))

const ToPayLine = lazy(async () => ({
  default: (await import('./prepaid/to-pay-line.tsx')).ToPayLine,
}))

const ChangeNotes = lazy(async () => ({
  default: (await import('./changes/change-notes.tsx')).ChangeNotes,
}))

/** Few ask the team to have a booking elsewhere. */
const MoveNote = lazy(async () => ({
  default: (await import('./changes/move-note.tsx')).MoveNote,
}))

const answeredNo: readonly BookingRow['state'][] = [
  'refused',
  'ask-again',
  'expired',
  'declined',
  'unanswered',
]

export function CardNotes(props: {
  readonly row: BookingRow
  readonly catalogue: Catalogue | undefined
  readonly today: LocalDate
  readonly nameOf: (resourceId: string) => string
  readonly onRetry: ((id: IntentId) => void) | undefined
  /** What was offered instead of a change was tapped. */
  readonly onTake: (start: WishedChange) => void
}): JSX.Element {
  const zone = () => props.catalogue?.zone
  /** What there is to say about coming: only where somebody has to check in. */
  const arrival = () => {
    const { checkIn, state } = props.row
    const isSaid = state === 'confirmed' || state === 'no-show'
    const clock = zone()
    return checkIn && clock && isSaid ? { times: checkIn, zone: clock } : null
  }
  /** Who asks to move a booking brings whom that booking names. */
  const hasGuests = () => liveViewStates.includes(props.row.state) && props.row.movesFrom === null
  const isChanging = () => props.row.wish === 'change' || props.row.wish === 'end'
  const termsRoom = () => <Room isKept={hasTerms(props.row)} of={['line', 'summary']} />
  return (
    <>
      <Show when={hasTerms(props.row) || isOwing(props.row) || props.row.cancelled !== null}>
        <Suspense fallback={termsRoom()}>
          <Show when={zone()} fallback={termsRoom()}>
            {(clock) => <PolicyLines row={props.row} zone={clock()} today={props.today} />}
          </Show>
        </Suspense>
      </Show>
      <Show when={props.row.basketId !== null}>
        <Suspense>
          <BasketNote row={props.row} nameOf={props.nameOf} />
        </Suspense>
      </Show>
      <Show when={hasGuests() && props.catalogue}>
        {(catalogue) => (
          <Suspense fallback={<Room isKept={mayBring(props)} of={['summary']} />}>
            <GuestsNote row={props.row} catalogue={catalogue()} />
          </Suspense>
        )}
      </Show>
      <Show when={answeredNo.includes(props.row.state)}>
        <Suspense>
          <RefusalNotice {...props} zone={zone()} />
        </Suspense>
      </Show>
      <Show when={isChanging() || props.row.answer !== null}>
        <Suspense>
          <ChangeNotes {...props} />
        </Suspense>
      </Show>
      <Show when={zone()}>{(known) => <Awaited {...props} zone={known()} />}</Show>
      <Show when={props.row.state === 'to-pay' && props.catalogue}>
        {(known) => (
          <Suspense>
            <ToPayLine {...props} catalogue={known()} name={props.nameOf(props.row.resourceId)} />
          </Suspense>
        )}
      </Show>
      <Here row={props.row} today={props.today} />
      <Show when={arrival()}>
        {(found) => (
          <Suspense fallback={<Room isKept={isToday(props)} of={['line']} />}>
            <ArrivalLine {...found()} row={props.row} today={props.today} />
          </Suspense>
        )}
      </Show>
    </>
  )
}

/** Room for what comes a moment later, so that the buttons below it stay where they are. */
function Room(props: {
  readonly isKept: boolean
  readonly of: readonly ('line' | 'summary')[]
}): JSX.Element {
  return (
    <Show when={props.isKept}>
      <For each={props.of}>{(what) => <p class="soft line" data-for={what} />}</For>
    </Show>
  )
}

function hasTerms({ state, startsAt, price }: BookingRow): boolean {
  return state === 'confirmed' && startsAt > Date.now() && (price?.amountMinor ?? 0) > 0
}

/** Something else is owed than its price, or nobody came. */
function isOwing({ state, owed, price, extras }: BookingRow): boolean {
  const whole = price === null ? null : wholePrice({ price, extras })
  const isStanding = state === 'confirmed' || state === 'checked-in'
  return state === 'no-show' || (isStanding && owed?.amountMinor !== whole?.amountMinor)
}

interface OfCard {
  readonly row: BookingRow
  readonly catalogue: Catalogue | undefined
  readonly today: LocalDate
}

/** Until it begins, where more than one has room. */
function mayBring({ row, catalogue }: OfCard): boolean {
  const place = catalogue?.resources.find(({ id }) => id === row.resourceId)
  return row.bookingId !== null && row.startsAt > Date.now() && (place?.capacity ?? 1) > 1
}

function isToday({ row, today }: OfCard): boolean {
  return row.date === today && row.endsAt > Date.now()
}

/** On the day itself, coming where nobody has to check in. */
function Here(props: { readonly row: BookingRow; readonly today: LocalDate }): JSX.Element {
  const isOpenDoor = () =>
    props.row.state === 'confirmed' && props.row.checkIn === null && props.row.date === props.today
  return (
    <Suspense>
      <Show when={isOpenDoor()}>
        <HereLine row={props.row} />
      </Show>
    </Suspense>
  )
}

/** Whose answer it waits for: the team's, or the member's own to an offer. */
function Awaited(props: {
  readonly row: BookingRow
  readonly catalogue: Catalogue | undefined
  readonly today: LocalDate
  readonly zone: ZoneTable
  readonly nameOf: (resourceId: string) => string
}): JSX.Element {
  return (
    <Suspense>
      <Show when={props.row.movesFrom}>{(from) => <MoveNote {...props} from={from()} />}</Show>
      <Show when={props.row.state === 'asked'}>
        <AskedLine row={props.row} zone={props.zone} />
      </Show>
      <Show when={props.row.state === 'offered'}>
        <OfferLine row={props.row} zone={props.zone} name={props.nameOf(props.row.resourceId)} />
      </Show>
    </Suspense>
  )
}
