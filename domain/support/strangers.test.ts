import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toId } from '../values/ids.ts'
import { limits } from '../values/limits.ts'
import { payloads } from './for-tests.ts'
import { markOf, readIncomingMail } from './incoming-mail.ts'
import { type TextPart, textParts } from './text-parts.ts'

const textOf = (parts: readonly TextPart[]) => parts.map(({ text }) => text).join('')

test('[SUPPORT-12] a corpus of a hundred payloads stays the text that it is, and no link leads anywhere but to http, https or a mail address', () => {
  expect(payloads.length).toBeGreaterThanOrEqual(90)
  for (const payload of payloads) {
    const parts = textParts(payload)
    expect(textOf(parts)).toBe(payload)
    for (const part of parts) {
      if (part.kind === 'link') expect(part.href).toMatch(/^(https?:\/\/[^/?#@]+\.|mailto:[^:]+@)/)
    }
  }
})

test('[SUPPORT-12] no text is lost or changed by looking for links, whatever it is', () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom('https://a.example/(x)', 'b@c.example', '). '),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const text = pieces.join('')
      expect(textOf(textParts(text))).toBe(text)
    }),
    { numRuns: 200 },
  )
})

test('[SUPPORT-12] an address is a link without the full stop behind it, and with the bracket it opens', () => {
  expect(textParts('See (https://a.example/x), or ask hi@a.example.')).toEqual([
    { kind: 'text', text: 'See (' },
    { kind: 'link', text: 'https://a.example/x', href: 'https://a.example/x' },
    { kind: 'text', text: '), or ask ' },
    { kind: 'link', text: 'hi@a.example', href: 'mailto:hi@a.example' },
    { kind: 'text', text: '.' },
  ])
  const [wiki] = textParts('https://a.example/Lamp_(light).')
  expect(wiki).toMatchObject({ kind: 'link', text: 'https://a.example/Lamp_(light)' })
})

const ticketId = toId('ticket', 'tkt_01ABC')
const proof = 'abcdef0123456789abcdef01'
const mail = {
  ...{
    from: 'Hana Sato <Hana@HarbourLoft.example>',
    to: `help+${markOf(ticketId, proof)}@x.example`,
  },
  ...{ subject: 'Re: The lamp', messageId: '<1@x.example>' },
}

function newWords(text: string): string {
  const read = readIncomingMail({ ...mail, text })
  return read.ok ? read.value.text : read.problem
}

test('[SUPPORT-13] a reply is read without what it quotes, above, below and in between', () => {
  expect(
    newWords('Still dark.\r\n\r\nOn Tue, 24 Nov 2026 at 09:00, Mara Lind wrote:\r\n> Fixed?'),
  ).toBe('Still dark.')
  expect(newWords('Immer noch.\n\nAm 24.11.2026 um 09:00 schrieb Mara:\n> x')).toBe('Immer noch.')
  expect(newWords('On Tue, 24 Nov 2026, Mara wrote:\n> Fixed?\n\nNo.\n> Really?\nReally.')).toBe(
    'No.\nReally.',
  )
  expect(newWords('Thanks\n-- \nHana Sato\nArchitect')).toBe('Thanks')
  expect(newWords('Yes\n\n-----Original Message-----\nFrom: x')).toBe('Yes')
  expect(newWords('> is that you meant?\n')).toBe('')
})

test('[SUPPORT-13] it names the tickets that it may answer, from its address and from what it refers to', () => {
  const read = readIncomingMail({
    ...{ ...mail, to: 'help@x.example', text: 'Hi' },
    references: `<a@b> <ticket-${markOf(ticketId, proof)}@portal.example>`,
  })
  expect(read).toMatchObject({
    value: { from: 'hana@harbourloft.example', marks: [{ ticketId, proof }] },
  })
})

test('[SUPPORT-13] no sender, several senders, machines and silence are no mail', () => {
  const problemOf = (more: object) => {
    const read = readIncomingMail({ ...mail, text: 'Hi', ...more })
    return read.ok ? null : read.problem
  }
  expect(problemOf({ from: 'nobody' })).toBe('no-sender')
  expect(problemOf({ from: 'a@x.example, b@x.example' })).toBe('no-sender')
  expect(problemOf({ autoSubmitted: 'auto-replied' })).toBe('automatic')
  expect(problemOf({ subject: '', text: ' \n> x' })).toBe('empty')
  for (const odd of [null, 1, 'x', [], [mail]]) {
    expect(readIncomingMail(odd)).toEqual({ ok: false, problem: 'malformed' })
  }
})

test('[SUPPORT-13] whatever fields it has, reading it gives text within its limits', () => {
  const anything = fc.oneof(fc.string({ maxLength: 300 }), fc.anything())
  const fields = fc.record({ from: anything, to: anything, subject: anything, text: anything })
  fc.assert(
    fc.property(fields, (one) => {
      const read = readIncomingMail({ ...mail, ...one })
      if (!read.ok) return
      expect(read.value.text.length).toBeLessThanOrEqual(limits.ticketTextLengthMax)
      expect(read.value.subject).not.toMatch(/[\r\n]/)
    }),
    { numRuns: 150 },
  )
})
