import { type Component, For, type JSX, Show } from 'solid-js'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import type { LocalDate } from '../../domain/values/local-date.ts'
import { toLocalDate } from '../../domain/values/local-date.ts'
import { toWallTime } from '../../domain/values/zone.ts'
import { createNow } from '../app/clock.ts'
import { createBookings, createCatalogues, createSiteCatalogue } from '../store/portal-rows.ts'
import type { BookingRow } from '../store/rows.ts'

/** A booking as the bookings room draws it, given by the routes. */
export type BookingCardProps = {
  readonly row: BookingRow
  readonly catalogue: Catalogue | undefined
  readonly today: LocalDate
}

const needsMember = ['refused', 'ask-again', 'expired', 'held']

/** What is next, what needs the member, and the shortest way to a desk. */
export function TodayPage(props: { readonly card: Component<BookingCardProps> }): JSX.Element {
  const bookings = createBookings()
  const catalogues = createCatalogues()
  const site = createSiteCatalogue()
  const now = createNow()
  const today = () => {
    const zone = site()?.catalogue.zone
    return zone === undefined ? toLocalDate('2000-01-01') : toWallTime(zone, now()).date
  }
  const coming = () =>
    (bookings() ?? []).filter(
      (row) => row.endsAt > now() && row.state !== 'cancelled' && row.state !== 'lapsed',
    )
  const needs = () => coming().filter((row) => needsMember.includes(row.state))
  const next = () =>
    coming()
      .filter((row) => !needsMember.includes(row.state))
      .slice(0, 3)
  const catalogueOf = (siteId: string) =>
    catalogues()?.find((row) => row.siteId === siteId)?.catalogue
  const card = (row: BookingRow) => (
    <props.card row={row} catalogue={catalogueOf(row.siteId)} today={today()} />
  )
  return (
    <main class="page" id="main">
      <h1>Today</h1>
      <Show when={needs().length > 0}>
        <section class="stack" aria-label="Needs you">
          <h2>Needs you</h2>
          <For each={needs()}>{card}</For>
        </section>
      </Show>
      <Show
        when={next().length > 0}
        fallback={
          <Show when={bookings() !== undefined}>
            <div class="card stack">
              <p>Nothing booked.</p>
              <a class="button" data-kind="primary" href="/book">
                Book a desk for today
              </a>
              <a class="button" href="/book?kind=meeting-room">
                Find a room
              </a>
            </div>
          </Show>
        }
      >
        <section class="stack" aria-label="Next">
          <For each={next()}>{card}</For>
          <a class="button" data-kind="primary" href="/book">
            Book
          </a>
        </section>
      </Show>
    </main>
  )
}
