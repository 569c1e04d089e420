/** The home: what a member holds, what is next, and below it what needs them and what their plan is about. */
import './today.css'
import { type Accessor, type Component, createMemo, type JSX, lazy, Show, Suspense } from 'solid-js'
import { isStaff } from '../../domain/access/role.ts'
import { comingRows, needingRows, nextRows } from '../../domain/bookings/home/now-and-next.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import type { LocalDate } from '../../domain/values/local-date.ts'
import { type Space, WithSpace } from '../app/with-space.tsx'
import { createBookings } from '../store/bookings.ts'
import type { BookingRow } from '../store/rows.ts'
import { createCatalogues } from '../store/sites.ts'
import { words } from '../ui/first-words.ts'
import { Icon } from '../ui/icon.tsx'
import { KeyedFor } from '../ui/keyed-for.tsx'

/** Seen by who sets up a space, and gone then. */
const NothingToBook = lazy(async () => ({
  default: (await import('../app/nothing-to-book.tsx')).NothingToBook,
}))

export interface BelowProps {
  readonly space: Space
  /** Items of the list of what needs the member. */
  readonly needs: JSX.Element
}

/** Parts of other rooms, given by the routes. */
export interface TodayParts {
  readonly card: Component<{
    readonly row: BookingRow
    readonly catalogue: Catalogue | undefined
    readonly today: LocalDate
  }>
  readonly held: Component<{ readonly space: Space }>
  /** For the team: what a new space still needs. */
  readonly steps: Component<{ readonly space: Space }>
  readonly below: Component<BelowProps>
  readonly isDismissed: (id: string) => boolean
}

export function TodayPage(props: TodayParts): JSX.Element {
  return <WithSpace>{(space) => <Today {...props} space={space()} />}</WithSpace>
}

function Today(props: TodayParts & { readonly space: Space }): JSX.Element {
  const bookings = createBookings()
  const catalogues = createCatalogues()
  /** A card without its location's catalogue has fewer lines and buttons. */
  const isKnown = () => bookings() !== undefined && catalogues() !== undefined
  const coming = createMemo(() => comingRows(bookings() ?? [], props.space.now))
  const next = () => nextRows(coming(), props.space.today)
  const needs = () => needingRows(bookings() ?? [], props.space.now, props.isDismissed)
  const card = (row: Accessor<BookingRow>) => (
    <props.card
      row={row()}
      catalogue={catalogues()?.find((one) => one.siteId === row().siteId)?.catalogue}
      today={props.space.today}
    />
  )
  return (
    <main class="page home" id="main" tabindex="-1">
      <div class="stack" data-gap="large">
        <div>
          <h1>{words.app.places.today}</h1>
          <p class="soft">{words.amounts.longDate(props.space.today)}</p>
        </div>
        <props.held space={props.space} />
        <Show when={isKnown()}>
          <Show when={next().length > 0} fallback={<NothingNext space={props.space} />}>
            <section class="stack" aria-labelledby="next">
              <h2 id="next">{words.today.next}</h2>
              <KeyedFor each={next()} by={(row) => row.id}>
                {card}
              </KeyedFor>
              <div class="row">
                <a class="button" data-kind="primary" href="/book">
                  {words.bookings.bookDesk}
                </a>
                <Show when={coming().length > next().length}>
                  <a class="button" data-kind="quiet" href="/bookings">
                    {words.today.allBookings(coming().length)}
                  </a>
                </Show>
              </div>
            </section>
          </Show>
        </Show>
        <Show when={isStaff(props.space.member.role)}>
          <Suspense>
            <props.steps space={props.space} />
          </Suspense>
        </Show>
      </div>
      <Show when={isKnown()}>
        <Suspense>
          <props.below
            space={props.space}
            needs={
              <KeyedFor each={needs()} by={(row) => row.id}>
                {(row) => <li>{card(row)}</li>}
              </KeyedFor>
            }
          />
        </Suspense>
      </Show>
    </main>
  )
}

function NothingNext(props: { readonly space: Space }): JSX.Element {
  return (
    <Show
      when={props.space.catalogue.resources.length > 0}
      fallback={
        <Suspense>
          <NothingToBook space={props.space} />
        </Suspense>
      }
    >
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
    </Show>
  )
}
