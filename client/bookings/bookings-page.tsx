import { For, type JSX, Show } from 'solid-js'
import { toLocalDate } from '../../domain/values/local-date.ts'
import { toWallTime } from '../../domain/values/zone.ts'
import { createNow } from '../app/clock.ts'
import { createBookings, createCatalogues } from '../store/portal-rows.ts'
import { BookingCard } from './booking-card.tsx'

/** Everything the member has wished or booked: what comes first, then what was. */
export function BookingsPage(): JSX.Element {
  const bookings = createBookings()
  const catalogues = createCatalogues()
  const now = createNow()
  const catalogueOf = (siteId: string) =>
    catalogues()?.find((row) => row.siteId === siteId)?.catalogue
  const todayAt = (siteId: string) => {
    const zone = catalogueOf(siteId)?.zone
    return zone === undefined ? toLocalDate('2000-01-01') : toWallTime(zone, now()).date
  }
  const isOver = (row: { endsAt: number; state: string }) =>
    row.endsAt <= now() || row.state === 'cancelled' || row.state === 'lapsed'
  const coming = () => (bookings() ?? []).filter((row) => !isOver(row))
  const past = () => (bookings() ?? []).filter(isOver).reverse()
  return (
    <main class="page" id="main">
      <h1>My bookings</h1>
      <Show
        when={coming().length > 0}
        fallback={
          <div class="card stack">
            <p>Nothing booked.</p>
            <a class="button" data-kind="primary" href="/book">
              Book a desk
            </a>
          </div>
        }
      >
        <For each={coming()}>
          {(row) => (
            <BookingCard
              row={row}
              catalogue={catalogueOf(row.siteId)}
              today={todayAt(row.siteId)}
            />
          )}
        </For>
      </Show>
      <Show when={past().length > 0}>
        <h2>Past</h2>
        <For each={past()}>
          {(row) => (
            <BookingCard
              row={row}
              catalogue={catalogueOf(row.siteId)}
              today={todayAt(row.siteId)}
            />
          )}
        </For>
      </Show>
    </main>
  )
}
