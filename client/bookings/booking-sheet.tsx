/** One place at one time: what it costs, under which terms, and the wish. The answer takes the place of the form. */
import { createSignal, type JSX, Match, Show, Switch } from 'solid-js'
import { choiceAt } from '../../domain/bookings/choice.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import type { IntentId } from '../../domain/values/ids.ts'
import type { Interval } from '../../domain/values/interval.ts'
import { formatMinute, toWallTime } from '../../domain/values/zone.ts'
import {
  availabilityWords,
  cancellationText,
  dateText,
  moneyText,
  notSavedWords,
  refusalText,
} from '../../domain/words/english.ts'
import { deviceNow } from '../app/clock.ts'
import { createBookings, createStatus } from '../store/portal-rows.ts'
import { Sheet } from '../ui/sheet.tsx'
import type { Offer } from './book-model.ts'
import { BookingCard } from './booking-card.tsx'
import { requestBooking } from './request-booking.ts'

export function BookingSheet(props: {
  readonly catalogue: Catalogue
  readonly offer: Offer
  readonly interval: Interval
  readonly people: number
  readonly onClose: () => void
}): JSX.Element {
  // The sheet shows what was tapped, even when the list behind it moves on.
  const { offer, interval, catalogue } = props
  const bookings = createBookings()
  const status = createStatus()
  const [people, setPeople] = createSignal(props.people)
  const [note, setNote] = createSignal('')
  const [takeNearest, setTakeNearest] = createSignal(true)
  const [sent, setSent] = createSignal<IntentId | null>(null)
  const [trouble, setTrouble] = createSignal<string | null>(null)
  const today = toWallTime(catalogue.zone, deviceNow()).date
  const start = toWallTime(catalogue.zone, interval.startsAt)
  const end = toWallTime(catalogue.zone, interval.endsAt)
  const isOffline = () => status()?.state !== 'online'
  const result = () => (bookings() ?? []).find((row) => row.intentId === sent())

  async function book(): Promise<void> {
    if (offer.availability.price === null) return
    const answer = await requestBooking({
      siteId: catalogue.site.id,
      choice: choiceAt(catalogue, offer.resource.id, interval),
      price: offer.availability.price,
      people: people(),
      note: note(),
      takeNearest: isOffline() && takeNearest(),
    })
    if (answer.kind === 'saved') setSent(answer.id)
    else setTrouble(notSavedWords[answer.why])
  }

  return (
    <Sheet title={offer.resource.name} onClose={props.onClose}>
      <Switch>
        <Match when={result()}>
          {(row) => (
            <div class="stack" role="status">
              <BookingCard row={row()} catalogue={catalogue} today={today} />
              <button type="button" class="button" onClick={props.onClose}>
                Done
              </button>
            </div>
          )}
        </Match>
        <Match when={offer.availability.price === null}>
          <div class="stack">
            <h2>{offer.resource.name}</h2>
            <p>
              {availabilityWords[offer.availability.state]}
              {offer.availability.refusal === null
                ? ''
                : `: ${refusalText(offer.availability.refusal)}`}
            </p>
            <button type="button" class="button" onClick={props.onClose}>
              Close
            </button>
          </div>
        </Match>
        <Match when={true}>
          <form
            class="stack"
            onSubmit={(event) => {
              event.preventDefault()
              void book()
            }}
          >
            <h2>{offer.resource.name}</h2>
            <p>
              {dateText(start.date, today)}, {formatMinute(start.minute)}–{formatMinute(end.minute)}
              <br />
              <strong>
                {offer.availability.price === null ? '' : moneyText(offer.availability.price)}
              </strong>
            </p>
            <Show when={offer.resource.capacity > 1}>
              <label class="field">
                People, you included
                <input
                  type="number"
                  min="1"
                  max={offer.resource.capacity}
                  value={people()}
                  onInput={(event) => setPeople(event.currentTarget.valueAsNumber || 1)}
                />
              </label>
            </Show>
            <label class="field">
              Note
              <input
                maxlength="500"
                value={note()}
                onInput={(event) => setNote(event.currentTarget.value)}
              />
            </label>
            <Show when={isOffline()}>
              <label class="row">
                <input
                  type="checkbox"
                  checked={takeNearest()}
                  onChange={(event) => setTakeNearest(event.currentTarget.checked)}
                />
                If it's taken, take the closest free one
              </label>
              <p class="soft">
                You're offline. Whoever reaches the space first has it; we send yours when you're
                back.
              </p>
            </Show>
            <p class="soft">
              {cancellationText(dateText(start.date, today), formatMinute(start.minute))}
            </p>
            <button type="submit" class="button" data-kind="primary">
              Book {formatMinute(start.minute)}–{formatMinute(end.minute)}
            </button>
            <p role="alert" class="state" data-tone="problem">
              {trouble()}
            </p>
          </form>
        </Match>
      </Switch>
    </Sheet>
  )
}
