/** Who comes, who waits, who was there: for the door, and as a table. */
import { createSignal, For, type JSX, Show } from 'solid-js'
import { attendeesCsv } from '../../../domain/community/events/attendees-csv.ts'
import type { Attendee, ToldEvent } from '../../../domain/community/events/happening-sections.ts'
import { asMarked, type Marked } from '../../../domain/community/events/marked.ts'
import { addMs, DAY_MS } from '../../../domain/values/instant.ts'
import { limits } from '../../../domain/values/limits.ts'
import { NotDoneNotice, whyNotDone } from '../../app/not-done.tsx'
import type { Space } from '../../app/with-space.tsx'
import { isDismissed } from '../../store/dismissed.ts'
import { createOwnWishes } from '../../store/own-wishes.ts'
import { writeIntent } from '../../sync/write-intent.ts'
import { handFile } from '../../ui/hand-file.ts'
import { Icon } from '../../ui/icon.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { words } from '../../ui/words.ts'
import { createAttendees } from './board-model.ts'

const { happenings } = words

export function AttendeesSheet(props: {
  readonly space: Space
  readonly event: ToldEvent
  /** To write to them. */
  readonly onTell: () => void
  readonly onClose: () => void
}): JSX.Element {
  const attendeesOf = createAttendees(() => props.space)
  const wishes = createOwnWishes(['attendance.mark'])
  const marked = () => asMarked(attendeesOf(props.event.id), wishes() ?? [], props.event.id)
  const all = () => marked().attendees
  const coming = () => all().filter(({ state }) => state !== 'out')
  const away = () => all().filter(({ state }) => state === 'out')
  const isAhead = () => !props.event.isCalledOff && props.event.endsAt > props.space.now
  const [trouble, setTrouble] = createSignal<string | null>(null)
  async function mark({ memberId }: Attendee, hasCome: boolean): Promise<void> {
    const { siteId, id: eventId, endsAt } = props.event
    const body = { siteId, eventId, memberId, hasCome }
    const deadlineAt = addMs(endsAt, limits.entryDaysAfterMax * DAY_MS)
    const answer = await writeIntent('attendance.mark', body, { deadlineAt })
    setTrouble(answer.kind === 'saved' ? null : words.states.notSaved[answer.why])
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
      <OwnMarks marked={marked()} />
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

/** How far the marks of this device have come, where they have not arrived. */
function OwnMarks(props: { readonly marked: Marked }): JSX.Element {
  return (
    <>
      <Show when={props.marked.waiting > 0}>
        <p class="soft">{words.support.saved}</p>
      </Show>
      <For each={props.marked.notDone.filter(({ id }) => !isDismissed(id))}>
        {({ id, name, refusal }) => (
          <NotDoneNotice id={id} what={happenings.cameLabel(name)} why={whyNotDone({ refusal })} />
        )}
      </For>
    </>
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
