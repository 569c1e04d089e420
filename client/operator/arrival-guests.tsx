/** The guests of an arrival: each with the code they show, and a tap when they have come. */
import { createSignal, For, type JSX, lazy, Show, Suspense } from 'solid-js'
import type { Arrival } from '../../domain/bookings/desk-sections.ts'
import { type ExpectedGuest, isLetIn } from '../../domain/bookings/guests/guest.ts'
import { guestCode } from '../../domain/bookings/guests/guest-code.ts'
import { fingerprint } from '../../domain/values/fingerprint.ts'
import { toInstant } from '../../domain/values/instant.ts'
import type { Space } from '../app/with-space.tsx'
import { writeIntent } from '../sync/write-intent.ts'
import { showToast } from '../ui/toast.tsx'
import { words } from '../ui/words.ts'

const GuestConsent = lazy(async () => ({
  default: (await import('./guest-consent.tsx')).GuestConsent,
}))

export function ArrivalGuests(props: {
  readonly space: Space
  readonly arrival: Arrival
}): JSX.Element {
  return (
    <ul class="person-guests" aria-label={words.guests.title}>
      <For each={props.arrival.guests}>{(guest) => <GuestRow {...props} guest={guest} />}</For>
    </ul>
  )
}

export function GuestRow(props: {
  readonly space: Space
  readonly arrival: Arrival
  readonly guest: ExpectedGuest
}): JSX.Element {
  const [isAsking, setIsAsking] = createSignal(false)
  const settings = () => props.space.catalogue.site.guests
  const isOpen = () => {
    const { state, startsAt, endsAt } = props.arrival
    const interval = { startsAt: toInstant(startsAt), endsAt: toInstant(endsAt) }
    return isLetIn({ state, interval }, props.space.now)
  }
  const came = () => {
    if (settings().consent !== '') return setIsAsking(true)
    void checkIn(props.arrival, props.guest, null)
  }
  const agree = () => {
    setIsAsking(false)
    void checkIn(props.arrival, props.guest, fingerprint(settings().consent))
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
          onClick={came}
        >
          {words.guests.came}
        </button>
      </Show>
      <Suspense>
        <Show when={isAsking()}>
          <GuestConsent
            name={props.guest.name}
            settings={settings()}
            onAgree={agree}
            onClose={() => setIsAsking(false)}
          />
        </Show>
      </Suspense>
    </li>
  )
}

async function checkIn(
  { bookingId, endsAt }: Arrival,
  { id, name }: ExpectedGuest,
  agreedTo: string | null,
): Promise<void> {
  const body = { bookingId, guestId: id, agreedTo }
  const answer = await writeIntent('guest.check-in', body, { deadlineAt: toInstant(endsAt) })
  showToast(
    answer.kind === 'not-saved' ? words.states.notSaved[answer.why] : words.guests.checkedIn(name),
  )
}
