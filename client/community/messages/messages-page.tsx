/** The member's threads, the latest first, and whom they could write to. */
import './messages.css'
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js'
import type { ViewedThread } from '../../../domain/community/messages/message-view.ts'
import type { MemberId } from '../../../domain/values/ids.ts'
import { NotHere } from '../../app/not-here.tsx'
import { createMessageChoice, createOwnThreads } from '../../app/own-messages.ts'
import { type Space, WithSpace } from '../../app/with-space.tsx'
import { BackLink } from '../../ui/back-link.tsx'
import { FindField } from '../../ui/find-field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { KeyedFor } from '../../ui/keyed-for.tsx'
import { momentText } from '../../ui/moment-text.ts'
import { words } from '../../ui/words.ts'
import { makePeopleIndex } from '../find-people.ts'
import { createPeople, type People } from './people.ts'

/** People that a search shows beside the threads; who types more letters finds the others. */
const FOUND_MAX = 12

const { threads: said } = words

export function MessagesPage(): JSX.Element {
  return <WithSpace>{(space) => <Page space={space()} />}</WithSpace>
}

function Page(props: { readonly space: Space }): JSX.Element {
  const own = createOwnThreads()
  const choice = createMessageChoice()
  const people = createPeople(() => props.space.catalogue.site.id)
  const [typed, setTyped] = createSignal('')
  const nameOf = (thread: ViewedThread) =>
    thread.name ?? people().cardOf(thread.with)?.name ?? said.somebody
  const spoken = createMemo(() =>
    (own()?.threads ?? []).filter(({ messages }) => messages.length > 0),
  )
  const shown = createMemo(() => {
    const wanted = typed().trim().toLowerCase()
    return spoken().filter((thread) => nameOf(thread).toLowerCase().includes(wanted))
  })
  return (
    <main class="page" id="main" tabindex="-1">
      <BackLink href="/community" label={words.community.title} />
      <div class="row" data-spread>
        <h1>{said.title}</h1>
        <a class="button" data-kind="quiet" href="/me/messages">
          {said.settings}
        </a>
      </div>
      <Word choice={choice()} />
      <FindField label={said.search} value={typed()} onInput={setTyped} />
      <Show when={own()}>
        {(told) => (
          <Show
            when={told().asOf !== null || spoken().length > 0}
            fallback={<NotHere sentence={said.notHere} />}
          >
            <Show when={spoken().length > 0 || typed() !== ''} fallback={<Nothing />}>
              <ul class="threads">
                <KeyedFor each={shown()} by={(thread) => thread.with}>
                  {(thread) => (
                    <Row space={props.space} thread={thread()} name={nameOf(thread())} />
                  )}
                </KeyedFor>
              </ul>
            </Show>
          </Show>
        )}
      </Show>
      <Show when={typed().trim()}>
        {(text) => (
          <Others
            people={people()}
            typed={text()}
            known={new Set([props.space.member.id, ...shown().map((one) => one.with)])}
            isNobody={shown().length === 0}
          />
        )}
      </Show>
    </main>
  )
}

/** What the team had to say about what they wrote. */
function Word(props: {
  readonly choice: ReturnType<ReturnType<typeof createMessageChoice>>
}): JSX.Element {
  const text = () => props.choice?.word?.text
  return (
    <Show when={text()}>
      {(words) => (
        <p class="notice" data-tone={props.choice?.isClosed === true ? 'problem' : 'held'}>
          {props.choice?.isClosed === true ? said.closed(words()) : said.word(words())}
        </p>
      )}
    </Show>
  )
}

function Nothing(): JSX.Element {
  return (
    <div class="empty">
      <Icon name="message" />
      <p>{said.noneYet}</p>
      <p class="soft">{said.noneYetSentence}</p>
      <a class="button" href="/community#directory">
        {said.toDirectory}
      </a>
    </div>
  )
}

function Row(props: {
  readonly space: Space
  readonly thread: ViewedThread
  readonly name: string
}): JSX.Element {
  const last = () => props.thread.messages.at(-1)
  const preview = () => {
    const message = last()
    if (message === undefined) return ''
    const { kind } = message.state
    const text = kind === 'removed' || kind === 'removed-by-team' ? said[kind] : message.text
    return said.preview(message.isOwn, text)
  }
  const marks = () => [
    ...(props.thread.isMuted ? [said.muted] : []),
    ...(props.thread.isBlocked ? [said.blocked] : []),
  ]
  const when = () => {
    const at = props.thread.lastAt
    return at === null ? '' : momentText(props.space.catalogue.zone, at, props.space.today)
  }
  return (
    <li>
      <a
        href={`/community/messages/${props.thread.with}`}
        aria-label={said.open(props.name, props.thread.unread)}
        data-unread={props.thread.unread > 0 ? '' : undefined}
      >
        <span class="thread-name">
          <bdi>{props.name}</bdi>
          <Show when={props.thread.unread > 0}>
            <span class="unread">{props.thread.unread}</span>
          </Show>
        </span>
        <span class="soft thread-when">{[...marks(), when()].join(' · ')}</span>
        <span class="thread-last" dir="auto">
          {preview()}
        </span>
      </a>
    </li>
  )
}

/** People of the directory whose name, skill or company is like what was typed. */
function Others(props: {
  readonly people: People
  readonly typed: string
  readonly known: ReadonlySet<MemberId>
  readonly isNobody: boolean
}): JSX.Element {
  const index = createMemo(() => makePeopleIndex(props.people.cards))
  const found = createMemo(() =>
    index()
      .find(props.typed, null)
      .filter(({ memberId }) => !props.known.has(memberId) && !props.people.isQuiet(memberId))
      .slice(0, FOUND_MAX),
  )
  return (
    <Show
      when={found().length > 0}
      fallback={
        <Show when={props.isNobody}>
          <p role="status" class="soft">
            {said.nobodyFound}
          </p>
        </Show>
      }
    >
      <section class="stack" data-gap="small">
        <h2>{said.start}</h2>
        <ul class="threads">
          <For each={found()}>
            {({ memberId, name, work }) => (
              <li>
                <a href={`/community/messages/${memberId}`} aria-label={said.writeTo(name)}>
                  <span class="thread-name">
                    <bdi>{name}</bdi>
                  </span>
                  <span class="thread-last">{work ?? ''}</span>
                </a>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  )
}
