import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Intent } from '../bookings/wishes/intent.ts'
import { toId } from '../values/ids.ts'
import { toInstant } from '../values/instant.ts'
import { add, subtract, zero } from '../values/money.ts'
import { draftBill } from './bill.ts'
import { deductDeposit, endCredit, returnDeposit, withdrawCredit } from './decide-funds.ts'
import { billOf, charge, day, euros, fundOf, input, unpaid } from './for-tests.ts'
import { type FundMove, type FundStory, leftOf, spendCredit } from './fund.ts'
import { fundMoveTransaction, fundTransaction, isBalanced, paymentTransaction } from './ledger.ts'
import type { Payment } from './payment.ts'

const now = fundOf(0).fund.notedAt
const ada = fundOf(1).fund.payer

function named(name: string, story: FundStory): FundStory {
  return { ...story, fund: { ...story.fund, id: `bki_${name}` as FundStory['fund']['id'] } } // an id as tests call it
}

function moved(story: FundStory, move: FundMove): FundStory {
  return { ...story, moves: [...story.moves, move] }
}

function wish<Kind extends 'deposit.return' | 'deposit.deduct' | 'credit.withdraw'>(
  kind: Kind,
  body: object,
): Intent<Kind> {
  return { id: 'bki_wish', kind, body } as unknown as Intent<Kind> // what a decision reads of it
}

test('[FUND-01] [D-24] what ends first pays first, and one whose time is over pays nothing', () => {
  const june = named('june', fundOf(3, { validUntil: day('2026-06-30') }))
  const july = named('july', fundOf(4, { validUntil: day('2026-07-31') }))
  const ever = named('ever', fundOf(10))
  const uses = (on: string) => spendCredit([ever, july, june], ada, euros(12), day(on))
  expect(uses('2026-06-30').map(({ fundId, amount }) => [fundId, amount])).toEqual([
    ['bki_june', euros(3)],
    ['bki_july', euros(4)],
    ['bki_ever', euros(5)],
  ])
  expect(uses('2026-07-01').map(({ fundId }) => fundId)).toEqual(['bki_july', 'bki_ever'])
})

test('[FUND-01] a credit pays of the whole total, taxes included, and a deposit of its own accord pays nothing', () => {
  const credits = [named('credit', fundOf(12)), named('deposit', fundOf(200, { kind: 'deposit' }))]
  const draft = draftBill(input([charge('a', '2026-06-10', 40)], { credits }))
  expect(draft.total).toEqual(euros(40))
  expect(draft.paidFrom).toEqual([{ fundId: 'bki_credit', reason: 'Sorry', amount: euros(12) }])
  expect(draftBill(input([], { credits })).paidFrom).toBeUndefined()
})

test('[FUND-02] [D-52] a deposit of 200: damage of 50 is paid from it, and 150 go back', () => {
  const deposit = fundOf(200, { kind: 'deposit', method: 'bank' })
  const damage = billOf(charge('chair', '2026-06-20', 50))
  const body = { fundId: deposit.fund.id, billId: damage.id, amount: euros(50) }
  const on = day('2026-07-02')
  const taken = deductDeposit(wish('deposit.deduct', body), deposit, [unpaid(damage)], on, now)
  const [paid] = taken.fact ?? []
  expect(paid?.payment).toMatchObject({ method: 'deposit', amount: euros(50) })
  if (paid === undefined) return
  const after = moved(deposit, paid.move)
  const back = { fundId: deposit.fund.id, method: 'bank', on, reference: '' }
  const returned = (amount: number, isDisputed = false) => {
    const intent = wish('deposit.return', { ...back, amount: euros(amount) })
    return returnDeposit(intent, after, { paymentRef: null, isDisputed }, on, now)
  }
  expect(returned(150, true).outcome).toMatchObject({ refusal: { reason: 'is-disputed' } })
  expect(returned(151).outcome).toMatchObject({
    refusal: { reason: 'not-kept', left: euros(150) },
  })
  const fact = returned(150).fact?.move
  if (fact === undefined) throw new Error('it is returned')
  expect(leftOf(moved(after, fact))).toEqual(euros(0))
  const posted = [
    fundTransaction(deposit.fund),
    paymentTransaction(damage, paid.payment),
    fundMoveTransaction(deposit.fund, paid.move),
    fundMoveTransaction(deposit.fund, fact),
  ].flatMap((one) => one?.entries ?? [])
  const kept = posted.filter(({ account }) => account.startsWith('liability:deposit'))
  expect(kept.map(({ amount }) => amount)).toEqual([euros(-200), euros(50), euros(150)])
  expect(isBalanced(posted)).toBe(true)
})

