import type { JSX } from 'solid-js'
import type { ToldEvent } from '../../../domain/community/events/happening-sections.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'
import { words } from '../../ui/words.ts'
import { sendHappening } from './send-happening.ts'

const { happenings } = words

/** It cannot be taken back, so it is asked first, with how many it touches. */
export function CallOffSheet(props: {
  readonly event: ToldEvent
  readonly onClose: () => void
}): JSX.Element {
  const { siteId, id: eventId, title } = props.event
  return (
    <FormSheet
      title={happenings.callOffQuestion(title)}
      submit={happenings.callOff}
      done={happenings.calledOffDone}
      send={() => sendHappening('event.call-off', { siteId, eventId })}
      beside={
        <button type="button" class="button" onClick={() => props.onClose()}>
          {happenings.keep}
        </button>
      }
      onClose={props.onClose}
    >
      <p>{happenings.callOffSentence(props.event.going + props.event.waiting)}</p>
    </FormSheet>
  )
}
