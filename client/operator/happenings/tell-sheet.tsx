/** What the team tells those who come to an event; before it is sent it says who will get it. */
import { createMemo, createSignal, For, type JSX } from 'solid-js'
import type { EventAudience } from '../../../domain/bookings/wishes/community-requests.ts'
import type { ToldEvent } from '../../../domain/community/events/happening-sections.ts'
import { isOf } from '../../../domain/community/events/tell-attendees.ts'
import { limits } from '../../../domain/values/limits.ts'
import type { Space } from '../../app/with-space.tsx'
import { FormSheet } from '../../ui/form-sheet.tsx'
import { words } from '../../ui/words.ts'
import { WhenOffline } from '../when-offline.tsx'
import { createAttendees } from './board-model.ts'
import { sendHappening } from './send-happening.ts'

const { happenings } = words

const audiences: readonly EventAudience[] = ['going', 'waiting', 'both']

export function TellSheet(props: {
  readonly space: Space
  readonly event: ToldEvent
  readonly onClose: () => void
}): JSX.Element {
  const attendeesOf = createAttendees(() => props.space)
  const [audience, setAudience] = createSignal<EventAudience>('going')
  const [text, setText] = createSignal('')
  const of = (one: EventAudience) =>
    attendeesOf(props.event.id).filter(({ state }) => isOf(one, state))
  const chosen = createMemo(() => of(audience()))
  function send(): Promise<string | null> {
    const { siteId, id: eventId } = props.event
    return sendHappening('event.tell', { siteId, eventId, audience: audience(), text: text() })
  }
  return (
    <FormSheet
      title={happenings.tellTitle(props.event.title)}
      submit={happenings.tellSubmit(chosen().length)}
      isReady={chosen().length > 0 && text().trim() !== ''}
      done={happenings.told}
      send={send}
      onClose={props.onClose}
    >
      <WhenOffline />
      <fieldset class="stack" data-gap="small">
        <legend>{happenings.tellWhom}</legend>
        <For each={audiences}>
          {(one) => (
            <label class="choice">
              <input
                type="radio"
                name="audience"
                checked={audience() === one}
                onChange={() => setAudience(one)}
              />
              {happenings.audience(happenings.audiences[one], of(one).length)}
            </label>
          )}
        </For>
      </fieldset>
      <label class="field">
        {happenings.tellText}
        <textarea
          required
          rows="5"
          maxlength={limits.eventTextLengthMax}
          value={text()}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <details>
        <summary>{happenings.tellNames(chosen().length)}</summary>
        <ul>
          <For each={chosen()}>{({ name }) => <li dir="auto">{name}</li>}</For>
        </ul>
      </details>
      <p class="soft">{happenings.tellHow}</p>
    </FormSheet>
  )
}
