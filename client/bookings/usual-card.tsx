/** The member's habit, one tap away: the same place at the same time, on the next day it can be had. */
import './bookings.css'
import { createMemo, createSignal, type JSX, Show } from 'solid-js'
import { offerOf } from '../../domain/bookings/search/offers.ts'
import { type NextUsual, nextUsual } from '../../domain/bookings/usual/next-usual.ts'
import { usualOf } from '../../domain/bookings/usual/usual.ts'
import { choiceAt } from '../../domain/bookings/wishes/choice.ts'
import { findResource } from '../../domain/sites/catalogue.ts'
import type { IntentId } from '../../domain/values/ids.ts'
import type { Space } from '../app/with-space.tsx'
import { createBookings } from '../store/bookings.ts'
import { createOccupancyFrom, occupiedAround } from '../store/occupancy-ahead.ts'
import { Icon } from '../ui/icon.tsx'
import { words } from '../ui/words.ts'
import { BookingCard } from './booking-card.tsx'
import { kindIcons } from './kinds.ts'
import { requestBooking } from './request-booking.ts'

export function UsualCard(props: { readonly space: Space }): JSX.Element {
  const bookings = createBookings()
  const [trouble, setTrouble] = createSignal<string | null>(null)
  const [sent, setSent] = createSignal<IntentId | null>(null)
  const result = () => (bookings() ?? []).find((row) => row.intentId === sent())
  const days = createOccupancyFrom(
    () => props.space.catalogue.site.id,
    () => props.space.today,
  )
  const usual = createMemo(() => {
    const { catalogue, now } = props.space
    const known = days()
    const rows = bookings()
    const habit = rows === undefined ? null : usualOf(rows, now)
    const resource = habit === null ? null : findResource(catalogue, habit.resourceId)
    if (known === undefined || rows === undefined || habit === null || resource === null) return
    const priceAt = ({ date, interval }: NextUsual) => {
      const occupied = occupiedAround(catalogue, known, date) ?? []
      const input = { ...props.space, interval, people: 1, occupied, bookings: rows }
      return offerOf(input, resource).availability.price
    }
    const next = nextUsual(habit, catalogue, rows, now, (one) => priceAt(one) !== null)
    const price = next === null ? null : priceAt(next)
    return next === null || price === null ? undefined : { ...habit, ...next, resource, price }
  })

  async function book(): Promise<void> {
    const found = usual()
    if (found === undefined) return
    const written = await requestBooking({
      siteId: found.siteId,
      choice: choiceAt(props.space.catalogue, found.resourceId, found.interval),
      price: found.price,
      people: 1,
      note: '',
      takeNearest: true,
    })
    if (written.kind === 'saved') setSent(written.id)
    else setTrouble(words.states.notSaved[written.why])
  }

  return (
    <Show when={result() !== undefined || usual() !== undefined}>
      <section class="stack" aria-labelledby="usual">
        <h2 id="usual">{words.search.usual}</h2>
        <div role="status">
          <Show when={result()}>
            {(row) => (
              <BookingCard
                row={row()}
                catalogue={props.space.catalogue}
                today={props.space.today}
              />
            )}
          </Show>
        </div>
        <Show when={sent() === null && usual()}>
          {(found) => (
            <article class="card booking">
              <div class="booking-head">
                <Icon name={kindIcons[found().resource.kind]} />
                <div>
                  <h3>{found().resource.name}</h3>
                  <p>
                    {words.amounts.date(found().date, props.space.today)}, {found().startText}–
                    {found().endText}
                  </p>
                </div>
                <button
                  type="button"
                  class="button"
                  data-kind="soft"
                  aria-label={words.bookings.bookLabel(found().resource.name, found().price)}
                  onClick={() => void book()}
                >
                  {words.bookings.bookFor(found().price)}
                </button>
              </div>
              <Show when={trouble()}>{(text) => <p role="alert">{text()}</p>}</Show>
            </article>
          )}
        </Show>
      </section>
    </Show>
  )
}
