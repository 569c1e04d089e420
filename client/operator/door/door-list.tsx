/** Who comes, to be found by name where somebody has no pass at hand; and who was noted at two doors. */
import { createSignal, For, type JSX, Show } from 'solid-js'
import type { Attendee } from '../../../domain/community/events/happening-sections.ts'
import type { Instant } from '../../../domain/values/instant.ts'
import { FindField } from '../../ui/find-field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { words } from '../../ui/team-words.ts'
import type { Door } from './door-model.ts'

const { door: said, happenings } = words

interface ListProps {
  readonly door: Door
  readonly clock: (at: Instant) => string
}

export function WhoComes(props: ListProps): JSX.Element {
  const [typed, setTyped] = createSignal('')
  const found = () => {
    const wanted = typed().trim().toLowerCase()
    return props.door
      .attendees()
      .filter(({ state, name }) => state !== 'out' && name.toLowerCase().includes(wanted))
      .toSorted((a, b) => a.name.localeCompare(b.name))
  }
  return (
    <section class="stack" aria-labelledby="who-comes">
      <h2 id="who-comes">{said.list}</h2>
      <FindField label={said.search} value={typed()} onInput={setTyped} />
      <ul class="waiting">
        <For each={found()} fallback={<li class="soft">{said.nobody}</li>}>
          {(one) => <Coming {...props} one={one} />}
        </For>
      </ul>
    </section>
  )
}

function Coming(props: ListProps & { readonly one: Attendee }): JSX.Element {
  const first = () =>
    props.door
      .seen()
      .filter(({ code }) => code === props.one.code)
      .toSorted((a, b) => a.at - b.at)[0]
  const isIn = () => first() !== undefined || props.one.hasCome
  const when = () => {
    const at = first()?.at
    return at === undefined ? happenings.came : said.inSince(props.clock(at))
  }
  return (
    <li>
      <span>
        <strong dir="auto">{props.one.name}</strong>{' '}
        <Show when={props.one.people > 1}>{happenings.withGuests(props.one.people - 1)}</Show>{' '}
        <Show when={props.one.state === 'waiting'}>
          <span class="soft">{happenings.isWaiting}</span>
        </Show>
      </span>
      <Show
        when={isIn()}
        fallback={
          <button
            type="button"
            class="button"
            aria-label={said.letInLabel(props.one.name)}
            onClick={() => void props.door.letIn(props.one, 'listed')}
          >
            {said.letIn}
          </button>
        }
      >
        <span class="state" data-tone="mine">
          <Icon name="check" />
          {when()}
        </span>
      </Show>
    </li>
  )
}

export function NotedTwice(props: ListProps): JSX.Element {
  const nameOf = (code: string) =>
    props.door.attendees().find((one) => one.code === code)?.name ?? code
  return (
    <Show when={props.door.twice().length > 0}>
      <section class="stack" data-gap="small" aria-labelledby="noted-twice">
        <h2 id="noted-twice">{said.twice}</h2>
        <p class="soft">{said.twiceSentence}</p>
        <ul>
          <For each={props.door.twice()}>
            {(entries) => {
              const times = entries.map(({ at }) => props.clock(at))
              return <li dir="auto">{said.twiceOf(nameOf(entries[0]?.code ?? ''), times)}</li>
            }}
          </For>
        </ul>
      </section>
    </Show>
  )
}
