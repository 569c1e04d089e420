// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { type KeptHere, notSent, totalOf } from './not-sent.ts'

const now = Date.UTC(2026, 10, 26)
const nothing: KeptHere = { intents: [], unsent: [], drafts: [] }

function wish(kind: string, state: string, deadlineAt = now + 1): KeptHere['intents'][number] {
  return { intent: { kind, deadlineAt }, state } as never // what is counted of a wish
}

const row = (value: unknown, bytes: ArrayBuffer | null = null) => ({ key: 'k', value, bytes })

test('[DEVICE-74] bookings, messages, words that were begun, pictures and edits are all lost by a sign-out', () => {
  const found = notSent(
    {
      intents: [wish('booking.request', 'saved'), wish('ticket.reply', 'saved')],
      unsent: [
        row('Hello'),
        row({ category: 'billing', text: 'The ' }),
        row({}, new ArrayBuffer(1)),
      ],
      drafts: [{ memo: { pending: [{}], portrait: null } }, { memo: [{}] }],
    },
    now,
  )
  expect(found).toEqual({ messages: 1, wishes: 1, begun: 2, pictures: 1, edited: 2 })
  expect(totalOf(found)).toBe(7)
})

test('[DEVICE-74] what the space has received is not lost', () => {
  const intents = ['received', 'settled', 'expired'].map((state) => wish('booking.request', state))
  expect(totalOf(notSent({ ...nothing, intents }, now))).toBe(0)
})

test('[DEVICE-74] a wish past its deadline, an empty form and a copy that is confirmed are nothing to lose', () => {
  const found = notSent(
    {
      intents: [wish('booking.request', 'saved', now - 1)],
      unsent: [row(''), row({ category: 'billing', text: ' ' })],
      drafts: [{ memo: { pending: [], portrait: null } }, { memo: [] }, { memo: null }],
    },
    now,
  )
  expect(totalOf(found)).toBe(0)
})
