/**
 * May somebody write to somebody, and how it is kept. One writes to who is in the directory of a location of both, and to who has written before:
 * to anybody else there is one answer, so that nothing is learned by trying. Whoever was blocked is not told; what they write stays with them.
 */
import type { Refusal } from '../../bookings/wishes/refusal.ts'
import type { MemberId, MessageId } from '../../values/ids.ts'
import type { Instant } from '../../values/instant.ts'
import { limits } from '../../values/limits.ts'
import { cleanLines } from '../clean-text.ts'
import type { Message, MessageChoice } from './message.ts'

export interface Writing {
  readonly own: MessageChoice
  readonly other: Pick<MessageChoice, 'isOpen'>
  /** At a location where both belong. */
  readonly together: 'messages-on' | 'messages-off' | 'nowhere'
  /** The other is in the directory of such a location. */
  readonly isListed: boolean
  /** The other has written to them, and it came. */
  readonly hasWritten: boolean
  readonly hasBlocked: boolean
}

/** Null where one may. The device asks with what it knows, the space with all of it. */
export function whyNotWrite({ own, other, together, ...them }: Writing): Refusal | null {
  if (own.isClosed) return { reason: 'messages-closed' }
  if (together === 'nowhere') return { reason: 'not-reachable' }
  if (together === 'messages-off') return { reason: 'no-messages' }
  if (!own.isOpen) return { reason: 'messages-not-taken' }
  if (them.hasBlocked) return { reason: 'blocked-by-you' }
  if (!them.isListed && !them.hasWritten) return { reason: 'not-reachable' }
  return other.isOpen ? null : { reason: 'takes-no-messages' }
}

export interface SendFacts extends Writing {
  readonly isBlocked: boolean
  /** What the author wrote in the last hour, and to how many they wrote first within a day. */
  readonly lastHour: number
  readonly begunToday: number
  /** Nobody has written in the thread yet. */
  readonly isFirst: boolean
}

export type SendDecision =
  | { readonly kind: 'sent'; readonly message: Message }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

export interface Said {
  readonly id: MessageId
  readonly from: MemberId
  readonly to: MemberId
  readonly text: string
}

export function sendMessage(said: Said, facts: SendFacts, now: Instant): SendDecision {
  const text = cleanLines(said.text, limits.messageLengthMax).trim()
  const refusal = whyNotSend({ ...said, text }, facts)
  if (refusal !== null) return { kind: 'refused', refusal }
  const message: Message = {
    ...{ ...said, text, n: 0, sentAt: now, state: 'there' },
    isWithheld: facts.isBlocked,
  }
  return { kind: 'sent', message }
}

function whyNotSend({ from, to, text }: Said, facts: SendFacts): Refusal | null {
  if (text === '') return { reason: 'malformed' }
  if (from === to) return { reason: 'not-reachable' }
  const no = whyNotWrite(facts)
  if (no !== null) return no
  const { messagesPerHourMax, threadsBegunPerDayMax } = limits
  if (facts.lastHour >= messagesPerHourMax) {
    return { reason: 'too-many-messages', max: messagesPerHourMax }
  }
  if (facts.isFirst && facts.begunToday >= threadsBegunPerDayMax) {
    return { reason: 'too-many-threads', max: threadsBegunPerDayMax }
  }
  return null
}
