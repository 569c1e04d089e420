/** Somebody is taken out of the team: what they have booked ahead is kept or cancelled, one by one. */
import { createSignal, For, type JSX, Show } from 'solid-js'
import { isLive } from '../../../domain/bookings/booking.ts'
import type { ToldPerson } from '../../../domain/bookings/teams/team-sections.ts'
import type { BookingId } from '../../../domain/values/ids.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'
import { words } from '../../ui/words.ts'
import { askTeam } from './ask-team.ts'
import type { PeopleProps } from './team-people.tsx'
import { bookingText } from './team-used.tsx'

const { teams } = words

export function RemoveSheet(
  props: PeopleProps & { readonly person: ToldPerson; readonly onClose: () => void },
): JSX.Element {
  const [decided, setDecided] = createSignal<Readonly<Record<BookingId, 'keep' | 'cancel'>>>({})
  const ahead = () =>
    (props.details?.bookings ?? []).filter(
      ({ memberId, state, interval }) =>
        memberId === props.person.memberId && isLive(state) && interval.startsAt > props.space.now,
    )
  const whatOf = (id: BookingId) => decided()[id] ?? 'cancel'
  const send = () =>
    askTeam('team.remove', {
      teamId: props.team.id,
      memberId: props.person.memberId,
      bookings: Object.fromEntries(ahead().map(({ id }) => [id, whatOf(id)])),
    })
  return (
    <FormSheet
      title={teams.removeTitle(props.person.name)}
      submit={teams.remove}
      done={teams.removed(props.person.name)}
      isReady={props.details !== null}
      send={send}
      onClose={props.onClose}
    >
      <p class="soft">{teams.removeSentence}</p>
      <Show when={props.details !== null} fallback={<p>{teams.removeNeeds}</p>}>
        <ul class="team-list">
          <For each={ahead()} fallback={<li class="soft">{teams.noneAhead}</li>}>
            {(booking) => (
              <li>
                <span>{bookingText(props.space, booking)}</span>
                <label class="field">
                  <span class="visually-hidden">
                    {teams.decideFor(bookingText(props.space, booking))}
                  </span>
                  <select
                    onChange={({ currentTarget: { value } }) =>
                      setDecided({
                        ...decided(),
                        [booking.id]: value === 'keep' ? 'keep' : 'cancel',
                      })
                    }
                  >
                    <option value="cancel" selected={whatOf(booking.id) === 'cancel'}>
                      {teams.cancel}
                    </option>
                    <option value="keep" selected={whatOf(booking.id) === 'keep'}>
                      {teams.keep}
                    </option>
                  </select>
                </label>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </FormSheet>
  )
}
