/** A part of Today around one card with one button, whose answer takes the card's place. */
import { createMemo, createSignal, type JSX, Show } from 'solid-js'
import type { IntentId } from '../../domain/values/ids.ts'
import type { Space } from '../app/with-space.tsx'
import { createBookings } from '../store/bookings.ts'
import { BookingCard } from './booking-card.tsx'
import { type OneTap, OneTapCard } from './one-tap-card.tsx'

export function OneTapPart(props: {
  readonly id: string
  readonly title: string
  readonly space: Space
  readonly offer: OneTap | null
  /** Said where there is nothing to offer; without it there is no part at all. */
  readonly none: string | null
}): JSX.Element {
  const bookings = createBookings()
  const [sent, setSent] = createSignal<IntentId | null>(null)
  const result = createMemo(() => (bookings() ?? []).find((row) => row.intentId === sent()))
  const isShown = () => result() !== undefined || props.offer !== null || props.none !== null
  return (
    <Show when={isShown()}>
      <section class="stack" aria-labelledby={props.id}>
        <h2 id={props.id}>{props.title}</h2>
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
        <Show when={sent() === null}>
          <Show when={props.offer} fallback={<p>{props.none}</p>}>
            {(offer) => <OneTapCard space={props.space} offer={offer()} onSent={setSent} />}
          </Show>
        </Show>
      </section>
    </Show>
  )
}
