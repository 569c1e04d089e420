import fc from 'fast-check'
import { expect, test } from 'vitest'
import { must } from '../../values/assert.ts'
import { day, euros } from '../for-tests.ts'
import { BAD_DEBT, paymentTransaction } from '../ledger.ts'
import { lostTransaction } from '../movement.ts'
import { type BillStory, openOf, type Payment } from '../payment.ts'
import { type Dispute, nextDispute } from './dispute.ts'
import { bill, noted, payment, storyOf } from './for-tests.ts'
import { planRefunds, type Refund, refundId } from './refund.ts'

function dispute(euro: number, state: Dispute['state'], paymentId = 'card'): Dispute {
  const answerBy = state === 'open' ? day('2026-07-10') : null
  return { id: `dp_${paymentId}`, paymentId, amount: euros(euro), state, since: noted, answerBy }
}

function story(credit: number, disputes: readonly Dispute[], ...paid: readonly Payment[]) {
  const note = {
    ...{ id: 'crn_1', billId: bill.id, number: 'HL-C-2026-0001', issuedAt: noted },
    ...{ issuedOn: day('2026-07-03'), reason: 'Half', taxes: [], total: euros(-credit) },
  }
  return { ...storyOf(...paid), credits: credit === 0 ? [] : [note], disputes }
}

function refund(euro: number, state: Refund['state'], n = 1, paymentId = 'card'): Refund {
  return {
    ...{ id: `${bill.id}.r${n}`, billId: bill.id, paymentId, amount: euros(euro), state },
    ...{ paymentRef: 'pi_1', ref: null, createdAt: noted, on: day('2026-07-03') },
  }
}

const back = (euro: number, paymentId = 'card') => [{ paymentId, amount: euros(euro) }]
const card = payment('card', euros(80))

test.each([
  ['what is owed and was taken', story(30, [dispute(80, 'lost')], card), [], back(30), [], 0],
  ['nothing is owed', story(0, [dispute(80, 'lost')], card), [], [], [], 0],
  [
    'less was taken than is owed',
    story(30, [dispute(20, 'lost')], card),
    [],
    back(20),
    back(10),
    0,
  ],
  [
    'a part went back before, and the bank took all of it once more',
    story(50, [dispute(80, 'lost')], card, payment('r1', euros(-30))),
    ...([[refund(30, 'sent')], back(20), [], 0] as const),
  ],
  [
    'what the bank took was counted before',
    story(50, [dispute(80, 'lost')], card, payment('r1', euros(-30), { method: 'bank-took' })),
    ...([[refund(30, 'taken')], back(20), [], 0] as const),
  ],
  [
    'a card took nothing back',
    story(30, [dispute(80, 'lost')], card),
    [refund(30, 'failed')],
    back(30),
    [],
    0,
  ],
  [
    'the bank took of an older payment, and the payer has it: the cash of the newer one stays',
    story(
      20,
      [dispute(50, 'lost')],
      payment('card', euros(50)),
      payment('c', euros(30), { method: 'cash' }),
    ),
    ...([[], back(20), [], 0] as const),
  ],
  ['it is not decided', story(30, [dispute(80, 'open')], card), [], [], back(30), 0],
  ['it is won', story(30, [dispute(80, 'won')], card), [], [], back(30), 0],
] as const)('[PAYING-24] [P-22] of EUR 80, %s', (_, of, known, byBank, toCards, hand) => {
  expect(planRefunds(of, known)).toEqual({ byBank, toCards, byHand: euros(hand) })
})

test('[PAYING-24] a decision stands; until there is one, the newest word counts', () => {
  const open = dispute(80, 'open')
  expect(nextDispute(null, open)).toBe(open)
  expect(nextDispute(open, open)).toBeNull()
  expect(nextDispute(open, { ...open, answerBy: null })).toMatchObject({ answerBy: null })
  expect(nextDispute(open, dispute(80, 'lost'))).toMatchObject({ state: 'lost', since: noted })
  expect(nextDispute(dispute(80, 'lost'), dispute(80, 'won'))).toBeNull()
})

