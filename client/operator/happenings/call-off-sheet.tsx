import { createSignal, type JSX } from 'solid-js'
import type { ToldEvent } from '../../../domain/community/events/happening-sections.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { showToast } from '../../ui/toast.tsx'
import { words } from '../../ui/words.ts'
import { sendHappening } from './send-happening.ts'

const { happenings } = words

/** It cannot be taken back, so it is asked first, with how many it touches. */
export function CallOffSheet(props: {
  readonly event: ToldEvent
  readonly onClose: () => void
}): JSX.Element {
  const [trouble, setTrouble] = createSignal<string | null>(null)
  const [isBusy, setIsBusy] = createSignal(false)
  async function callOff(): Promise<void> {
    const { siteId, id: eventId } = props.event
    setIsBusy(true)
    const why = await sendHappening('event.call-off', { siteId, eventId })
    setIsBusy(false)
    if (why !== null) return void setTrouble(why)
    showToast(happenings.calledOffDone)
    props.onClose()
  }
  return (
    <Sheet title={happenings.callOffQuestion(props.event.title)} onClose={props.onClose}>
      <p>{happenings.callOffSentence(props.event.going + props.event.waiting)}</p>
      <p role="alert" class="state" data-tone="problem">
        {trouble()}
      </p>
      <div class="row">
        <button
          type="button"
          class="button"
          data-kind="primary"
          disabled={isBusy()}
          onClick={() => void callOff()}
        >
          {happenings.callOff}
        </button>
        <button type="button" class="button" onClick={() => props.onClose()}>
          {happenings.keep}
        </button>
      </div>
    </Sheet>
  )
}
