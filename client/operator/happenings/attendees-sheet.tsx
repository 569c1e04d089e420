/** Who comes, who waits, who was there: for the door, and as a table. */
import { createSignal, For, type JSX, Show } from 'solid-js'
import { attendeesCsv } from '../../../domain/community/events/attendees-csv.ts'
import type { Attendee, ToldEvent } from '../../../domain/community/events/happening-sections.ts'
import type { Space } from '../../app/with-space.tsx'
import { handFile } from '../../ui/hand-file.ts'
import { Icon } from '../../ui/icon.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { words } from '../../ui/words.ts'
import { createAttendees } from './board-model.ts'
import { sendHappening } from './send-happening.ts'

const { happenings } = words

export function AttendeesSheet(props: {
  readonly space: Space
  readonly event: ToldEvent
  /** To write to them. */
  readonly onTell: () => void
  readonly onClose: () => void
}): JSX.Element {
  const attendeesOf = createAttendees(() => props.space)
  const all = () => attendeesOf(props.event.id)
  const coming = () => all().filter(({ state }) => state !== 'out')
  const away = () => all().filter(({ state }) => state === 'out')
  const isAhead = () => !props.event.isCalledOff && props.event.endsAt > props.space.now
  const [trouble, setTrouble] = createSignal<string | null>(null)
  async function mark({ memberId }: Attendee, hasCome: boolean): Promise<void> {
    const { siteId, id: eventId } = props.event
    setTrouble(await sendHappening('attendance.mark', { siteId, eventId, memberId, hasCome }))
  }
  function save(): void {
    const csv = attendeesCsv(all(), happenings)
    handFile(`${props.event.date}.csv`, new Blob([csv], { type: 'text/csv' }))
  }
  return (
    <Sheet title={happenings.attendeesLabel(props.event.title)} onClose={props.onClose}>
      <Show when={coming().length > 0} fallback={<p>{happenings.nobody}</p>}>
        <ul class="stack" data-gap="small">
          <For each={coming()}>
            {(one) => (
              <li class="row" data-spread>
                <span>
                  <strong dir="auto">{one.name}</strong>{' '}
                  <Show when={one.people > 1}>{happenings.withGuests(one.people - 1)}</Show>
                </span>
                <Show
                  when={one.state === 'going'}
                  fallback={
                    <span class="state" data-tone="held">
                      <Icon name="clock" />
                      {happenings.isWaiting}
                    </span>
                  }
                >
                  <label class="choice">
                    <input
                      type="checkbox"
                      checked={one.hasCome}
                      aria-label={happenings.cameLabel(one.name)}
                      onChange={(event) => void mark(one, event.currentTarget.checked)}
                    />
                    {happenings.came}
                  </label>
                </Show>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Away attendees={away()} />
      <p role="alert" class="state" data-tone="problem">
        {trouble()}
      </p>
      <div class="row">
        <Show when={isAhead() && coming().length > 0}>
          <button type="button" class="button" onClick={() => props.onTell()}>
            {happenings.tell}
          </button>
        </Show>
        <Show when={all().length > 0}>
          <button type="button" class="button" onClick={save}>
            {happenings.list}
          </button>
        </Show>
      </div>
    </Sheet>
  )
}

/** Whoever has said that they cannot come, or not any more. */
function Away(props: { readonly attendees: readonly Attendee[] }): JSX.Element {
  return (
    <Show when={props.attendees.length > 0}>
      <details>
        <summary>{happenings.awayList(props.attendees.length)}</summary>
        <ul>
          <For each={props.attendees}>{({ name }) => <li dir="auto">{name}</li>}</For>
        </ul>
      </details>
    </Show>
  )
}
