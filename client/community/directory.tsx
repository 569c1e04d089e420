/** Those who let themselves be found, searched on the device. */
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js'
import { type DirectoryCard, readCard } from '../../domain/community/directory.ts'
import { toInstant } from '../../domain/values/instant.ts'
import { formatMinute, toWallTime } from '../../domain/values/zone.ts'
import { NotHere } from '../app/not-here.tsx'
import type { Space } from '../app/with-space.tsx'
import { createRecords } from '../store/records.ts'
import { createStatus } from '../store/status.ts'
import { FindField } from '../ui/find-field.tsx'
import { Icon } from '../ui/icon.tsx'
import { PersonCard } from '../ui/person-card.tsx'
import { words } from '../ui/words.ts'
import { makePeopleIndex, skillsOf } from './find-people.ts'
import { createQuiet } from './messages/people.ts'

/** Cards that are drawn at once, and as many more each time that is asked for. */
const SHOWN_STEP = 60
/** Skills in the filter, those of the most. */
const SKILLS_MAX = 60

const { community } = words

export function Directory(props: { readonly space: Space }): JSX.Element {
  const site = () => props.space.catalogue.site
  const records = createRecords(() => `directory/${site().id}`, 'people', readCard)
  const cards = createMemo(() => [...(records()?.all.values() ?? [])])
  return (
    <section class="stack" aria-labelledby="directory">
      <div class="row" data-spread>
        <h2 id="directory">{community.directory}</h2>
        <a class="button" data-kind="quiet" href="/me/profile">
          {community.yourProfile}
        </a>
      </div>
      <Show
        when={site().hasDirectory}
        fallback={<p class="notice">{community.off(site().name)}</p>}
      >
        <Show when={records()}>
          {(told) => (
            <Show when={told().asOf !== null} fallback={<NotHere sentence={community.notHere} />}>
              <Show when={cards().length > 0} fallback={<Nobody />}>
                <Found cards={cards()} space={props.space} asOf={told().asOf ?? 0} />
              </Show>
            </Show>
          )}
        </Show>
      </Show>
    </section>
  )
}

function Nobody(): JSX.Element {
  return (
    <div class="empty">
      <Icon name="people" />
      <p>{community.nobody}</p>
      <p class="soft">{community.nobodySentence}</p>
    </div>
  )
}

function Found(props: {
  readonly cards: readonly DirectoryCard[]
  readonly space: Space
  readonly asOf: number
}): JSX.Element {
  const quiet = createQuiet(() => props.space.catalogue.site.id)
  const [typed, setTyped] = createSignal('')
  const [skill, setSkill] = createSignal<string | null>(null)
  const index = createMemo(() => makePeopleIndex(props.cards))
  const skills = createMemo(() => skillsOf(props.cards, SKILLS_MAX))
  const found = createMemo(() => index().find(typed(), skill()))
  /** Begins anew with each search. */
  const [most, setMost] = createSignal(SHOWN_STEP)
  function search(change: () => void): void {
    change()
    setMost(SHOWN_STEP)
  }
  return (
    <>
      <div class="row" data-align="end">
        <FindField
          grows
          label={community.search}
          placeholder={community.searchHint}
          value={typed()}
          onInput={(text) => search(() => setTyped(text))}
        />
        <label class="field">
          {community.skillFilter}
          <select
            value={skill() ?? ''}
            onChange={({ currentTarget }) => search(() => setSkill(currentTarget.value || null))}
          >
            <option value="">{community.anySkill}</option>
            <For each={skills()}>{(one) => <option value={one}>{one}</option>}</For>
          </select>
        </label>
      </div>
      <p role="status" class="soft">
        {found().length === 0 ? community.noMatch : community.found(found().length)}
        <Age asOf={props.asOf} space={props.space} />
      </p>
      <ul class="people-found">
        <For each={found().slice(0, most())}>
          {(card) => (
            <li>
              <PersonCard
                card={card}
                beside={card.memberId === props.space.member.id ? community.you : null}
                action={<WriteTo card={card} space={props.space} quiet={quiet()} />}
              />
            </li>
          )}
        </For>
      </ul>
      <Show when={found().length > most()}>
        <div>
          <button type="button" class="button" onClick={() => setMost(most() + SHOWN_STEP)}>
            {community.showMore}
          </button>
        </div>
      </Show>
    </>
  )
}

/** Nothing of one's own card, and nothing where messages are off. */
function WriteTo(props: {
  readonly card: DirectoryCard
  readonly space: Space
  readonly quiet: ReadonlySet<string>
}): JSX.Element {
  const { memberId, name } = props.card
  const isOn = () => props.space.catalogue.site.hasMessages && memberId !== props.space.member.id
  return (
    <Show when={isOn()}>
      <Show
        when={!props.quiet.has(memberId)}
        fallback={<p class="soft">{words.threads.takesNone}</p>}
      >
        <p>
          <a
            class="button"
            data-kind="quiet"
            href={`/community/messages/${memberId}`}
            aria-label={words.threads.writeTo(name)}
          >
            <Icon name="message" />
            {words.threads.write}
          </a>
        </p>
      </Show>
    </Show>
  )
}

/** How old it is, where there is no connection. */
function Age(props: { readonly asOf: number; readonly space: Space }): JSX.Element {
  const status = createStatus()
  const age = () => {
    if (status()?.state !== 'offline') return null
    const { date, minute } = toWallTime(props.space.catalogue.zone, toInstant(props.asOf))
    return `${words.amounts.dateWithin(date, props.space.today)}, ${formatMinute(minute)}`
  }
  return <Show when={age()}>{(when) => ` · ${community.asOf(when())}`}</Show>
}
