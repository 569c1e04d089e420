/** What one member writes to another. Between two of them there is one thread, and each of the two has a side of it. */
import type { Refusal } from '../../bookings/wishes/refusal.ts'
import type { MemberId, MessageId } from '../../values/ids.ts'
import type { Instant } from '../../values/instant.ts'

/** `removed` by who wrote it, or by the team: its place stays, its words are gone. */
export const messageStates = {
  there: 'there',
  removed: 'removed',
  'removed-by-team': 'removed-by-team',
} as const
export type MessageState = (typeof messageStates)[keyof typeof messageStates]

export interface Message {
  readonly id: MessageId
  readonly from: MemberId
  readonly to: MemberId
  /** Its place in the thread: from 1 on, in the order in which the space took them; 0 until it is written, where it is given. */
  readonly n: number
  readonly sentAt: Instant
  readonly state: MessageState
  readonly text: string
  /** Whom it was for had blocked its author: it stays with who wrote it, for good. */
  readonly isWithheld: boolean
}

/** What a thread is to one of its two. */
export interface ThreadSide {
  readonly memberId: MemberId
  readonly otherId: MemberId
  /** Up to there they have seen it. */
  readonly readN: number
  /** It counts, and tells nothing outside of the app. */
  readonly isMuted: boolean
  readonly isBlocked: boolean
}

export function freshSide(memberId: MemberId, otherId: MemberId): ThreadSide {
  return { memberId, otherId, readN: 0, isMuted: false, isBlocked: false }
}

/** Whether somebody takes messages at all, and what the team had to say about those they wrote. */
export interface MessageChoice {
  readonly isOpen: boolean
  /** The team has closed messages to them. */
  readonly isClosed: boolean
  readonly word: { readonly text: string; readonly at: Instant } | null
}

export const usualChoice: MessageChoice = { isOpen: true, isClosed: false, word: null }

/** The two in one order, whoever asks: what their thread is called where it is kept. */
export function threadOf(one: MemberId, other: MemberId): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`
}

/** Its author takes it back; to anybody else it is none. */
export function removeMessage(
  message: Message | null,
  by: MemberId,
):
  | { readonly kind: 'removed'; readonly message: Message }
  | { readonly kind: 'refused'; readonly refusal: Refusal } {
  if (message === null || message.from !== by) return refused({ reason: 'unknown-message' })
  if (message.state !== 'there') return refused({ reason: 'unchanged' })
  return { kind: 'removed', message: withoutWords(message, 'removed') }
}

function refused(refusal: Refusal) {
  return { kind: 'refused', refusal } as const
}

export function withoutWords(message: Message, state: Exclude<MessageState, 'there'>): Message {
  return { ...message, state, text: '' }
}
