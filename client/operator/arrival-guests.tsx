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
  return (
    <ul class="person-guests" aria-label={words.guests.title}>
      <For each={props.arrival.guests}>{(guest) => <GuestRow {...props} guest={guest} />}</For>
    </ul>
  )
}

export function GuestRow(props: {
  readonly arrival: Arrival
  readonly guest: Guest
  readonly now: Instant
}): JSX.Element {
  const isOpen = () => {
    const { state, startsAt, endsAt } = props.arrival
    const interval = { startsAt: toInstant(startsAt), endsAt: toInstant(endsAt) }
    return isLetIn({ state, interval }, props.now)
  }
  return (
    <li class="row">
      <span class="soft">
        {props.guest.arrivedAt === null
          ? words.guests.expected(props.guest.name, guestCode(props.guest.id))
          : words.guests.hasCome(props.guest.name, guestCode(props.guest.id))}
      </span>
      <Show when={props.guest.arrivedAt === null && isOpen()}>
        <button
          type="button"
          class="button"
          data-kind="quiet"
          aria-label={words.guests.cameLabel(props.guest.name)}
          onClick={() => void checkIn(props.arrival, props.guest)}
        >
          {words.guests.came}
        </button>
      </Show>
    </li>
  )
}

async function checkIn({ bookingId, endsAt }: Arrival, { id, name }: Guest): Promise<void> {
  const body = { bookingId, guestId: id }
  const answer = await writeIntent('guest.check-in', body, { deadlineAt: toInstant(endsAt) })
  showToast(
    answer.kind === 'not-saved' ? words.states.notSaved[answer.why] : words.guests.checkedIn(name),
  )
}
