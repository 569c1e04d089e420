import { createSignal, type JSX, Show } from 'solid-js'
import type { ToldEvent } from '../../../domain/community/events/happening-sections.ts'
import type { EventId } from '../../../domain/values/ids.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'
import { words } from '../../ui/words.ts'
import { WhenOffline } from '../when-offline.tsx'
import { sendHappening } from './send-happening.ts'

const { happenings } = words

/** It cannot be taken back, so it is asked first, with how many it touches. */
export function CallOffSheet(props: {
  readonly event: ToldEvent
  /** The same on later days. */
  readonly later: readonly ToldEvent[]
  readonly onClose: () => void
}): JSX.Element {
  const [isRest, setIsRest] = createSignal(false)
  const chosen = () => (isRest() ? [props.event, ...props.later] : [props.event])
  const touched = () => chosen().reduce((sum, { going, waiting }) => sum + going + waiting, 0)
  const done = new Set<EventId>()
  /** One after the other; where the connection ends in between, the next try goes on from there. */
  async function callOff(): Promise<string | null> {
    for (const { siteId, id: eventId } of chosen()) {
      if (done.has(eventId)) continue
      const why = await sendHappening('event.call-off', { siteId, eventId })
      if (why !== null) return why
      done.add(eventId)
    }
    return null
  }
  return (
    <FormSheet
      title={happenings.callOffQuestion(props.event.title)}
      submit={happenings.callOff}
      done={isRest() ? happenings.calledOffRest(chosen().length) : happenings.calledOffDone}
      send={callOff}
      beside={
        <button type="button" class="button" onClick={() => props.onClose()}>
          {happenings.keep}
        </button>
      }
      onClose={props.onClose}
    >
      <Show when={props.later.length > 0}>
        <label class="choice">
          <input
            type="checkbox"
            checked={isRest()}
            onChange={(event) => setIsRest(event.currentTarget.checked)}
          />
          {happenings.callOffRest(props.later.length)}
        </label>
      </Show>
      <WhenOffline />
      <p role="status">{happenings.callOffSentence(touched())}</p>
    </FormSheet>
  )
}
