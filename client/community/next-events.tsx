/** What is planned next, on Today: a few lines, and the member's word in one tap. */
import { createEffect, type JSX, Show } from 'solid-js'
import type { Space } from '../app/with-space.tsx'
import { KeyedFor } from '../ui/keyed-for.tsx'
import { words } from '../ui/words.ts'
import { Coming } from './coming.tsx'
import { timeText, whereText } from './event-texts.ts'
import { createEvents, createOwnWords } from './happenings-model.ts'

/** All of them are in Community. */
const SHOWN_MAX = 2

export function NextEvents(props: {
  readonly space: Space
  readonly onKnown: () => void
}): JSX.Element {
  const events = createEvents(() => props.space)
  const wordOf = createOwnWords()
  createEffect(() => {
    if (events() !== undefined) props.onKnown()
  })
  const next = () => (events()?.ahead ?? []).filter((one) => !one.isCalledOff).slice(0, SHOWN_MAX)
  return (
    <Show when={next().length > 0}>
      <section class="stack" aria-labelledby="next-events">
        <h2 id="next-events">{words.home.events}</h2>
        <ul class="stack">
          <KeyedFor each={next()} by={({ id }) => id}>
            {(event) => (
              <li class="card stack" data-gap="small">
                <h3 dir="auto">{event().title}</h3>
                <p>{timeText(event(), props.space)}</p>
                <p class="soft">{whereText(event(), props.space)}</p>
                <p class="soft">{words.happenings.room(event())}</p>
                <Coming event={event()} word={wordOf(event().id)} space={props.space} />
              </li>
            )}
          </KeyedFor>
        </ul>
        <p>
          <a class="button" data-kind="quiet" href="/community#events">
            {words.home.allEvents}
          </a>
        </p>
      </section>
    </Show>
  )
}
