import { createSignal, type JSX, lazy, Show } from 'solid-js'
import type { OwnDoor, ToldEvent } from '../../domain/community/events/happening-sections.ts'
import { words } from '../ui/words.ts'

const EventPass = lazy(async () => ({ default: (await import('./event-pass.tsx')).EventPass }))

/** What is shown at the door, one tap away from where the member sees that they come. */
export function PassButton(props: {
  readonly event: ToldEvent
  readonly door: OwnDoor
  readonly when: string
}): JSX.Element {
  const [isOpen, setIsOpen] = createSignal(false)
  return (
    <>
      <button
        type="button"
        class="button"
        aria-label={words.happenings.passLabel(props.event.title, props.when)}
        onClick={() => setIsOpen(true)}
      >
        {words.happenings.pass}
      </button>
      <Show when={isOpen()}>
        <EventPass event={props.event} door={props.door} onClose={() => setIsOpen(false)} />
      </Show>
    </>
  )
}
