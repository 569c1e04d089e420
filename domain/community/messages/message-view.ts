/**
 * A member's threads as they see them: what the space says, and below it what this device wishes and has no answer about. What was refused is told
 * with its reason, and its words stay in sight until they are put away: nothing that was written is lost.
 */
import type { OwnIntent } from '../../bookings/booking-view.ts'
import type { AnyIntent } from '../../bookings/wishes/intent.ts'
import type { Refusal } from '../../bookings/wishes/refusal.ts'
import { type IntentId, type MemberId, type MessageId, messageIdOf } from '../../values/ids.ts'
import type { Instant } from '../../values/instant.ts'
import { limits } from '../../values/limits.ts'
import { type MessageChoice, usualChoice } from './message.ts'
import type { OwnThread, ToldMessage } from './message-sections.ts'

/**
 * `saved`: on this device alone. `sent`: the space has it and has not answered. `delivered`: it is in the thread of both. Whether somebody has read it
 * is told to nobody.
 */
export type ViewedState =
  | { readonly kind: 'saved' | 'sent' | 'delivered' }
  | { readonly kind: 'removed' | 'removed-by-team' }
  | {
      readonly kind: 'failed'
      readonly intentId: IntentId
      /** Null where it did not reach the space in time. */
      readonly refusal: Refusal | null
    }

export interface ViewedMessage {
  readonly key: string
  /** Null while the space has not got it. */
  readonly id: MessageId | null
  readonly isOwn: boolean
  readonly at: Instant
  readonly text: string
  readonly state: ViewedState
}

export interface ViewedThread {
  readonly with: MemberId
  /** Null where the space has not told it yet: then the directory knows. */
  readonly name: string | null
  /** Null where nobody has said anything. */
  readonly lastAt: Instant | null
  readonly unread: number
  /** The last that is there to be read, by its place in the thread. */
  readonly lastN: number
  readonly isMuted: boolean
  readonly isBlocked: boolean
  /** It began before what a device keeps of all threads; the space has the rest. */
  readonly isCut: boolean
  readonly messages: readonly ViewedMessage[]
}

export interface MessageInput {
  readonly threads: Iterable<OwnThread>
  readonly messages: Iterable<ToldMessage>
  readonly intents: readonly OwnIntent[]
}

/** The latest first. */
export function viewThreads(input: MessageInput): readonly ViewedThread[] {
  const told = new Map<MemberId, ToldMessage[]>()
  const known = new Set<MessageId>()
  for (const one of input.messages) {
    known.add(one.id)
    const thread = told.get(one.with) ?? []
    told.set(one.with, thread)
    thread.push(one)
  }
  const views = new Map<MemberId, ViewedThread>()
  const isFull = known.size >= limits.messagesKept
  for (const thread of input.threads) {
    const own = (told.get(thread.with) ?? []).sort((a, b) => a.n - b.n)
    const isCut = isFull && own[0]?.n !== 1
    views.set(thread.with, { ...viewedThread(thread, own), isCut })
  }
  for (const own of input.intents.toSorted((a, b) => a.intent.seq - b.intent.seq)) {
    lay(views, own, known)
  }
  return [...views.values()].sort(
    (a, b) => (b.lastAt ?? 0) - (a.lastAt ?? 0) || (a.with < b.with ? -1 : 1),
  )
}

/** With what this device has wished since about taking messages. */
export function viewChoice(
  told: MessageChoice | undefined,
  intents: readonly OwnIntent[],
): MessageChoice {
  const [last] = intents
    .flatMap(({ intent, state }) =>
      intent.kind === 'messages.take' && isWaiting(state) ? [intent.body] : [],
    )
    .slice(-1)
  return { ...(told ?? usualChoice), ...last }
}

/** Messages nobody has looked at; what is muted does not call. */
export function unreadOf(threads: readonly ViewedThread[]): number {
  return threads.reduce(
    (sum, { unread, isMuted, isBlocked }) => (isMuted || isBlocked ? sum : sum + unread),
    0,
  )
}

