import { expect, test } from 'vitest'
import { attempt, bill, payment } from '../billing/paying/for-tests.ts'
import { type Refund, returnId } from '../billing/paying/refund.ts'
import { money } from '../values/money.ts'
import { type MoneyChange, newsOfMoney } from './news-of-money.ts'

const paid = payment('pay_1', bill.total)
const back = payment('pay_2', money(-500, 'EUR'))
const refund = (state: Refund['state']): Refund => ({
  ...{ id: 'ref_1', billId: bill.id, paymentId: 'pay_1', paymentRef: 'pi_1', state, ref: null },
  ...{ amount: money(500, 'EUR'), createdAt: paid.notedAt, on: paid.on },
})

/** Each as `who kind cause`. */
function told(...changes: readonly MoneyChange[]): readonly string[] {
  return newsOfMoney(changes).map(({ to, news }) =>
    [to === 'books' ? 'books' : to.kind, news.kind, news.cause].join(' '),
  )
}

const declined = attempt(1, { state: 'declined', why: 'funds' })

const table: readonly (readonly [MoneyChange, readonly string[]])[] = [
  [{ kind: 'bill', bill }, [`member billed ${bill.id}`]],
  [{ kind: 'payment', bill, payment: paid }, ['member paid pay_1']],
  [{ kind: 'payment', bill, payment: back }, ['member paid-back pay_2']],
  [{ kind: 'credit', bill, note: { id: 'crn_1' } }, ['member credited crn_1']],
  [{ kind: 'attempt', attempt: attempt(1, { state: 'created' }) }, []],
  [{ kind: 'attempt', attempt: attempt(1, { state: 'unknown' }) }, []],
  [{ kind: 'attempt', attempt: declined }, [`member pay-failed ${bill.id}.1`]],
  [
    { kind: 'attempt', attempt: attempt(2, { state: 'action-needed' }) },
    [`member pay-action ${bill.id}.2`],
  ],
  // Whoever pays on a page sees there what becomes of it.
  [{ kind: 'attempt', attempt: { ...declined, via: 'page' } }, []],
  [{ kind: 'refund', bill, refund: refund('created') }, []],
  [{ kind: 'refund', bill, refund: refund('sent') }, []],
  [
    { kind: 'refund', bill, refund: refund('failed') },
    ['member refund-failed ref_1', 'books refund-failed-team ref_1'],
  ],
]

test('[NEWS-15] [N-04] [N-06] [D-49] what money does is told to who pays, and what never arrived also to who keeps the books', () => {
  for (const [change, expected] of table) expect(told(change)).toEqual(expected)
})

test('[NEWS-15] what comes back of a refund that failed is no payment of anybody', () => {
  const failed = refund('failed')
  const returned = payment(returnId(failed), failed.amount)
  expect(
    told({ kind: 'refund', bill, refund: failed }, { kind: 'payment', bill, payment: returned }),
  ).toEqual(['member refund-failed ref_1', 'books refund-failed-team ref_1'])
})
