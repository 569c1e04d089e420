import { type JSX, lazy, Show, Suspense } from 'solid-js'
import type { Offer } from '../../domain/bookings/search/offers.ts'
import { mayWaitAfter } from '../../domain/bookings/waitlist/may-wait.ts'
import type { Refusal } from '../../domain/bookings/wishes/refusal.ts'
import type { TimeSpan } from '../../domain/bookings/wishes/times-of-day.ts'
import { isByTheHour } from '../../domain/sites/granularity.ts'
import type { ResourceId } from '../../domain/values/ids.ts'
import type { Money } from '../../domain/values/money.ts'
import type { ZoneTable } from '../../domain/values/zone.ts'
import { FavouriteButton } from '../app/favourite-button.tsx'
import { words } from '../ui/first-words.ts'
import { availabilityTones, StateBadge } from '../ui/state-badge.tsx'
import { DayBar } from './day-bar.tsx'

const WhyNot = lazy(async () => ({ default: (await import('./why-not.tsx')).WhyNot }))

/** One place: what it is, its day, and either the one button or why not. */
export function OfferRow(props: {
  readonly offer: Offer
  readonly zone: ZoneTable
  readonly open: TimeSpan
  readonly free: readonly TimeSpan[]
  readonly wished: TimeSpan
  readonly favourites: readonly ResourceId[]
  /** What is left to pay where something covers it, else null. */
  readonly rest: Money | null
  readonly onOpen: () => void
}): JSX.Element {
  const resource = () => props.offer.resource
  const isAsked = () => resource().approvalMinutes !== null
  const about = () =>
    [
      resource().zoneName,
      ...(resource().capacity > 1 ? [words.bookings.peopleCount(resource().capacity)] : []),
      ...resource().amenities,
      ...(isByTheHour(resource().rules)
        ? []
        : [words.amounts.timeRange(props.wished.from, props.wished.until)]),
    ].join(' · ')
  return (
    <li class="offer" data-state={props.offer.availability.state}>
      <div class="row" data-spread>
        <div class="offer-name">
          <h2>{resource().name}</h2>
          <p class="soft">{about()}</p>
        </div>
        <FavouriteButton resource={resource()} favourites={props.favourites} />
        <Show
          when={props.offer.availability.price}
          fallback={
            <StateBadge
              tone={availabilityTones[props.offer.availability.state]}
              word={words.states.availability[props.offer.availability.state]}
            />
          }
        >
          {(price) => (
            <button
              type="button"
              class="button"
              data-kind="soft"
              aria-label={words.bookings.bookLabel(
                resource().name,
                props.rest ?? price(),
                isAsked(),
              )}
              onClick={props.onOpen}
            >
              {props.rest === null
                ? words.bookings.bookFor(price(), isAsked())
                : words.bookings.bookForRest(props.rest, isAsked())}
            </button>
          )}
        </Show>
      </div>
      <DayBar open={props.open} free={props.free} wished={props.wished} />
      <Show when={props.offer.availability.refusal}>
        {(no) => <Refused {...props} refusal={no()} />}
      </Show>
    </li>
  )
}

/** Why not, and what is left where somebody else has it. */
function Refused(props: {
  readonly offer: Offer
  readonly zone: ZoneTable
  readonly refusal: Refusal
  readonly onOpen: () => void
}): JSX.Element {
  return (
    <div class="row" data-spread data-tight>
      <p class="soft why-not">
        <Suspense>
          <WhyNot refusal={props.refusal} zone={props.zone} />
        </Suspense>
      </p>
      <Show when={mayWaitAfter(props.refusal)}>
        <button
          type="button"
          class="button"
          data-kind="quiet"
          aria-label={words.bookings.waitForLabel(props.offer.resource.name)}
          onClick={() => props.onOpen()}
        >
          {words.bookings.waitFor}
        </button>
      </Show>
    </div>
  )
}
