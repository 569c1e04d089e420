import fc from 'fast-check'
import { expect, test } from 'vitest'
import { day, euros } from '../for-tests.ts'
import {
  type AttemptStanding,
  advance,
  attemptKey,
  isLive,
  liveAttempt,
  nextNumber,
} from './attempt.ts'
import { declineOf } from './decline.ts'
import { attempt, bill } from './for-tests.ts'

const today = day('2026-07-02')
const paid = { state: 'succeeded', received: euros(80) } as const
const page = { ref: 'cs_1', url: 'https://pay.example/1' }
const standings: readonly AttemptStanding[] = [
  { state: 'created' },
  { state: 'sent', page: null },
  { state: 'sent', page },
  { state: 'unknown' },
  { state: 'action-needed' },
  { state: 'declined', why: 'funds' },
  { state: 'cancelled' },
  paid,
]

test('[PAYING-01] [D-50] the key says what it is for and which try it is', () => {
  expect(attemptKey(attempt(1, { state: 'created' }))).toBe(`v1:inv:${bill.id}:1`)
  expect(attemptKey(attempt(2, { state: 'unknown' }, { via: 'page' }))).toBe(`v1:cos:${bill.id}:2`)
})

test('[PAYING-02] one at a time may move money, and the next number comes after it is over', () => {
  const declined = attempt(1, { state: 'declined', why: 'other' })
  const asked = attempt(2, { state: 'action-needed' })
  expect(liveAttempt([declined, asked])).toBe(asked)
  expect(liveAttempt([declined])).toBeNull()
  expect(nextNumber([])).toBe(1)
  expect(nextNumber([asked, declined])).toBe(3)
})

test('[PAYING-03] a success is heard from every state, and nothing is heard after it', () => {
  for (const standing of standings) {
    const heard = advance(attempt(1, standing), { standing: paid, ref: 'pi_1' }, today)
    expect(heard?.standing ?? standing).toEqual(paid)
    expect(advance(attempt(1, paid), { standing, ref: 'pi_1' }, today)).toBeNull()
  }
})

test('[PAYING-03] what is over stays over, and no answer takes back what is known', () => {
  const sent = attempt(1, { state: 'sent', page })
  expect(advance(sent, { standing: { state: 'unknown' }, ref: null }, today)).toBeNull()
  const over = attempt(1, { state: 'cancelled' })
  expect(advance(over, { standing: { state: 'action-needed' }, ref: null }, today)).toBeNull()
})

test('[PAYING-03] [P-22] in whatever order and however often news comes, one success is heard of once', () => {
  const news = fc.array(fc.constantFrom(...standings), { maxLength: 20 })
  fc.assert(
    fc.property(news, (heard) => {
      let one = attempt(1, { state: 'created' })
      let successes = 0
      for (const standing of heard) {
        const next = advance(one, { standing, ref: 'pi_1' }, today)
        if (next !== null && next.standing.state === 'succeeded') successes += 1
        one = next ?? one
      }
      expect(successes).toBe(heard.includes(paid) ? 1 : 0)
      expect(isLive(one) && heard.includes(paid)).toBe(false)
    }),
  )
})

test('[PAYING-09] cards that were lost, stolen or misused are barred; the rest may be tried again', () => {
  expect(declineOf('card_declined', 'lost_card')).toBe('barred')
  expect(declineOf('card_declined', 'fraudulent')).toBe('barred')
  expect(declineOf('card_declined', 'insufficient_funds')).toBe('funds')
  expect(declineOf('expired_card', null)).toBe('expired')
  expect(declineOf('card_declined', 'do_not_honor')).toBe('other')
  expect(declineOf('authentication_required', null)).toBe('unproven')
})
