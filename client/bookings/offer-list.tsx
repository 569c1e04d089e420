import { type Accessor, type JSX, lazy, Show, Suspense } from 'solid-js'
import type { Offer } from '../../domain/bookings/search/offers.ts'
import { spanAt } from '../../domain/bookings/wishes/times-of-day.ts'
import type { RestOf } from '../app/rest-of.ts'
import { words } from '../ui/first-words.ts'
import { Icon } from '../ui/icon.tsx'
import { KeyedFor } from '../ui/keyed-for.tsx'
import type { Book } from './book-state.ts'
import { OfferRow } from './offer-row.tsx'

/** Only where nothing is free. */
const KeepLooking = lazy(async () => ({
  default: (await import('./waitlist/wait-actions.tsx')).KeepLooking,
}))
const NextFree = lazy(async () => ({ default: (await import('./next-free.tsx')).NextFree }))

/** What is free comes first; what is not stands behind a line that says how much, each with its reason. */
export function OfferList(props: {
  readonly book: Book
  readonly restOf: RestOf | null
  readonly onOpen: (offer: Offer) => void
}): JSX.Element {
  const isFree = ({ availability: { state } }: Offer) => state === 'available' || state === 'mine'
  const free = () => props.book.offers().filter(isFree)
  const taken = () => props.book.offers().filter((offer) => !isFree(offer))
  /** Whoever asks for a place by name wants to read why not. */
  const isAnswer = () =>
    taken().some(({ resource }) => props.book.search().named.includes(resource.id))
  /** What it answers for where that is another time than the wished one. */
  const wishedOf = ({ interval }: Offer) => spanAt({ zone: props.book.zone() }, interval)
  const row = (offer: Accessor<Offer>) => (
    <OfferRow
      offer={offer()}
      zone={props.book.zone()}
      open={props.book.open()}
      free={props.book.freeOf(offer().resource)}
      wished={wishedOf(offer())}
      favourites={props.book.favourites()}
      rest={props.restOf?.(offer()) ?? null}
      onOpen={() => props.onOpen(offer())}
    />
  )
  return (
    <Show when={props.book.isRead()} fallback={<Arriving book={props.book} />}>
      <ul class="offers" aria-label={words.bookings.freeNow(free().length)}>
        <KeyedFor each={free()} by={keyOf} fallback={<NoneFree book={props.book} />}>
          {row}
        </KeyedFor>
      </ul>
      <Show when={taken().length > 0}>
        <details class="taken" open={free().length === 0 || isAnswer()}>
          <summary>{words.bookings.notFree(taken().length)}</summary>
          <ul class="offers">
            <KeyedFor each={taken()} by={keyOf}>
              {row}
            </KeyedFor>
          </ul>
        </details>
      </Show>
    </Show>
  )
}

/** From the device it is read at once: then there is nothing to show before it. */
function Arriving(props: { readonly book: Book }): JSX.Element {
  return (
    <Show when={props.book.isArriving()}>
      <div class="stack" role="status" aria-label={words.app.arriving}>
        <div class="skeleton" />
        <div class="skeleton" />
        <div class="skeleton" />
      </div>
    </Show>
  )
}

function keyOf(offer: Offer): string {
  return offer.resource.id
}

function NoneFree(props: { readonly book: Book }): JSX.Element {
  const isFiltered = () => props.book.search().amenities.length > 0
  return (
    <li class="empty">
      <Icon name="search" />
      <p>
        <strong>{isFiltered() ? words.bookings.noneWithFilters : words.bookings.noneFree}</strong>
      </p>
      <Suspense fallback={<p class="soft">{words.search.looking}</p>}>
        <NextFree book={props.book} />
      </Suspense>
      <Show when={props.book.interval()}>
        {(interval) => (
          <Suspense>
            <KeepLooking
              catalogue={props.book.space().catalogue}
              resourceIds={props.book.offers().map(({ resource }) => resource.id)}
              interval={interval()}
              people={props.book.search().people}
            />
          </Suspense>
        )}
      </Show>
      <Show when={isFiltered()}>
        <button type="button" class="button" onClick={() => props.book.change({ with: '' })}>
          {words.bookings.clearFilters}
        </button>
      </Show>
    </li>
  )
}
