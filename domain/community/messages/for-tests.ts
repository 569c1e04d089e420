import fc from 'fast-check'
import { harbour } from '../../bookings/for-tests.ts'
import type { MessageBodies } from '../../bookings/wishes/message-requests.ts'
import { toId } from '../../values/ids.ts'
import { type Instant, toInstant } from '../../values/instant.ts'
import { type Message, usualChoice } from './message.ts'
import type { SendFacts } from './send-message.ts'

/** A Tuesday morning. */
export const tuesday: Instant = toInstant(Date.UTC(2026, 10, 24, 9))

export const [ada, ben] = [toId('member', 'mem_ada'), toId('member', 'mem_ben')]

/** Ada may write to Ben, who is in the directory. */
export const open: SendFacts = {
  ...{ own: usualChoice, other: usualChoice, together: 'messages-on' },
  ...{ isListed: true, hasWritten: false, hasBlocked: false, isBlocked: false },
  ...{ lastHour: 0, begunToday: 0, isFirst: true },
}

export function messageOf(n: number, more: Partial<Message> = {}): Message {
  return {
    ...{ id: toId('message', `msg_${n}`), from: ada, to: ben, n, sentAt: toInstant(tuesday + n) },
    ...{ state: 'there', text: `Word ${n}`, isWithheld: false },
    ...more,
  }
}

const other = fc.constantFrom(ada, ben)
const messageId = fc.constantFrom(...[1, 2, 3].map((n) => toId('message', `msg_${n}`)))
const siteId = fc.constant(harbour.site.id)
const texts = fc.constantFrom('Lunch at one?', '<img src=x onerror=alert(1)>', '\u202eolleH')

/** What wishes about messages may say. */
export const messageWishes: { readonly [Kind in keyof MessageBodies]: fc.Arbitrary<unknown> } = {
  'message.send': fc.record({ to: other, text: texts }),
  'message.remove': fc.record({ messageId }),
  'message.report': fc.record({
    ...{ with: other, why: texts },
    messageIds: fc.uniqueArray(messageId, { minLength: 1 }),
  }),
  'thread.read': fc.record({ with: other, n: fc.integer({ min: 1, max: 9_000 }) }),
  'thread.mute': fc.record({ with: other, isMuted: fc.boolean() }),
  'thread.block': fc.record({ with: other, isBlocked: fc.boolean() }),
  'messages.take': fc.record({ isOpen: fc.boolean() }),
  'report.decide': fc.record({
    ...{ siteId, reportId: fc.constant(toId('report', 'rep_1')), note: texts },
    act: fc.constantFrom('nothing', 'warn', 'remove', 'close'),
  }),
  'messages.reopen': fc.record({ siteId, memberId: other }),
}
