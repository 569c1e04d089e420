/** What two members said to each other, the oldest first; the last is in sight, and said aloud when it comes. */
import { createEffect, createMemo, type JSX, on, Show } from 'solid-js'
import type { Refusal } from '../../../domain/bookings/wishes/refusal.ts'
import type {
  ViewedMessage,
  ViewedThread,
} from '../../../domain/community/messages/message-view.ts'
import type { Space } from '../../app/with-space.tsx'
import { dismiss, isDismissed } from '../../store/dismissed.ts'
import type { UnsentText } from '../../store/unsent-text.ts'
import { KeyedFor } from '../../ui/keyed-for.tsx'
import { momentText } from '../../ui/moment-text.ts'
import { SaidText } from '../../ui/said-text.tsx'
import { words } from '../../ui/words.ts'
import { wishAloud } from './write-message.ts'

const { threads: said } = words

interface TalkProps {
  readonly space: Space
  readonly thread: ViewedThread
  readonly name: string
  readonly draft: UnsentText
}

export function Talk(props: TalkProps): JSX.Element {
  let end: HTMLDivElement | undefined
  const shown = createMemo(() => props.thread.messages.filter((one) => !isPutAway(one)))
  createEffect(
    on(
      () => shown().at(-1)?.key,
      () => end?.scrollIntoView({ block: 'end' }),
    ),
  )
  return (
    <>
      <Show when={props.thread.isCut}>
        <p class="soft">{said.earlier}</p>
      </Show>
      <Show
        when={shown().length > 0}
        fallback={
          <Show when={!props.thread.isCut}>
            <p class="soft">{said.nothingYet(props.name)}</p>
          </Show>
        }
      >
        <div role="log" aria-label={said.open(props.name, 0)}>
          <ol class="talk">
            <KeyedFor each={shown()} by={({ key }) => key}>
              {(message) => (
                <Message
                  {...props}
                  message={message()}
                  isLast={message().key === shown().at(-1)?.key}
                />
              )}
            </KeyedFor>
          </ol>
        </div>
      </Show>
      <div ref={end} class="talk-end" />
    </>
  )
}

function isPutAway({ state }: ViewedMessage): boolean {
  return state.kind === 'failed' && isDismissed(state.intentId)
}

interface MessageProps extends TalkProps {
  readonly message: ViewedMessage
  readonly isLast: boolean
}

function Message(props: MessageProps): JSX.Element {
  const kind = () => props.message.state.kind
  const gone = () => {
    const state = kind()
    return state === 'removed' || state === 'removed-by-team' ? said[state] : null
  }
  return (
    <li data-own={props.message.isOwn ? '' : undefined} data-state={kind()}>
      <span class="visually-hidden">{props.message.isOwn ? said.you : props.name}: </span>
      <Show when={gone()} fallback={<SaidText text={props.message.text} />}>
        {(text) => <p class="soft">{text()}</p>}
      </Show>
      <Below {...props} />
    </li>
  )
}

/** When it was, how far it has come, and what can be done about it. */
function Below(props: MessageProps): JSX.Element {
  const when = () => momentText(props.space.catalogue.zone, props.message.at, props.space.today)
  const failed = () => {
    const { state } = props.message
    return state.kind === 'failed' ? state : null
  }
  const way = () => {
    const { kind } = props.message.state
    if (kind === 'saved' || kind === 'sent') return said.states[kind]
    return kind === 'delivered' && props.message.isOwn && props.isLast ? said.states.delivered : ''
  }
  const line = () => [when(), way()].filter((one) => one !== '').join(' · ')
  const removable = () =>
    props.message.isOwn && props.message.state.kind === 'delivered' ? props.message.id : null
  return (
    <Show
      when={failed()}
      fallback={
        <Show when={removable()} fallback={<p class="soft">{line()}</p>}>
          {(messageId) => (
            <details>
              <summary class="soft">{line()}</summary>
              <button
                type="button"
                class="button"
                data-kind="quiet"
                onClick={() =>
                  void wishAloud('message.remove', { messageId: messageId() }, said.removedToast)
                }
              >
                {said.remove}
              </button>
            </details>
          )}
        </Show>
      }
    >
      {(state) => (
        <>
          <p class="state" data-tone="problem" role="status">
            {said.failed(whyOf(state().refusal))}
          </p>
          <div class="row">
            <button
              type="button"
              class="button"
              onClick={() => {
                props.draft.write(joined(props.draft.text(), props.message.text))
                dismiss(state().intentId)
                props.draft.focus()
              }}
            >
              {said.again}
            </button>
            <button
              type="button"
              class="button"
              data-kind="quiet"
              onClick={() => dismiss(state().intentId)}
            >
              {said.putAway}
            </button>
          </div>
        </>
      )}
    </Show>
  )
}

function whyOf(refusal: Refusal | null): string {
  return refusal === null ? said.tooLate : words.refusal(refusal)
}

/** What somebody has begun since stays. */
function joined(begun: string, text: string): string {
  return begun.trim() === '' ? text : `${begun}\n${text}`
}
