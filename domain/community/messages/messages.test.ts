import { expect, test } from 'vitest'
import { payloads } from '../../support/for-tests.ts'
import { textParts } from '../../support/text-parts.ts'
import { toId } from '../../values/ids.ts'
import { limits } from '../../values/limits.ts'
import { cleanLines } from '../clean-text.ts'
import { block, mute, read } from './change-side.ts'
import { ada, ben, messageOf, open, tuesday } from './for-tests.ts'
import { freshSide, removeMessage, threadOf, usualChoice } from './message.ts'
import { messageSections } from './message-sections.ts'
import { readMessage } from './read-messages.ts'
import { decideReport, type Report, report } from './report.ts'
import { type SendFacts, sendMessage } from './send-message.ts'

const said = { id: toId('message', 'msg_1'), from: ada, to: ben, text: 'Lunch at one?' }

/** The reason for which Ada may not write, or `sent`. */
function sending(more: Partial<SendFacts> = {}, what: Partial<typeof said> = {}): string {
  const decision = sendMessage({ ...said, ...what }, { ...open, ...more }, tuesday)
  return decision.kind === 'sent' ? 'sent' : decision.refusal.reason
}

test('[MESSAGE-02] one writes to who is in the directory, and to who has written', () => {
  expect(sending()).toBe('sent')
  expect(sending({ isListed: false })).toBe('not-reachable')
  expect(sending({ isListed: false, hasWritten: true })).toBe('sent')
  expect(sending({ together: 'nowhere', hasWritten: true })).toBe('not-reachable')
  expect(sending({}, { to: ada })).toBe('not-reachable')
})

test('[MESSAGE-03] [C-08] who takes no messages gets none and writes none', () => {
  const closed = { ...usualChoice, isOpen: false }
  expect(sending({ other: closed })).toBe('takes-no-messages')
  expect(sending({ own: closed })).toBe('messages-not-taken')
  expect(sending({ other: closed, isListed: false })).toBe('not-reachable')
})

test('[MESSAGE-10] [A-03] where messages are turned off, none is sent', () => {
  expect(sending({ together: 'messages-off', hasWritten: true })).toBe('no-messages')
})

test('[MESSAGE-04] [C-08] who was blocked is told nothing, and what they write stays with them', () => {
  const decision = sendMessage(said, { ...open, isBlocked: true }, tuesday)
  expect(decision).toMatchObject({ kind: 'sent', message: { isWithheld: true, state: 'there' } })
  expect(sending({ hasBlocked: true })).toBe('blocked-by-you')
})

test('[MESSAGE-09] texts, messages in an hour and first words in a day have limits', () => {
  expect(sending({ lastHour: limits.messagesPerHourMax - 1 })).toBe('sent')
  expect(sending({ lastHour: limits.messagesPerHourMax })).toBe('too-many-messages')
  expect(sending({ begunToday: limits.threadsBegunPerDayMax })).toBe('too-many-threads')
  expect(sending({ begunToday: limits.threadsBegunPerDayMax, isFirst: false })).toBe('sent')
  expect(sending({}, { text: ' \u202e ' })).toBe('malformed')
  const long = sendMessage({ ...said, text: 'x'.repeat(5_000) }, open, tuesday)
  expect(long.kind === 'sent' && long.message.text.length).toBe(limits.messageLengthMax)
})

test('[MESSAGE-09] what turns the direction of text is not part of a message', () => {
  const decision = sendMessage({ ...said, text: 'a\u202eb\u0000c\nd' }, open, tuesday)
  expect(decision).toMatchObject({ message: { text: 'abc\nd' } })
})

test('[MESSAGE-11] what was read stays read, and no further than there is', () => {
  const side = { ...freshSide(ada, ben), readN: 4 }
  expect(read(side, 6, 5)).toMatchObject({ side: { readN: 5 } })
  expect(read(side, 3, 9)).toMatchObject({ refusal: { reason: 'unchanged' } })
})

test('[MESSAGE-04] nobody blocks themselves, or more people than there is room for', () => {
  const side = freshSide(ada, ben)
  expect(block(side, true, 0)).toMatchObject({ side: { isBlocked: true } })
  expect(block(side, true, limits.blockedMax)).toMatchObject({ kind: 'refused' })
  expect(block({ ...side, isBlocked: true }, false, limits.blockedMax).kind).toBe('changed')
  expect(block(freshSide(ada, ada), true, 0)).toMatchObject({ kind: 'refused' })
  expect(mute(side, false)).toMatchObject({ refusal: { reason: 'unchanged' } })
})

