/** One place at one time: what it costs, under which terms, and the wish. The answer takes the place of the form. */
import { createMemo, createSignal, type JSX, lazy, Match, Show, Suspense, Switch } from 'solid-js'
import { isStaff } from '../../domain/access/role.ts'
import { type Offer, offerOf } from '../../domain/bookings/search/offers.ts'
import type { BasketItem } from '../../domain/bookings/wishes/basket-wish.ts'
import { choiceAt } from '../../domain/bookings/wishes/choice.ts'
import { ownElsewhere } from '../../domain/bookings/wishes/own-time.ts'
import { type Catalogue, placeName } from '../../domain/sites/catalogue.ts'
import type { IntentId } from '../../domain/values/ids.ts'
import type { Interval } from '../../domain/values/interval.ts'
import { toWallTime } from '../../domain/values/zone.ts'
import { createNow } from '../app/clock.ts'
import { FavouriteButton } from '../app/favourite-button.tsx'
import { createAcceptingMember } from '../store/accepting-member.ts'
import { createBookings } from '../store/bookings.ts'
import { createFavourites } from '../store/member.ts'
import { createOccupancy, toOccupied } from '../store/occupancy.ts'
import type { BookingRow } from '../store/rows.ts'
import { createStatus } from '../store/status.ts'
import { KeyedFor } from '../ui/keyed-for.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { words } from '../ui/words.ts'
import { BookingCard, type BookingCardProps } from './booking-card.tsx'
import { BookingForm, type WishForm } from './booking-form.tsx'
import type { ForOthersProps } from './for-others.tsx'
import { RulesFirst } from './house-rules/rules-first.tsx'
import { requestBooking } from './request-booking.ts'

const PhotoStrip = lazy(async () => ({
  default: (await import('../ui/photo-strip.tsx')).PhotoStrip,
}))

const ForOthers = lazy(async () => ({ default: (await import('./for-others.tsx')).ForOthers }))

export function BookingSheet(props: {
  readonly catalogue: Catalogue
  readonly offer: Offer
  readonly interval: Interval
  readonly people: number
  readonly onClose: () => void
}): JSX.Element {
  // The sheet stays with what was tapped, even when the list behind it moves on.
  const { catalogue } = props
  const { resource } = props.offer
  const bookings = createBookings()
  const member = createAcceptingMember()
  const favourites = createFavourites()
  const status = createStatus()
  const now = createNow()
  const [interval, setInterval] = createSignal(props.interval)
  const [people, setPeople] = createSignal(props.people)
  const [sent, setSent] = createSignal<IntentId | null>(null)
  const [trouble, setTrouble] = createSignal<string | null>(null)
  const date = () => toWallTime(catalogue.zone, interval().startsAt).date
  const rows = createOccupancy(() => catalogue.site.id, date)
  const today = () => toWallTime(catalogue.zone, now()).date
  /** Several where several places were wished together. */
  const results = () => (bookings() ?? []).filter((row) => row.intentId === sent())
  const facts = () => {
    const occupied = toOccupied(catalogue, rows() ?? [])
    return { catalogue, resource, interval: interval(), people: people(), occupied, now: now() }
  }
  const offer = createMemo((): Offer => {
    const who = member()
    if (who === undefined || rows() === undefined) return props.offer
    return offerOf({ ...facts(), member: who, bookings: bookings() ?? [] }, resource)
  })
  const mark = () => <FavouriteButton resource={resource} favourites={favourites()} />
  const alsoAt = () => {
    const other = ownElsewhere(bookings() ?? [], resource.id, interval())
    return placeName(catalogue, other?.resourceId ?? '')
  }

  async function book(form: WishForm): Promise<void> {
    if (offer().availability.price === null) return
    const answer = await requestBooking({
      siteId: catalogue.site.id,
      choice: choiceAt(catalogue, resource.id, interval()),
      price: form.price,
      payWith: form.payWith,
      people: people(),
      note: form.note,
      guests: form.guests,
      takeNearest: form.takeNearest,
      fallbacks: form.inCase.others.map((id) => choiceAt(catalogue, id, interval())),
      ceiling: form.inCase.ceiling,
      answerBy: form.inCase.answerBy,
    })
    if (answer.kind === 'saved') setSent(answer.id)
    else setTrouble(words.states.notSaved[answer.why])
  }

  async function bookAll(items: readonly BasketItem[], note: string): Promise<void> {
    const { requestBasket } = await import('./baskets/request-basket.ts')
    const answer = await requestBasket({ siteId: catalogue.site.id, items, note })
    if (answer.kind === 'saved') setSent(answer.id)
    else setTrouble(words.states.notSaved[answer.why])
  }

  return (
    <Sheet title={resource.name} beside={mark()} onClose={props.onClose}>
      <Show when={resource.photos.length > 0}>
        <Suspense>
          <PhotoStrip resource={resource} />
        </Suspense>
      </Show>
      <Switch>
        <Match when={results().length > 0}>
          <Answer onDone={props.onClose}>
            <Cards rows={results()} catalogue={catalogue} today={today()} onRetry={setSent} />
          </Answer>
        </Match>
        <Match when={member()}>
          {(who) => (
            <RulesFirst catalogue={catalogue} member={who()} now={now()}>
              <BookingForm
                catalogue={catalogue}
                member={who()}
                offer={offer()}
                interval={interval()}
                people={people()}
                today={today()}
                isOffline={status()?.state !== 'online'}
                trouble={trouble()}
                alsoAt={alsoAt()}
                onInterval={setInterval}
                onPeople={setPeople}
                onBook={(form) => void book(form)}
                onBookAll={(items, note) => void bookAll(items, note)}
                onDone={props.onClose}
              />
              <OthersPart {...facts()} member={who()} />
            </RulesFirst>
          )}
        </Match>
      </Switch>
    </Sheet>
  )
}

/** Staff book for members, and who manages a team for its people. */
function OthersPart(props: ForOthersProps): JSX.Element {
  const mayAct = () => isStaff(props.member.role) || props.member.role === 'team-manager'
  return (
    <Show when={mayAct()}>
      <Suspense>
        <ForOthers {...props} />
      </Suspense>
    </Show>
  )
}

function Cards(
  props: Omit<BookingCardProps, 'row'> & { readonly rows: readonly BookingRow[] },
): JSX.Element {
  return (
    <KeyedFor each={props.rows} by={(row) => row.id}>
      {(row) => <BookingCard {...props} row={row()} isPlain />}
    </KeyedFor>
  )
}

/** Takes the place of the form, and the focus that was on its button. */
function Answer(props: {
  readonly children: JSX.Element
  readonly onDone: () => void
}): JSX.Element {
  return (
    <div
      class="stack"
      role="status"
      tabindex="-1"
      ref={(answer) => queueMicrotask(() => answer.focus())}
    >
      {props.children}
      <button type="button" class="button" data-wide onClick={() => props.onDone()}>
        {words.app.done}
      </button>
    </div>
  )
}
