/** The member's habit, one tap away: the same place at the same time, on the next day it can be had. */
import './bookings.css'
import { createMemo, createSignal, type JSX, Show } from 'solid-js'
import { offerOf } from '../../domain/bookings/search/offers.ts'
import { nextUsual } from '../../domain/bookings/usual/next-usual.ts'
import { usualOf } from '../../domain/bookings/usual/usual.ts'
import { choiceAt } from '../../domain/bookings/wishes/choice.ts'
import { findResource } from '../../domain/sites/catalogue.ts'
import type { Space } from '../app/with-space.tsx'
import { createBookings } from '../store/bookings.ts'
import { createOccupancy, toOccupied } from '../store/occupancy.ts'
import { Icon } from '../ui/icon.tsx'
import { words } from '../ui/words.ts'
import { kindIcons } from './book-filters.tsx'
import { requestBooking } from './request-booking.ts'

export function UsualCard(props: { readonly space: Space }): JSX.Element {
  const bookings = createBookings()
  const [trouble, setTrouble] = createSignal<string | null>(null)
  const usual = createMemo(() => {
    const { catalogue, now } = props.space
    const habit = usualOf(bookings() ?? [], now)
    const resource = habit === null ? null : findResource(catalogue, habit.resourceId)
    const next = habit === null ? null : nextUsual(habit, catalogue, bookings() ?? [], now)
    return habit === null || resource === null || next === null
      ? null
      : { ...habit, ...next, resource }
  })
  const rows = createOccupancy(
    () => props.space.catalogue.site.id,
    () => usual()?.date ?? props.space.today,
  )
  const answer = createMemo(() => {
    const found = usual()
    if (found === null || rows() === undefined) return null
    const occupied = toOccupied(props.space.catalogue, rows() ?? [])
    const input = { ...props.space, ...found, people: 1, occupied, bookings: bookings() ?? [] }
    return { ...found, availability: offerOf(input, found.resource).availability }
  })
  const time = () => `${usual()?.startText}–${usual()?.endText}`

  async function book(): Promise<void> {
    const found = answer()
    if (found === null || found.availability.price === null) return
    const written = await requestBooking({
      siteId: found.siteId,
      choice: choiceAt(props.space.catalogue, found.resourceId, found.interval),
      price: found.availability.price,
      people: 1,
      note: '',
      takeNearest: true,
    })
    setTrouble(written.kind === 'saved' ? null : words.states.notSaved[written.why])
  }

  return (
    <Show when={answer()}>
      {(found) => (
        <section class="card booking">
          <div class="booking-head">
            <Icon name={kindIcons[found().resource.kind]} />
            <div>
              <h2>{words.search.usual}</h2>
              <p>
                {found().resource.name}, {words.amounts.date(found().date, props.space.today)},{' '}
                {time()}
              </p>
            </div>
            <Show when={found().availability.price}>
              {(price) => (
                <button
                  type="button"
                  class="button"
                  data-kind="soft"
                  aria-label={words.bookings.bookLabel(found().resource.name, price())}
                  onClick={() => void book()}
                >
                  {words.bookings.bookFor(price())}
                </button>
              )}
            </Show>
          </div>
          <Show when={found().availability.refusal}>
            {(no) => (
              <p class="soft">
                {words.refusal(no(), props.space.catalogue.zone)}{' '}
                <a href={`/book?kind=${found().resource.kind}&date=${found().date}`}>
                  {words.search.others}
                </a>
              </p>
            )}
          </Show>
          <p role="status">{trouble()}</p>
        </section>
      )}
    </Show>
  )
}
