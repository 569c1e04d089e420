/** Guests on the card of a booking: who comes, with which code and from when, to add and remove until it begins. */
import { createSignal, For, type JSX, lazy, Show, Suspense } from 'solid-js'
import { guestTimes } from '../../../domain/bookings/guests/guest.ts'
import { guestCode } from '../../../domain/bookings/guests/guest-code.ts'
import type { GuestChange, WishedGuest } from '../../../domain/bookings/wishes/guest-wish.ts'
import { type Catalogue, findResource } from '../../../domain/sites/catalogue.ts'
import { must } from '../../../domain/values/assert.ts'
import { toInstant } from '../../../domain/values/instant.ts'
import { formatMinute, toWallTime } from '../../../domain/values/zone.ts'
import { createNow } from '../../app/clock.ts'
import type { BookingRow } from '../../store/rows.ts'
import { writeIntent } from '../../sync/write-intent.ts'
import { showToast } from '../../ui/toast.tsx'
import { words } from '../../ui/words.ts'
import { GuestFields, ShowCode } from './guest-fields.tsx'

const GuestPass = lazy(async () => ({ default: (await import('./guest-pass.tsx')).GuestPass }))

export function GuestsNote(props: {
  readonly row: BookingRow
  readonly catalogue: Catalogue
}): JSX.Element {
  const now = createNow()
  const [shown, setShown] = createSignal<WishedGuest | null>(null)
  /** A code is of use once there is a booking. */
  const show = () => (props.row.bookingId === null ? undefined : setShown)
  const capacity = () => findResource(props.catalogue, props.row.resourceId)?.capacity ?? 1
  const canChange = () => props.row.bookingId !== null && props.row.startsAt > now()
  /** What a guest shows at the door, once there is a booking. */
  const about = (guest: WishedGuest) => {
    if (props.row.bookingId === null) return ''
    const { startsAt } = guestTimes(props.row)
    const from = formatMinute(toWallTime(props.catalogue.zone, startsAt).minute)
    return words.guests.code(guestCode(guest.id), from)
  }
  return (
    <Show when={capacity() > 1 && (canChange() || props.row.guests.length > 0)}>
      <details>
        <summary>{words.guests.summary(props.row.guests.length)}</summary>
        <Show
          when={canChange()}
          fallback={
            <ul class="facts" aria-label={words.guests.title}>
              <For each={props.row.guests}>
                {(guest) => (
                  <li>
                    <span>{guest.name}</span>
                    <ShowCode guest={guest} onShow={setShown} />
                  </li>
                )}
              </For>
            </ul>
          }
        >
          <GuestFields
            guests={props.row.guests}
            room={capacity() - 1 - props.row.guests.length}
            about={about}
            onShow={show()}
            onAdd={(guest) => void change(props.row, { add: [guest], remove: [] })}
            onRemove={(guest) => void change(props.row, { add: [], remove: [guest.id] })}
          />
        </Show>
        <Suspense>
          <Show when={shown()} keyed>
            {(guest) => (
              <GuestPass
                guest={guest}
                row={props.row}
                catalogue={props.catalogue}
                onClose={() => setShown(null)}
              />
            )}
          </Show>
        </Suspense>
        <p class="soft">{words.guests.keptByName(props.catalogue.site.guests.keptDays)}</p>
        <p class="soft" role="status">
          {props.row.areGuestsOpen ? words.guests.onItsWay : ''}
        </p>
      </details>
    </Show>
  )
}

/** Kept on this device, with or without a network, and of use until the booking begins. */
async function change(row: BookingRow, wished: Omit<GuestChange, 'bookingId'>): Promise<void> {
  const bookingId = must(row.bookingId, 'only what is booked has guests to change')
  const answer = await writeIntent(
    'booking.guests',
    { bookingId, ...wished },
    { deadlineAt: toInstant(row.startsAt) },
  )
  if (answer.kind === 'not-saved') showToast(words.states.notSaved[answer.why])
}