test('[FUND-02] a deposit pays for no bill of somebody else, and not beyond what is open', () => {
  const deposit = fundOf(200, { kind: 'deposit' })
  const bill = billOf(charge('chair', '2026-06-20', 50))
  const body = { fundId: deposit.fund.id, billId: bill.id, amount: euros(51) }
  const decide = (one: typeof bill) =>
    deductDeposit(wish('deposit.deduct', body), deposit, [unpaid(one)], day('2026-07-02'), now)
  expect(decide(bill).outcome).toMatchObject({ refusal: { reason: 'not-open' } })
  const other = { ...bill, payer: { kind: 'team', teamId: 'tea_x' } } as unknown as typeof bill // somebody else
  expect(decide(other).outcome).toMatchObject({ refusal: { reason: 'unknown-bill' } })
})

test('[FUND-02] [D-52] without a bill that is named all of theirs are paid, the oldest first, each as far as it is open', () => {
  const deposit = fundOf(200, { kind: 'deposit' })
  const bill = (id: string, amount: number, issuedAt: number) => ({
    ...billOf(charge(id, '2026-06-20', amount)),
    ...{ id: toId('bill', `bil_${id}`), issuedAt: toInstant(now + issuedAt) },
  })
  const [old, paid, young] = [bill('a', 50, 1), bill('b', 30, 2), bill('c', 80, 3)]
  const done = { ...unpaid(paid), payments: [{ amount: euros(30) } as Payment] } // all that is read of it
  const pay = (amount: number) => {
    const body = { fundId: deposit.fund.id, billId: null, amount: euros(amount) }
    const all = [unpaid(young), done, unpaid(old)]
    return deductDeposit(wish('deposit.deduct', body), deposit, all, day('2026-07-02'), now)
  }
  expect(pay(100).fact?.map(({ payment }) => [payment.billId, payment.amount])).toEqual([
    [old.id, euros(50)],
    [young.id, euros(50)],
  ])
  const moves = pay(130).fact?.map(({ move }) => move) ?? []
  expect(new Set(moves.map(({ id }) => id)).size).toBe(2)
  expect(pay(131).outcome).toMatchObject({ refusal: { reason: 'not-open', open: euros(130) } })
  expect(pay(10).fact).toHaveLength(1)
})

test('[FUND-03] a credit ends after its last day, once, or where it is taken back', () => {
  const credit = fundOf(12, { validUntil: day('2026-06-30') })
  expect(endCredit(credit, day('2026-06-30'), now)).toBeNull()
  const end = endCredit(credit, day('2026-07-01'), now)
  expect(end).toMatchObject({ kind: 'ended', amount: euros(12) })
  if (end === null) return
  expect(endCredit(moved(credit, end), day('2026-07-02'), now)).toBeNull()
  const again = wish('credit.withdraw', { fundId: credit.fund.id, reason: 'x' })
  expect(withdrawCredit(again, moved(credit, end), day('2026-07-02'), now).outcome).toMatchObject({
    refusal: { reason: 'not-kept' },
  })
})

test('[FUND-04] [P-10] however bills follow each other, credits pay what they have and never more', () => {
  const amounts = fc.array(fc.integer({ min: 1, max: 9_000 }), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(amounts, amounts, (credits, totals) => {
      let stories = credits.map((minor, index) => named(`c${index}`, fundOf(minor / 100)))
      let paid = zero('EUR')
      for (const minor of totals) {
        const due = euros(minor / 100)
        for (const { fundId, amount } of spendCredit(stories, ada, due, day('2026-06-30'))) {
          paid = add(paid, amount)
          const move = { id: 'm', fundId, kind: 'pays', amount, on: day('2026-06-30') } as const
          const more = { notedAt: now, billId: null, method: null, reference: '' }
          stories = stories.map((one) =>
            one.fund.id === fundId ? moved(one, { ...move, ...more }) : one,
          )
        }
      }
      const left = stories.map(leftOf)
      expect(left.every(({ amountMinor }) => amountMinor >= 0)).toBe(true)
      const all = euros(credits.reduce((sum, minor) => sum + minor, 0) / 100)
      expect(left.reduce(add, zero('EUR'))).toEqual(subtract(all, paid))
      const asked = totals.reduce((sum, minor) => sum + minor, 0)
      expect(paid.amountMinor).toBe(Math.min(asked, all.amountMinor))
    }),
    { numRuns: 60 },
  )
})
