import { createSignal, type JSX, lazy, Show, Suspense } from 'solid-js'
import { checkUnpaid } from '../../domain/bookings/check-unpaid.ts'
import { headcount } from '../../domain/bookings/guests/guest.ts'
import type { PayWith } from '../../domain/bookings/lots/lot.ts'
import type { Offer } from '../../domain/bookings/search/offers.ts'
import type { BasketItem } from '../../domain/bookings/wishes/basket-wish.ts'
import type { WishedGuest } from '../../domain/bookings/wishes/guest-wish.ts'
import { gridOf, intervalAt, spanAt } from '../../domain/bookings/wishes/times-of-day.ts'
import { isByTheHour, unitOf } from '../../domain/sites/granularity.ts'
import type { Interval } from '../../domain/values/interval.ts'
import { limits } from '../../domain/values/limits.ts'
import type { Money } from '../../domain/values/money.ts'
import { deviceNow } from '../app/clock.ts'
import { availabilityTones, StateBadge } from '../ui/state-badge.tsx'
import { words } from '../ui/words.ts'
import { isAnythingAdded, nothingAdded } from './baskets/added.ts'
import { PriceLines, Terms, type TermsProps } from './booking-terms.tsx'
import { CountField } from './count-field.tsx'
import { CoverLines } from './cover-lines.tsx'
import { type CoverModel, createCoverModel } from './cover-model.ts'
import type { InCase } from './in-case.tsx'
import { NearestChoice } from './nearest-choice.tsx'
import { OwnTime } from './own-time.tsx'
import { PayPart } from './prepaid/pay-part.tsx'
import { type Repeat, RepeatChoice } from './series/repeat-choice.tsx'
import { TimeFields } from './time-choice.tsx'
import { UnitChoice } from './unit-choice.tsx'
import { UnpaidNotice } from './unpaid-notice.tsx'
import { WaitPart } from './waitlist/wait-part.tsx'

/** What the member adds to place, time and people. */
export interface WishForm {
  readonly note: string
  readonly guests: readonly WishedGuest[]
  readonly takeNearest: boolean
  readonly inCase: InCase
  /** What is left to pay, and with what the rest is paid. */
  readonly price: Money
  readonly payWith: PayWith
}

type FormProps = Omit<TermsProps, 'resource'> & {
  readonly offer: Offer
  readonly people: number
  readonly isOffline: boolean
  readonly trouble: string | null
  /** Another place of the member's own at that time, by name. */
  readonly alsoAt: string | null
  readonly onInterval: (interval: Interval) => void
  readonly onPeople: (people: number) => void
  readonly onDone: () => void
  readonly onBook: (form: WishForm) => void
  /** Several places, or one with extras, as one wish. */
  readonly onBookAll: (items: readonly BasketItem[], note: string) => void
}

/** Few bookings repeat: what it takes comes when it is asked for. */
const SeriesForm = lazy(async () => ({
  default: (await import('./series/series-form.tsx')).SeriesForm,
}))

/** Closed at first. */
const GuestsOfWish = lazy(async () => ({
  default: (await import('./guests/guest-fields.tsx')).GuestsOfWish,
}))
const AddToBooking = lazy(async () => ({
  default: (await import('./baskets/add-to-booking.tsx')).AddToBooking,
}))

/** Only without a connection, and closed at first. */
const InCaseFields = lazy(async () => ({
  default: (await import('./in-case.tsx')).InCaseFields,
}))

export function BookingForm(props: FormProps): JSX.Element {
  const [repeat, setRepeat] = createSignal<Repeat>('never')
  return (
    <Show
      when={repeat() === 'never'}
      fallback={
        // Within the sheet, which would leave the top of the page if all of the page waited.
        <Suspense>
          <SeriesForm
            {...props}
            resource={props.offer.resource}
            repeat={repeat()}
            onRepeat={setRepeat}
          />
        </Suspense>
      }
    >
      <OneBooking {...props} onRepeat={setRepeat} />
    </Show>
  )
}

const asShown: InCase = { others: [], ceiling: null, answerBy: null }