test('[MESSAGE-05] a message is taken back by who wrote it, once; its place stays', () => {
  const [message, unknown] = [messageOf(3), { refusal: { reason: 'unknown-message' } }]
  const decision = removeMessage(message, ada)
  expect(decision).toMatchObject({ message: { n: 3, state: 'removed', text: '' } })
  expect(removeMessage(message, ben)).toMatchObject(unknown)
  expect(removeMessage(null, ada)).toMatchObject(unknown)
  const again = { ...message, state: 'removed' } as const
  expect(removeMessage(again, ada)).toMatchObject({ refusal: { reason: 'unchanged' } })
})

const made = {
  ...{ id: toId('report', 'rep_1'), siteId: toId('site', 'sit_harbour-loft') },
  ...{ by: ben, about: ada, why: 'Rude' },
}

test('[MESSAGE-07] of a thread the team is shown what the other wrote, came and stands, as it was said', () => {
  const verdict = report(made, [messageOf(1), messageOf(2)], tuesday)
  expect(verdict).toMatchObject({ report: { messages: [{ text: 'Word 1' }, { text: 'Word 2' }] } })
  const unknown = { refusal: { reason: 'unknown-message' } }
  const others = [
    messageOf(1, { from: ben, to: ada }),
    messageOf(1, { isWithheld: true }),
    messageOf(1, { state: 'removed', text: '' }),
    messageOf(1, { to: toId('member', 'mem_chi') }),
  ]
  for (const one of others)
    expect(report(made, [messageOf(2), one], tuesday)).toMatchObject(unknown)
  expect(report(made, [], tuesday)).toMatchObject(unknown)
})

const standing: Report = { ...made, messages: [messageOf(1)], madeAt: tuesday, decided: null }
const mara = toId('member', 'mem_mara')

test('[MESSAGE-08] the team does nothing, says a word, removes what was said, or closes messages', () => {
  const facts = { report: standing, messages: [messageOf(1)], choice: usualChoice }
  const decide = (act: 'nothing' | 'warn' | 'remove' | 'close') =>
    decideReport(facts, { by: mara, act, note: 'Please be kind' }, tuesday)
  expect(decide('nothing')).toMatchObject({ choice: null, removed: [] })
  const word = { text: 'Please be kind', at: tuesday }
  expect(decide('warn')).toMatchObject({ choice: { word, isClosed: false }, removed: [] })
  const removed = [{ state: 'removed-by-team', text: '' }]
  expect(decide('remove')).toMatchObject({ choice: { word, isClosed: false }, removed })
  expect(decide('close')).toMatchObject({ choice: { word, isClosed: true }, removed })
})

test('[MESSAGE-08] a report is decided once, and by nobody who is a part of it', () => {
  const decide = (one: Report | null, by: typeof mara) =>
    decideReport(
      { report: one, messages: [], choice: usualChoice },
      { by, act: 'nothing', note: '' },
      tuesday,
    )
  for (const by of [ada, ben]) {
    expect(decide(standing, by)).toMatchObject({ refusal: { reason: 'not-allowed' } })
  }
  const done = {
    ...standing,
    decided: { act: 'nothing', note: '', by: mara, at: tuesday },
  } as const
  expect(decide(done, mara)).toMatchObject({ refusal: { reason: 'report-decided' } })
  expect(decide(null, mara)).toMatchObject({ refusal: { reason: 'unknown-report' } })
})

test('[MESSAGE-01] two members have one thread, whoever of them asks', () => {
  expect(threadOf(ada, ben)).toBe(threadOf(ben, ada))
})

test('[MESSAGE-09] [SUPPORT-12] a corpus of a hundred payloads is kept as text, loses only what turns it, and links nowhere but to the web and to mail', () => {
  for (const payload of payloads) {
    const decision = sendMessage({ ...said, text: payload }, open, tuesday)
    if (decision.kind === 'refused') throw new Error(`refused: ${payload}`)
    const { text } = decision.message
    expect(cleanLines(payload, limits.messageLengthMax).trim()).toBe(text)
    const { messages = {} } = messageSections(
      { memberId: ben, messages: [{ ...decision.message, n: 1 }], sides: [], choice: usualChoice },
      () => payload,
    )
    const told = readMessage(JSON.parse(JSON.stringify(messages[`${ada}/1`])))
    expect(told?.text).toBe(text)
    for (const part of textParts(text)) {
      if (part.kind === 'link') expect(part.href).toMatch(/^(https?:\/\/|mailto:)/)
    }
  }
})
