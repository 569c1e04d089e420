/** The guests of an arrival: each with the code they show, and a tap when they have come. */
import { For, type JSX, Show } from 'solid-js'
import type { Arrival } from '../../domain/bookings/desk-sections.ts'
import { type Guest, isLetIn } from '../../domain/bookings/guests/guest.ts'
import { guestCode } from '../../domain/bookings/guests/guest-code.ts'
import { type Instant, toInstant } from '../../domain/values/instant.ts'
import { writeIntent } from '../sync/write-intent.ts'
import { showToast } from '../ui/toast.tsx'
import { words } from '../ui/words.ts'

export function ArrivalGuests(props: {
  readonly arrival: Arrival
  readonly now: Instant
}): JSX.Element {
  const isOpen = () => {
    const { state, startsAt, endsAt } = props.arrival
    const interval = { startsAt: toInstant(startsAt), endsAt: toInstant(endsAt) }
    return isLetIn({ state, interval }, props.now)
  }
  return (
    <ul class="person-guests" aria-label={words.guests.title}>
      <For each={props.arrival.guests}>
        {(guest) => (
          <li class="row">
            <span class="soft">
              {guest.arrivedAt === null
                ? words.guests.expected(guest.name, guestCode(guest.id))
                : words.guests.hasCome(guest.name, guestCode(guest.id))}
            </span>
            <Show when={guest.arrivedAt === null && isOpen()}>
              <button
                type="button"
                class="button"
                data-kind="quiet"
                aria-label={words.guests.cameLabel(guest.name)}
                onClick={() => void checkIn(props.arrival, guest)}
              >
                {words.guests.came}
              </button>
            </Show>
          </li>
        )}
      </For>
    </ul>
  )
}

async function checkIn({ bookingId, endsAt }: Arrival, { id, name }: Guest): Promise<void> {
  const body = { bookingId, guestId: id }
  const answer = await writeIntent('guest.check-in', body, { deadlineAt: toInstant(endsAt) })
  showToast(
    answer.kind === 'not-saved' ? words.states.notSaved[answer.why] : words.guests.checkedIn(name),
  )
}
