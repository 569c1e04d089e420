/** What is free when: kind, day and time on top, the list below, the same answers as on the plan. */
import { type Accessor, createSignal, type JSX, lazy, onMount, Show, Suspense } from 'solid-js'
import './bookings.css'
import { freshnessOf } from '../../domain/bookings/occupancy/freshness.ts'
import type { Offer } from '../../domain/bookings/search/offers.ts'
import { toInstant } from '../../domain/values/instant.ts'
import { formatMinute, toWallTime } from '../../domain/values/zone.ts'
import { late } from '../app/chunks.ts'
import { planAddress } from '../app/plan-address.ts'
import type { RestOf } from '../app/rest-of.ts'
import { type Space, WithSpace } from '../app/with-space.tsx'
import { words } from '../ui/first-words.ts'
import { Icon } from '../ui/icon.tsx'
import { painted } from '../ui/painted.ts'
import { KindChoice } from './book-filters.tsx'
import { type Book, createBook } from './book-state.ts'
import { DateStrip } from './date-strip.tsx'
import { kindsOf } from './kinds.ts'
import { Narrowing } from './narrowing.tsx'
import { OfferList } from './offer-list.tsx'
import { SearchField } from './search-field.tsx'

const BookingSheet = lazy(async () => ({
  default: (await import('./booking-sheet.tsx')).BookingSheet,
}))

const RowCover = late(async () => (await import('./row-cover.tsx')).RowCover)

/** Seen by who sets up a space, and gone then. */
const NothingToBook = lazy(async () => ({
  default: (await import('../app/nothing-to-book.tsx')).NothingToBook,
}))

export function BookPage(): JSX.Element {
  return <WithSpace>{(space) => <BookAt space={space} />}</WithSpace>
}

function BookAt(props: { readonly space: Accessor<Space> }): JSX.Element {
  const book = createBook(() => props.space())
  const [opened, setOpened] = createSignal<Offer | null>(null)
  const [restOf, setRestOf] = createSignal<RestOf | null>(null)
  onMount(() => void painted.then(BookingSheet.preload)) // there by the time somebody has chosen
  return (
    <main class="page" id="main" tabindex="-1">
      <div class="row" data-spread>
        <h1>{words.bookings.title}</h1>
        <a class="button" data-kind="quiet" href={planAddress(book.search())}>
          <Icon name="plan" />
          {words.bookings.showPlan}
        </a>
      </div>
      <Show
        when={props.space().catalogue.resources.length > 0}
        fallback={
          <Suspense>
            <NothingToBook space={props.space()} />
          </Suspense>
        }
      >
        <SearchField space={props.space()} onRead={book.change} />
        <Wishes space={props.space()} book={book} />
        <OldAnswer space={props.space()} book={book} />
        <OfferList book={book} restOf={restOf()} onOpen={setOpened} />
        <Suspense>
          <RowCover space={props.space()} onKnown={(known) => setRestOf(() => known)} />
        </Suspense>
      </Show>
      <Suspense>
        <Show when={opened()}>
          {(offer) => (
            <BookingSheet
              catalogue={props.space().catalogue}
              offer={offer()}
              interval={offer().interval}
              people={book.search().people}
              onClose={() => setOpened(null)}
            />
          )}
        </Show>
      </Suspense>
    </main>
  )
}

function Wishes(props: { readonly space: Space; readonly book: Book }): JSX.Element {
  const { search, change } = props.book
  return (
    <div class="stack">
      <KindChoice
        kinds={kindsOf(props.space.catalogue, props.space.member)}
        kind={search().kind}
        onChange={(kind) => change({ kind, with: '', named: '' })}
      />
      <DateStrip
        today={props.space.today}
        date={search().date}
        bookings={props.book.bookings()}
        onChange={(date) => change({ date })}
      />
      <Narrowing space={props.space} book={props.book} age={<Age {...props} />} />
    </div>
  )
}

/** How old the answer is. */
function Age(props: { readonly space: Space; readonly book: Book }): JSX.Element {
  const text = () => {
    const at = props.book.asOf()
    if (at === undefined || at === null) return null
    const { minute, date } = toWallTime(props.space.catalogue.zone, toInstant(at))
    const day = date === props.space.today ? '' : `${words.amounts.shortDate(date)}, `
    return words.bookings.asOf(`${day}${formatMinute(minute)}`)
  }
  return <span data-age={freshness(props)}>{text()}</span>
}

/** What is missing from it. */
function OldAnswer(props: { readonly space: Space; readonly book: Book }): JSX.Element {
  /** What the rules refuse on any day is known. */
  const canAsk = () => props.book.offers().some(({ availability }) => availability.refusal === null)
  return (
    <>
      <Show when={props.book.isUnknown() && canAsk()}>
        <p class="notice" data-tone="held">
          {words.bookings.unknownDay}
        </p>
      </Show>
      <Show when={freshness(props) === 'old'}>
        <p class="notice" data-tone="held">
          {words.bookings.oldAvailability}
        </p>
      </Show>
    </>
  )
}

function freshness({ book, space }: { readonly space: Space; readonly book: Book }) {
  const at = book.asOf()
  return at === undefined || at === null ? null : freshnessOf(toInstant(at), space.now)
}