function OneBooking(
  props: FormProps & { readonly onRepeat: (repeat: Repeat) => void },
): JSX.Element {
  const [note, setNote] = createSignal('')
  const [takeNearest, setTakeNearest] = createSignal(true)
  const [inCase, setInCase] = createSignal<InCase>(asShown)
  const [guests, setGuests] = createSignal<readonly WishedGuest[]>([])
  const [added, setAdded] = createSignal(nothingAdded)
  const resource = () => props.offer.resource
  const cover = createCoverModel(props)
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault()
        props.onBook({
          note: note(),
          guests: guests(),
          takeNearest: props.isOffline && takeNearest(),
          inCase: inCase(),
          price: cover.cover().rest,
          payWith: cover.payWith(),
        })
      }}
    >
      <When {...props} />
      <PeopleField {...props} />
      <RepeatChoice
        date={spanAt(props.catalogue, props.interval).date}
        repeat="never"
        onChange={props.onRepeat}
      />
      <Show when={props.offer.availability.price}>
        <Show when={resource().capacity > 1}>
          <Suspense>
            <GuestsOfWish
              guests={guests()}
              capacity={resource().capacity}
              onChange={(next) => {
                setGuests(next)
                props.onPeople(headcount(props.people, next))
              }}
            />
          </Suspense>
        </Show>
        <NoteField note={note()} onChange={setNote} />
        <Suspense>
          <AddToBooking
            {...props}
            resource={resource()}
            guests={guests()}
            added={added()}
            cover={cover}
            onAdd={setAdded}
            onBook={(items) => props.onBookAll(items, note())}
          />
        </Suspense>
        <Show when={!isAnythingAdded(added())}>
          <Show when={props.isOffline}>
            <NearestChoice isOn={takeNearest()} onChange={setTakeNearest} />
            <Suspense>
              <InCaseFields
                catalogue={props.catalogue}
                resource={resource()}
                price={props.offer.availability.price}
                interval={props.interval}
                value={inCase()}
                onChange={setInCase}
              />
            </Suspense>
          </Show>
          <BookAlone {...props} cover={cover} />
        </Show>
      </Show>
      <WaitPart {...props} />
      <p role="alert" class="state" data-tone="problem">
        {props.trouble}
      </p>
      <Terms {...props} resource={resource()} hasBegun={props.interval.startsAt <= Date.now()} />
    </form>
  )
}

/** What this place alone comes to, and the one button. */
function BookAlone(props: FormProps & { readonly cover: CoverModel }): JSX.Element {
  const resource = () => props.offer.resource
  const rest = () => props.cover.cover().rest
  const unpaid = () => unpaidOf(props, rest())
  const alone = () => ({ ...props, resource: resource(), price: rest(), extras: [] })
  return (
    <>
      <PriceLines {...props} resource={resource()} />
      <CoverLines {...props} model={props.cover} />
      <PayPart {...props} parts={[alone()]} />
      <Show when={props.alsoAt}>
        {(name) => (
          <p class="notice" data-tone="held">
            {words.bookings.alsoYours(name())}
          </p>
        )}
      </Show>
      <Show when={unpaid()}>{(no) => <UnpaidNotice refusal={no()} />}</Show>
      <button
        type="submit"
        class="button"
        data-kind="primary"
        data-wide
        disabled={unpaid() !== null && !props.isOffline}
      >
        {props.isOffline
          ? words.bookings.saveNow(timeOf(props))
          : resource().approvalMinutes === null
            ? words.bookings.bookNow(timeOf(props))
            : words.approval.ask(timeOf(props))}
      </button>
    </>
  )
}

/** As the space would say now; without a connection it may have been paid meanwhile, so there it is only said. */
function unpaidOf({ catalogue, member }: FormProps, rest: Money) {
  return checkUnpaid(catalogue, member, rest.amountMinor > 0, deviceNow())
}

/** Where more than one fits. */
function PeopleField(props: Pick<FormProps, 'offer' | 'people' | 'onPeople'>): JSX.Element {
  return (
    <Show when={props.offer.resource.capacity > 1}>
      <CountField label={words.bookings.people} value={props.people} onChange={props.onPeople} />
    </Show>
  )
}

function NoteField(props: {
  readonly note: string
  readonly onChange: (note: string) => void
}): JSX.Element {
  return (
    <label class="field">
      {words.bookings.note}
      <input
        maxlength={limits.noteLengthMax}
        value={props.note}
        onInput={(event) => props.onChange(event.currentTarget.value)}
      />
    </label>
  )
}

function timeOf(props: Pick<FormProps, 'catalogue' | 'interval'>): string {
  const { from, until } = spanAt(props.catalogue, props.interval)
  return words.amounts.timeRange(from, until)
}

/** Day, time and state, and another time a tap away. */
function When(props: FormProps): JSX.Element {
  const span = () => spanAt(props.catalogue, props.interval)
  const isUnit = () => unitOf(props.catalogue, props.offer.resource, props.interval) !== null
  return (
    <>
      <p>
        <strong>{words.amounts.longDate(span().date)}</strong>
        <br />
        {timeOf(props)}
        <OwnTime catalogue={props.catalogue} interval={props.interval} />
      </p>
      <StateBadge
        tone={availabilityTones[props.offer.availability.state]}
        word={words.states.availability[props.offer.availability.state]}
      />
      <Show when={props.offer.availability.refusal}>
        {(no) => <p class="notice">{words.refusal(no(), props.catalogue.zone)}</p>}
      </Show>
      <UnitChoice {...props} resource={props.offer.resource} />
      <Show when={isByTheHour(props.offer.resource.rules) && !isUnit()}>
        <details>
          <summary>{words.bookings.changeTime}</summary>
          <TimeFields
            span={span()}
            grid={gridOf(props.catalogue, span().date, props.offer.resource.rules.incrementMinutes)}
            onChange={(chosen) => {
              const next = intervalAt(props.catalogue, span().date, chosen)
              if (next !== null) props.onInterval(next)
            }}
          />
        </details>
      </Show>
    </>
  )
}
