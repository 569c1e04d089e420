/** The rooms of a floor: whether each is free, until when, and its next hours as a line. */
import { For, type JSX } from 'solid-js'
import { type PlaceNow, turnsAt } from '../../domain/bookings/occupancy/floor-now.ts'
import { HOUR_MS, type Instant } from '../../domain/values/instant.ts'
import { formatMinute, toWallTime, type ZoneTable } from '../../domain/values/zone.ts'
import { words } from '../ui/words.ts'

/** What whoever waits in front of the screen may still plan for. */
const HOURS = 6

export function RoomsNow(props: {
  readonly rooms: readonly PlaceNow[]
  readonly zone: ZoneTable
  readonly now: Instant
}): JSX.Element {
  return (
    <section
      class="lobby-rooms"
      aria-label={words.lobby.rooms}
      style={{ '--rooms': Math.max(1, props.rooms.length) }}
    >
      <ul>
        <For each={props.rooms}>
          {(room) => (
            <li data-state={room.state}>
              <span class="lobby-room">
                <strong>{room.resource.name}</strong>
                <span>{roomSentence(room, props.zone)}</span>
              </span>
              <NextHours room={room} now={props.now} />
            </li>
          )}
        </For>
      </ul>
    </section>
  )
}

/** The next hours: what is free of them is filled. */
function NextHours(props: { readonly room: PlaceNow; readonly now: Instant }): JSX.Element {
  const share = (at: number) => Math.min(1, Math.max(0, (at - props.now) / (HOURS * HOUR_MS)))
  const parts = () =>
    props.room.spans
      .map(({ startsAt, endsAt }) => ({ from: share(startsAt), until: share(endsAt) }))
      .filter(({ from, until }) => until > from)
  return (
    <span class="lobby-hours" aria-hidden="true">
      <For each={parts()}>
        {({ from, until }) => (
          <span style={{ '--from': `${from * 100}%`, '--length': `${(until - from) * 100}%` }} />
        )}
      </For>
    </span>
  )
}

function roomSentence(room: PlaceNow, zone: ZoneTable): string {
  const at = turnsAt(room)
  const time = at === null ? null : formatMinute(toWallTime(zone, at).minute)
  switch (room.state) {
    case 'available':
      return time === null ? words.lobby.freeAllDay : words.lobby.freeUntil(time)
    case 'blocked':
      return words.lobby.blocked
    case 'closed':
      return time === null ? words.lobby.closed : words.lobby.closedUntil(time)
    default:
      return time === null ? words.lobby.takenAllDay : words.lobby.takenUntil(time)
  }
}
