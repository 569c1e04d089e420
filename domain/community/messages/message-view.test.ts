import { expect, test } from 'vitest'
import type { OwnIntent } from '../../bookings/booking-view.ts'
import { at, desk1, span, wish } from '../../bookings/for-tests.ts'
import type { AnyIntent, IntentKind } from '../../bookings/wishes/intent.ts'
import type { Refusal } from '../../bookings/wishes/refusal.ts'
import { must } from '../../values/assert.ts'
import { messageIdOf, toId } from '../../values/ids.ts'
import { limits } from '../../values/limits.ts'
import type { Json, Sections } from '../../values/sections.ts'
import { ada, ben, messageOf } from './for-tests.ts'
import { freshSide, type Message, type ThreadSide, usualChoice } from './message.ts'
import { messageSections } from './message-sections.ts'
import { unreadOf, viewChoice, viewThreads } from './message-view.ts'
import { readChoice, readMessage, readThread } from './read-messages.ts'

const chi = toId('member', 'mem_chi')
const base = wish(desk1, span('2026-11-26', 540, 600))

function own(kind: IntentKind, body: object, more: Partial<OwnIntent> = {}, seq = 1): OwnIntent {
  const id = toId('intent', `bki_w${seq}`)
  const intent = { ...base, id, seq, kind, body, madeAt: at('2026-11-24', 700) }
  return { intent: intent as unknown as AnyIntent, state: 'saved', settled: null, ...more }
}

function told(messages: readonly Message[], sides: readonly ThreadSide[] = []): Sections {
  const own = { memberId: ada, messages, sides, choice: usualChoice }
  return messageSections(own, (id) => (id === ben ? 'Ben' : 'Chi'))
}

function shown(sections: Sections, intents: readonly OwnIntent[] = []) {
  const all = <T>(section: string, read: (value: Json) => T | null) =>
    Object.values(sections[section] ?? {}).flatMap((one) => read(one) ?? [])
  return viewThreads({
    threads: all('threads', readThread),
    messages: all('messages', readMessage),
    intents,
  })
}

const fromBen = (n: number, more: Partial<Message> = {}) =>
  messageOf(n, { from: ben, to: ada, ...more })

test('[MESSAGE-01] a thread is read in the order in which the space took it, and the latest thread comes first', () => {
  const messages = [
    fromBen(2),
    messageOf(1),
    messageOf(9, { id: toId('message', 'msg_c'), to: chi }),
  ]
  const threads = shown(told(messages))
  expect(threads.map((one) => one.with)).toEqual([chi, ben])
  expect(threads[1]?.messages.map(({ text }) => text)).toEqual(['Word 1', 'Word 2'])
})

test('[MESSAGE-15] [C-08] a thread of which the beginning is beyond what a device keeps says so, also when nothing of it is left', () => {
  const latest = limits.messagesKept - 1
  const long = Array.from({ length: latest }, (_, index) => fromBen(index + 2))
  const short = messageOf(1, { id: toId('message', 'msg_c'), to: chi })
  const dan = toId('member', 'mem_dan')
  const cut = (messages: readonly Message[]) =>
    Object.fromEntries(
      shown(told(messages, [freshSide(ada, dan)])).map((one) => [one.with, one.isCut]),
    )
  expect(cut([...long, short])).toEqual({ [ben]: true, [chi]: false, [dan]: true })
  expect(cut([...long])).toEqual({ [ben]: false, [dan]: false })
})

test('[MESSAGE-04] [C-08] what was withheld is read by who wrote it, and is in no byte of who blocked them', () => {
  const messages = [fromBen(1, { isWithheld: true, text: 'MARKER' }), messageOf(2)]
  expect(JSON.stringify(told(messages))).not.toContain('MARKER')
  const his = messageSections({ memberId: ben, messages, sides: [], choice: usualChoice }, () => '')
  expect(JSON.stringify(his)).toContain('MARKER')
  expect(JSON.stringify(his)).not.toContain('isWithheld')
})