function viewedThread(thread: OwnThread, own: readonly ToldMessage[]): Omit<ViewedThread, 'isCut'> {
  const { with: other, name, lastAt, isMuted, isBlocked, readN } = thread
  return {
    ...{ with: other, name, lastAt, isMuted, isBlocked },
    unread: own.filter((one) => isUnread(one, readN)).length,
    lastN: own.reduce((last, { n }) => Math.max(last, n), 0),
    messages: own.map(viewedMessage),
  }
}

function isUnread({ isOwn, n, state }: ToldMessage, readN: number): boolean {
  return !isOwn && n > readN && state === 'there'
}

function viewedMessage({ with: other, n, id, isOwn, sentAt, text, state }: ToldMessage) {
  const kind = state === 'there' ? ('delivered' as const) : state
  return { key: `${other}/${n}`, id, isOwn, at: sentAt, text, state: { kind } }
}

type Views = Map<MemberId, ViewedThread>

function lay(views: Views, own: OwnIntent, known: ReadonlySet<MessageId>): void {
  const { intent, state } = own
  if (intent.kind === 'message.send') return laySent(views, own, intent, known)
  if (!isWaiting(state)) return
  if (intent.kind === 'message.remove') return layRemoved(views, intent.body.messageId)
  const change = changeOf(intent)
  if (change === null) return
  const view = views.get(change.with) ?? emptyThread(change.with)
  views.set(view.with, { ...view, ...change.part(view) })
}

function laySent(
  views: Views,
  own: OwnIntent,
  { id, madeAt, body }: Extract<AnyIntent, { kind: 'message.send' }>,
  known: ReadonlySet<MessageId>,
): void {
  const state = stateOf(own)
  if (state === null || known.has(messageIdOf(id))) return
  const view = views.get(body.to) ?? emptyThread(body.to)
  const message = { key: id, id: null, isOwn: true, at: madeAt, text: body.text, state }
  const lastAt = view.lastAt !== null && view.lastAt > madeAt ? view.lastAt : madeAt
  views.set(view.with, { ...view, lastAt, messages: [...view.messages, message] })
}

/** Null where the thread itself tells it: outcome and message arrive together. */
function stateOf({ intent, state, settled }: OwnIntent): ViewedState | null {
  switch (state) {
    case 'saved':
      return { kind: 'saved' }
    case 'received':
      return { kind: 'sent' }
    case 'expired':
      return { kind: 'failed', intentId: intent.id, refusal: null }
    case 'settled': {
      const outcome = settled?.outcome
      if (outcome?.kind !== 'refused') return null
      return { kind: 'failed', intentId: intent.id, refusal: outcome.refusal }
    }
  }
}

function layRemoved(views: Views, messageId: MessageId): void {
  for (const view of views.values()) {
    if (!view.messages.some(({ id }) => id === messageId)) continue
    const messages = view.messages.map((one) =>
      one.id === messageId ? { ...one, text: '', state: { kind: 'removed' } as const } : one,
    )
    views.set(view.with, { ...view, messages })
  }
}

interface Change {
  readonly with: MemberId
  part(view: ViewedThread): Partial<ViewedThread>
}

function changeOf(intent: AnyIntent): Change | null {
  if (intent.kind === 'thread.mute') {
    const { with: other, isMuted } = intent.body
    return { with: other, part: () => ({ isMuted }) }
  }
  if (intent.kind === 'thread.block') {
    const { with: other, isBlocked } = intent.body
    return { with: other, part: () => ({ isBlocked }) }
  }
  if (intent.kind !== 'thread.read') return null
  const { with: other, n } = intent.body
  return { with: other, part: ({ lastN, unread }) => (n >= lastN ? { unread: 0 } : { unread }) }
}

function emptyThread(other: MemberId): ViewedThread {
  return {
    ...{ with: other, name: null, lastAt: null },
    ...{ unread: 0, lastN: 0, isMuted: false, isBlocked: false },
    ...{ isCut: false, messages: [] },
  }
}

function isWaiting(state: OwnIntent['state']): boolean {
  return state === 'saved' || state === 'received'
}