test('[PAYING-24] [MOVEMENT-02] of EUR 80 that are lost, 30 were owed to the payer anyway: the loss is 50', () => {
  const lost = lostTransaction({ ...dispute(80, 'lost'), at: noted })
  const taken = paymentTransaction(bill, payment('r1', euros(-30), { method: 'bank-took' }))
  const entries = [...lost.entries, ...taken.entries].filter(({ account }) => account === BAD_DEBT)
  expect(entries.map(({ amount }) => amount.amountMinor)).toEqual([8000, -3000])
})

const cents = fc.integer({ min: 1, max: 8000 })
const step = fc.oneof(
  fc.record({ kind: fc.constantFrom('credit' as const, 'dispute', 'refund'), cents }),
  fc.record({ kind: fc.constantFrom('lose' as const, 'win', 'send'), cents: fc.constant(0) }),
)

/** One payment of EUR 80 by card, and whatever becomes of it. */
function after(steps: readonly (typeof step extends fc.Arbitrary<infer One> ? One : never)[]) {
  let payments: readonly Payment[] = [card]
  let disputes: readonly Dispute[] = []
  let refunds: readonly Refund[] = []
  let credit = 0
  const of = (): BillStory => story(credit / 100, disputes, ...payments)
  const give = () => {
    const { byBank, toCards } = planRefunds(of(), refunds)
    for (const [state, parts] of [
      ['taken', byBank],
      ['created', toCards],
    ] as const) {
      for (const { amount } of parts) add(amount.amountMinor / 100, state)
    }
  }
  const add = (euro: number, state: 'taken' | 'created' | 'sent') => {
    const one = { ...refund(euro, state), id: refundId(bill.id, refunds) }
    refunds = [...refunds, one]
    if (state !== 'created') pay(one, state === 'taken' ? 'bank-took' : 'card')
  }
  const pay = ({ id, amount }: Refund, method: Payment['method']) => {
    payments = [...payments, payment(id, euros(-amount.amountMinor / 100), { method })]
  }
  const isOpen = () => disputes.some(({ state }) => state === 'open')
  for (const { kind, cents: minor } of steps) {
    if (kind === 'credit') credit = Math.min(8000, credit + minor)
    if (kind === 'dispute' && disputes.length === 0) disputes = [dispute(minor / 100, 'open')]
    if (kind === 'lose')
      disputes = disputes.map((one) => (isOpen() ? { ...one, state: 'lost' } : one))
    if (kind === 'win')
      disputes = disputes.map((one) => (isOpen() ? { ...one, state: 'won' } : one))
    if (kind === 'send' && !isOpen()) {
      for (const one of refunds.filter(({ state }) => state === 'created')) {
        const sent = { ...one, state: 'sent' } as const
        refunds = refunds.map((other) => (other.id === one.id ? sent : other))
        pay(one, 'card')
      }
    }
    if (kind === 'lose') {
      refunds = refunds.map((one) =>
        one.state === 'created' ? { ...one, state: 'withdrawn' } : one,
      )
    }
    give()
  }
  return { story: of(), refunds, disputes, credit }
}

test('[PAYING-24] [PAYING-14] whatever comes in whatever order, a payer is given what they are owed, once, and never more than came', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 10 }), (steps) => {
      const { story: of, refunds, disputes, credit } = after(steps)
      const sum = (state: string) =>
        refunds
          .filter((one) => one.state === state)
          .reduce((all, one) => all + one.amount.amountMinor, 0)
      const [first] = disputes
      const lost = first?.state === 'lost' ? must(first, 'it is there').amount.amountMinor : 0
      expect(sum('taken')).toBeLessThanOrEqual(lost)
      expect(sum('sent') + sum('created') + sum('taken')).toBe(credit)
      expect(openOf(of).amountMinor + sum('created')).toBe(0)
      expect(planRefunds(of, refunds)).toEqual({ byBank: [], toCards: [], byHand: euros(0) })
    }),
  )
})