test('[MESSAGE-11] what came since is counted, but not what is muted, blocked or one’s own', () => {
  const messages = [fromBen(1), fromBen(2), messageOf(3), fromBen(4)]
  const side = { ...freshSide(ada, ben), readN: 1 }
  expect(unreadOf(shown(told(messages, [side])))).toBe(2)
  expect(unreadOf(shown(told(messages, [{ ...side, isMuted: true }])))).toBe(0)
  expect(unreadOf(shown(told(messages, [{ ...side, isBlocked: true }])))).toBe(0)
  const read = own('thread.read', { with: ben, n: 4 })
  expect(unreadOf(shown(told(messages, [side]), [read]))).toBe(0)
  const removed = [fromBen(1), fromBen(2, { state: 'removed', text: '' })]
  expect(unreadOf(shown(told(removed, [side])))).toBe(0)
})

test('[MESSAGE-12] [C-08] a message is in sight from the moment it is written: saved, sent, delivered', () => {
  const body = { to: ben, text: 'Lunch?' }
  const stateOf = (more: Partial<OwnIntent>) =>
    shown(told([]), [own('message.send', body, more)])[0]?.messages[0]?.state.kind
  expect(stateOf({})).toBe('saved')
  expect(stateOf({ state: 'received' })).toBe('sent')
  expect(stateOf({ state: 'expired' })).toBe('failed')
  const sent = own('message.send', body, { state: 'received' })
  const arrived = messageOf(1, { id: messageIdOf(sent.intent.id), text: 'Lunch?' })
  const [thread] = shown(told([arrived]), [sent])
  expect(thread?.messages.map(({ state }) => state.kind)).toEqual(['delivered'])
})

test('[MESSAGE-12] what the space refused keeps its words and says why', () => {
  const refusal: Refusal = { reason: 'takes-no-messages' }
  const outcome = { kind: 'refused', refusal, alternatives: [] }
  const no = own(
    'message.send',
    { to: ben, text: 'Lunch?' },
    {
      state: 'settled',
      settled: { outcome } as unknown as OwnIntent['settled'],
    },
  )
  const [thread] = shown(told([]), [no])
  expect(must(thread?.messages[0], 'it is told')).toMatchObject({
    text: 'Lunch?',
    state: { kind: 'failed', refusal },
  })
})

test('[MESSAGE-12] what was wished about a thread shows at once, and until the space has answered', () => {
  const messages = [messageOf(1)]
  const wishes = [
    own('thread.mute', { with: ben, isMuted: true }, {}, 1),
    own('thread.block', { with: ben, isBlocked: true }, {}, 2),
    own('message.remove', { messageId: messageOf(1).id }, {}, 3),
  ]
  expect(shown(told(messages), wishes)[0]).toMatchObject({
    ...{ isMuted: true, isBlocked: true },
    messages: [{ text: '', state: { kind: 'removed' } }],
  })
  const settled = wishes.map((one) => ({ ...one, state: 'settled' as const }))
  expect(shown(told(messages), settled)[0]).toMatchObject({ isMuted: false, isBlocked: false })
})

test('[MESSAGE-03] whether one takes messages is what one wished last', () => {
  const off = own('messages.take', { isOpen: false })
  expect(viewChoice(undefined, []).isOpen).toBe(true)
  expect(viewChoice(usualChoice, [off]).isOpen).toBe(false)
  expect(viewChoice(usualChoice, [{ ...off, state: 'settled' }]).isOpen).toBe(true)
})

test('[MESSAGE-12] what this version cannot read is left out alone', () => {
  const sections = told([messageOf(1)])
  const odd = { ...sections['messages'], odd: { id: 'msg_x' } as unknown as Json, other: 7 }
  expect(shown({ ...sections, messages: odd })[0]?.messages).toHaveLength(1)
  expect(readChoice({ isOpen: 'yes' })).toBeNull()
  expect(readThread(null)).toBeNull()
})
