/** One thread: what was said, what waits on this device, and the next word. */
import { BackLink } from '../../ui/back-link.tsx'
import './messages.css'
import { useParams } from '@solidjs/router'
import { createEffect, createMemo, createSignal, type JSX, onCleanup, Show } from 'solid-js'
import type { Refusal } from '../../../domain/bookings/wishes/refusal.ts'
import { usualChoice } from '../../../domain/community/messages/message.ts'
import type { ViewedThread } from '../../../domain/community/messages/message-view.ts'
import { whyNotWrite } from '../../../domain/community/messages/send-message.ts'
import { isId, type MemberId } from '../../../domain/values/ids.ts'
import { NotHere } from '../../app/not-here.tsx'
import { createMessageChoice, createOwnThreads } from '../../app/own-messages.ts'
import { type Space, WithSpace } from '../../app/with-space.tsx'
import { createUnsentText } from '../../store/unsent-text.ts'
import { keepAboveKeyboard } from '../../ui/above-keyboard.ts'
import { words } from '../../ui/words.ts'
import { Composer } from './composer.tsx'
import { createPeople } from './people.ts'
import { Talk } from './talk.tsx'
import { ThreadMenu } from './thread-menu.tsx'
import { wishMessage } from './write-message.ts'

const { threads: said } = words

export function ThreadPage(): JSX.Element {
  const params = useParams<{ member: string }>()
  const other = () => (isId('member', params.member) ? params.member : null)
  return (
    <WithSpace>
      {(space) => (
        <main class="page thread-page" id="main" tabindex="-1" ref={standAbove}>
          <BackLink href="/community/messages" label={said.back} />
          <Show
            when={other()}
            keyed
            fallback={<h1>{words.refusal({ reason: 'not-reachable' })}</h1>}
          >
            {(memberId) => <Thread space={space()} other={memberId} />}
          </Show>
        </main>
      )}
    </WithSpace>
  )
}

/** The end of the talk stays in sight when the keyboard comes. */
function standAbove(page: HTMLElement): void {
  const showEnd = () => page.querySelector('.talk-end')?.scrollIntoView({ block: 'end' })
  onCleanup(keepAboveKeyboard(page, showEnd))
}

function emptyThread(other: MemberId): ViewedThread {
  return {
    ...{ with: other, name: null, lastAt: null, unread: 0, lastN: 0 },
    ...{ isMuted: false, isBlocked: false, isCut: false, messages: [] },
  }
}

function Thread(props: { readonly space: Space; readonly other: MemberId }): JSX.Element {
  const own = createOwnThreads()
  const choice = createMessageChoice()
  const people = createPeople(() => props.space.catalogue.site.id)
  const thread = createMemo(
    () => own()?.threads.find((one) => one.with === props.other) ?? emptyThread(props.other),
  )
  const name = () => thread().name ?? people().cardOf(props.other)?.name ?? said.somebody
  const draft = createUnsentText(`message/${props.other}`)
  noteRead(thread)
  /** As far as this device knows; the rest is the space's to say. */
  const why = (): Refusal | null =>
    whyNotWrite({
      own: choice() ?? usualChoice,
      other: { isOpen: !people().isQuiet(props.other) },
      together: props.space.catalogue.site.hasMessages ? 'messages-on' : 'messages-off',
      ...{ isListed: true, hasWritten: true, hasBlocked: thread().isBlocked },
    })
  return (
    <>
      <div class="row" data-spread>
        <h1>
          <bdi>{name()}</bdi>
        </h1>
        <ThreadMenu thread={thread()} name={name()} />
      </div>
      <Show when={own()}>
        {(told) => (
          <>
            <Show when={told().asOf === null}>
              <NotHere sentence={said.notHere} />
            </Show>
            <Talk space={props.space} thread={thread()} name={name()} draft={draft} />
          </>
        )}
      </Show>
      <Show when={why()} fallback={<Composer other={props.other} name={name()} draft={draft} />}>
        {(no) => (
          <p class="notice" data-tone="held">
            {no().reason === 'blocked-by-you' ? said.blockedNotice(name()) : words.refusal(no())}
          </p>
        )}
      </Show>
    </>
  )
}

/** Whoever has it before their eyes has read it; a page in the background reads nothing. */
function noteRead(thread: () => ViewedThread): void {
  const [isSeen, setIsSeen] = createSignal(document.visibilityState === 'visible')
  const look = () => setIsSeen(document.visibilityState === 'visible')
  document.addEventListener('visibilitychange', look)
  onCleanup(() => document.removeEventListener('visibilitychange', look))
  let told = 0
  createEffect(() => {
    const { with: other, unread, lastN } = thread()
    if (!isSeen() || unread === 0 || lastN <= told) return
    told = lastN
    void wishMessage('thread.read', { with: other, n: lastN })
  })
}
