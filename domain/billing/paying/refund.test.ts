import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DAY_MS, toInstant } from '../../values/instant.ts'
import { day, euros } from '../for-tests.ts'
import { type BillStory, openOf, type Payment } from '../payment.ts'
import { bill, noted, payment, storyOf } from './for-tests.ts'
import { planRefunds, type Refund, refundId, refundKey, returnId } from './refund.ts'

/** A story whose bill asks for less by so much. */
function credited(euro: number, ...payments: readonly Payment[]): BillStory {
  const total = euros(-euro)
  const note = {
    ...{ id: 'crn_1', billId: bill.id, number: 'HL-C-2026-0001', issuedAt: noted },
    ...{ issuedOn: day('2026-07-03'), reason: 'Half', taxes: [], total },
  }
  return { ...storyOf(...payments), credits: [note] }
}

function refund(paymentId: string, euro: number, more: Partial<Refund> = {}): Refund {
  return {
    ...{ id: `${bill.id}.r1`, billId: bill.id, paymentId, amount: euros(euro), state: 'created' },
    ...{ paymentRef: 'pi_1', ref: null, createdAt: noted, on: day('2026-07-03'), ...more },
  }
}

test('[PAYING-13] [D-32] EUR 25 of a bill that was paid 50 by bank and then 30 by card go back to the card', () => {
  const paid = [payment('hand', euros(50), { method: 'bank' }), payment('card', euros(30))]
  expect(planRefunds(credited(25, ...paid), [])).toEqual({
    byBank: [],
    toCards: [{ paymentId: 'card', amount: euros(25) }],
    byHand: euros(0),
  })
  expect(planRefunds(credited(40, ...paid), [])).toEqual({
    byBank: [],
    toCards: [{ paymentId: 'card', amount: euros(30) }],
    byHand: euros(10),
  })
  expect(planRefunds(storyOf(...paid), [])).toEqual({ byBank: [], toCards: [], byHand: euros(0) })
})

test('[PAYING-13] [D-32] of EUR 50, 20 from a balance and then 30 by card, EUR 25 go back to the card and nothing to the balance', () => {
  const story = credited(
    25,
    payment('kept', euros(20), { method: 'credit' }),
    payment('card', euros(30)),
  )
  expect(planRefunds({ ...story, bill: { ...bill, total: euros(50) } }, [])).toEqual({
    byBank: [],
    toCards: [{ paymentId: 'card', amount: euros(25) }],
    byHand: euros(0),
  })
})

test('[PAYING-13] a second success of one bill goes back whole', () => {
  const twice = storyOf(payment('first', euros(80)), payment('late', euros(80)))
  expect(planRefunds(twice, []).toCards).toEqual([{ paymentId: 'late', amount: euros(80) }])
})

test('[PAYING-14] [B-17] what is on its way does not go back again', () => {
  const story = credited(40, payment('card', euros(80)))
  expect(planRefunds(story, [refund('card', 40)]).toCards).toEqual([])
  expect(refundId(bill.id, [refund('card', 40)])).toBe(`${bill.id}.r2`)
  const id = `${bill.id}.r2`
  expect(refundKey({ id }, noted)).toBe(`v1:rf:${id}`)
  // A refusal because of a dispute is remembered under its key; the next day asks anew.
  const disputed = { id, isDisputed: true }
  const tomorrow = toInstant(noted + DAY_MS)
  expect(refundKey(disputed, noted)).toBe(refundKey(disputed, noted))
  expect(refundKey(disputed, noted)).not.toBe(refundKey(disputed, tomorrow))
})

test('[PAYING-14] [D-32] what never arrived is owed again, and goes back by hand', () => {
  const failed = refund('card', 40, { state: 'failed' })
  const back = [
    payment('card', euros(80)),
    payment(failed.id, euros(-40)),
    payment(returnId(failed), euros(40)),
  ]
  expect(planRefunds(credited(40, ...back), [failed])).toEqual({
    byBank: [],
    toCards: [],
    byHand: euros(40),
  })
  const given = payment('hand', euros(-40), { method: 'bank' })
  expect(planRefunds(credited(40, ...back, given), [failed])).toEqual({
    byBank: [],
    toCards: [],
    byHand: euros(0),
  })
})

test('[PAYING-13] [P-22] whatever was paid and credited, no payment gives back more than it was, and nothing twice', () => {
  const cents = fc.integer({ min: 1, max: 8000 })
  const method = fc.constantFrom('card', 'bank', 'cash')
  const steps = fc.array(fc.record({ cents, method }), { maxLength: 4 })
  fc.assert(
    fc.property(steps, fc.array(cents, { maxLength: 4 }), (paid, credits) => {
      let payments = paid.map((one, index) =>
        payment(`p${index}`, euros(one.cents / 100), { method: one.method }),
      )
      let refunds: readonly Refund[] = []
      let credit = 0
      for (const more of credits) {
        credit = Math.min(8000, credit + more)
        const plan = planRefunds(credited(credit / 100, ...payments), refunds)
        for (const { paymentId, amount } of plan.toCards) {
          const one = refund(paymentId, amount.amountMinor / 100, {
            id: refundId(bill.id, refunds),
            state: 'sent',
          })
          refunds = [...refunds, one]
          payments = [...payments, payment(one.id, euros(-amount.amountMinor / 100))]
        }
        const story = credited(credit / 100, ...payments)
        const { toCards, byHand } = planRefunds(story, refunds)
        expect(toCards).toEqual([])
        expect(byHand.amountMinor).toBe(Math.max(0, -openOf(story).amountMinor))
      }
      for (const { id, amount } of payments) {
        const back = refunds.filter(({ paymentId }) => paymentId === id)
        const sum = back.reduce((all, one) => all + one.amount.amountMinor, 0)
        expect(sum).toBeLessThanOrEqual(Math.max(0, amount.amountMinor))
      }
    }),
  )
})
