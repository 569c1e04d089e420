/** The door of an event: passes by camera or by hand, who is in, and who was noted twice. It works where there is no network. */

import { useParams } from '@solidjs/router'
import { createSignal, type JSX, Show } from 'solid-js'
import { BackLink } from '../../ui/back-link.tsx'
import '../operator.css'
import './door.css'
import type { ToldEvent } from '../../../domain/community/events/happening-sections.ts'
import type { Instant } from '../../../domain/values/instant.ts'
import { formatMinute, toWallTime } from '../../../domain/values/zone.ts'
import type { Space } from '../../app/with-space.tsx'
import { readIdentity } from '../../store/identity.ts'
import { createStatus } from '../../store/status.ts'
import { words } from '../../ui/team-words.ts'
import { createAllEvents } from '../happenings/board-model.ts'
import { OnlyForWhoMay } from '../only-for.tsx'
import { DoorAnswer } from './door-answer.tsx'
import { NotedTwice, WhoComes } from './door-list.tsx'
import { createDoor, type Door } from './door-model.ts'
import { Scanner } from './scanner.tsx'

const { door: said } = words

export function DoorPage(): JSX.Element {
  return (
    <OnlyForWhoMay kind="entry.note">{(space) => <DoorOfEvent space={space()} />}</OnlyForWhoMay>
  )
}

function DoorOfEvent(props: { readonly space: Space }): JSX.Element {
  const params = useParams<{ event: string }>()
  const events = createAllEvents(() => props.space)
  const event = () => events()?.find(({ id }) => id === params.event)
  const titleOf = (id: string) => events()?.find((one) => one.id === id)?.title ?? null
  return (
    <main class="page" id="main" tabindex="-1">
      <BackLink href="/operator/events" label={said.back} />
      <Show
        when={event()}
        fallback={
          <>
            <h1>{said.title}</h1>
            <Show when={events() !== undefined}>
              <p class="empty">{said.gone}</p>
            </Show>
          </>
        }
      >
        {(found) => <DoorOf space={props.space} event={found()} titleOf={titleOf} />}
      </Show>
    </main>
  )
}

function DoorOf(props: {
  readonly space: Space
  readonly event: ToldEvent
  readonly titleOf: (eventId: string) => string | null
}): JSX.Element {
  const door = createDoor(
    () => props.space,
    () => props.event,
  )
  const clock = (at: Instant) => formatMinute(toWallTime(props.space.catalogue.zone, at).minute)
  const answerWords = {
    clock,
    titleOf: (id: string) => props.titleOf(id),
    ownDevice: readIdentity()?.deviceId ?? '',
  }
  return (
    <>
      <h1 dir="auto">{said.openLabel(props.event.title)}</h1>
      <p class="door-count">{said.inside(door.inside(), props.event.going)}</p>
      <Standing door={door} />
      <div role="status">
        <Show when={door.answer()} keyed>
          {(answer) => (
            <DoorAnswer
              answer={answer}
              words={answerWords}
              onLetIn={(guest) => void door.letIn(guest, answer.way)}
            />
          )}
        </Show>
      </div>
      <Scanner onCode={(text) => void door.show(text, 'scanned')} />
      <CodeForm onCode={(text) => void door.show(text, 'typed')} />
      <NotedTwice door={door} clock={clock} />
      <WhoComes door={door} clock={clock} />
    </>
  )
}

/** How the device stands: offline it goes on, and says what it could not tell yet. */
function Standing(props: { readonly door: Door }): JSX.Element {
  const status = createStatus()
  const isOffline = () => status() !== undefined && status()?.state !== 'online'
  return (
    <>
      <Show when={isOffline()}>
        <p class="notice" data-tone="held">
          {said.offline}
        </p>
      </Show>
      <Show when={props.door.waiting() > 0}>
        <p class="soft">{said.waiting(props.door.waiting())}</p>
      </Show>
      <Show when={!props.door.hasKey()}>
        <p class="soft">{said.noKey}</p>
      </Show>
    </>
  )
}

function CodeForm(props: { readonly onCode: (text: string) => void }): JSX.Element {
  const [typed, setTyped] = createSignal('')
  return (
    <form
      class="row"
      data-align="end"
      onSubmit={(event) => {
        event.preventDefault()
        if (typed().trim() === '') return
        props.onCode(typed())
        setTyped('')
      }}
    >
      <label class="field grow">
        {said.code}
        <input
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          maxlength="300"
          placeholder={said.codeHint}
          value={typed()}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="button">
        {said.check}
      </button>
    </form>
  )
}
