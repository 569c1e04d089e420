/** What is next, what needs the member, and the shortest way to a desk. */
import { type Accessor, type Component, createMemo, type JSX, Show, Suspense } from 'solid-js'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import type { LocalDate } from '../../domain/values/local-date.ts'
import { type Space, WithSpace } from '../app/with-space.tsx'
import { createBookings } from '../store/bookings.ts'
import type { BookingRow } from '../store/rows.ts'
import { createCatalogues } from '../store/sites.ts'
import { words } from '../ui/first-words.ts'
import { Icon } from '../ui/icon.tsx'
import { KeyedFor } from '../ui/keyed-for.tsx'

/** Parts of the bookings room, given by the routes. */
export interface TodayParts {
  readonly card: Component<{
    readonly row: BookingRow
    readonly catalogue: Catalogue | undefined
    readonly today: LocalDate
  }>
  readonly free: Component<{ readonly space: Space }>
  readonly usual: Component<{ readonly space: Space }>
  /** What could not be charged; nothing almost always. */
  readonly money: Component<{ readonly space: Space }>
  readonly isDismissed: (id: string) => boolean
}

const needsMember: readonly BookingRow['state'][] = [
  'refused',
  'ask-again',
  'expired',
  'held',
  'offered',
  'no-show',
  'declined',
  'unanswered',
]
/** More than this is a list, and the list has a page of its own. */
const NEXT_SHOWN = 3

export function TodayPage(props: TodayParts): JSX.Element {
  return <WithSpace>{(space) => <Today {...props} space={space()} />}</WithSpace>
}

function Today(props: TodayParts & { readonly space: Space }): JSX.Element {
  const bookings = createBookings()
  const catalogues = createCatalogues()
  const coming = createMemo(() =>
    (bookings() ?? []).filter(
      (row) => row.endsAt > props.space.now && row.state !== 'cancelled' && row.state !== 'lapsed',
    ),
  )
  /** An offer runs out, so it comes first; who has said no to it is not asked again. */
  const needs = () => {
    const rows = coming().filter(
      (row) =>
        needsMember.includes(row.state) &&
        !props.isDismissed(row.id) &&
        !(row.state === 'offered' && row.wish === 'cancel'),
    )
    const isOffer = ({ state }: BookingRow) => state === 'offered'
    return [...rows.filter(isOffer), ...rows.filter((row) => !isOffer(row))]
  }
  const next = () => coming().filter((row) => !needsMember.includes(row.state))
  const card = (row: Accessor<BookingRow>) => (
    <props.card
      row={row()}
      catalogue={catalogues()?.find((one) => one.siteId === row().siteId)?.catalogue}
      today={props.space.today}
    />
  )
  return (
    <main class="page" id="main" tabindex="-1">
      <div>
        <h1>{words.app.places.today}</h1>
        <p class="soft">{words.amounts.longDate(props.space.today)}</p>
      </div>
      {/* All at once, so that nothing moves under a finger. */}
      <Show when={bookings()}>
        <Suspense>
          <props.money space={props.space} />
        </Suspense>
        <Show when={needs().length > 0}>
          <section class="stack">
            <h2>{words.today.needsYou}</h2>
            <KeyedFor each={needs()} by={(row) => row.id}>
              {card}
            </KeyedFor>
          </section>
        </Show>
        <Show when={next().length > 0} fallback={<NothingNext />}>
          <section class="stack">
            <h2>{words.today.next}</h2>
            <KeyedFor each={next().slice(0, NEXT_SHOWN)} by={(row) => row.id}>
              {card}
            </KeyedFor>
            <div class="row">
              <a class="button" data-kind="primary" href="/book">
                {words.bookings.bookDesk}
              </a>
              <Show when={next().length > NEXT_SHOWN}>
                <a class="button" data-kind="quiet" href="/bookings">
                  {words.today.allBookings(next().length)}
                </a>
              </Show>
            </div>
          </section>
        </Show>
        <Suspense>
          <props.usual space={props.space} />
        </Suspense>
        <section class="stack">
          <h2>{words.today.free}</h2>
          <props.free space={props.space} />
        </section>
      </Show>
    </main>
  )
}

function NothingNext(): JSX.Element {
  return (
    <div class="empty">
      <Icon name="desk" />
      <p>
        <strong>{words.bookings.nothingBooked}</strong>
      </p>
      <div class="row">
        <a class="button" data-kind="primary" href="/book">
          {words.bookings.bookDeskToday}
        </a>
        <a class="button" href="/book?kind=meeting-room">
          {words.bookings.findRoom}
        </a>
      </div>
    </div>
  )
}
