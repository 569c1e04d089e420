import { expect, test } from 'vitest'
import { ada, at, harbour, hotDesk } from '../../bookings/for-tests.ts'
import type { Intent } from '../../bookings/wishes/intent.ts'
import type { Member } from '../../memberships/member.ts'
import type { Catalogue } from '../../sites/catalogue.ts'
import { must } from '../../values/assert.ts'
import { firstMembershipId, toId } from '../../values/ids.ts'
import { issueBill } from '../bill.ts'
import { keepDeposit, returnDeposit, takeDeposit } from '../decide-funds.ts'
import { day, euros, fee, fundOf, hotMembership, settings } from '../for-tests.ts'
import { leftOf } from '../fund.ts'
import {
  billTransaction,
  chargeTransaction,
  fundMoveTransaction,
  fundTransaction,
  paymentTransaction,
} from '../ledger.ts'
import {
  changeMembership,
  previewChange,
  startMembership,
} from '../memberships/change-membership.ts'
import { dear, made } from '../memberships/for-tests.ts'
import { openOf } from '../payment.ts'
import { type KnownDeposits, noDeposits } from './ask-deposit.ts'
import { draftDamageBill } from './damage-bill.ts'
import { cameBack, depositPaid, returnToCard, withdrawAsk } from './decide-deposit.ts'
import { comesBackOn, type DepositAsk, isAsked } from './deposit.ts'
import { isForDamage } from './for-damage.ts'

const now = at('2026-06-16', 600)
const today = day('2026-06-16')

function catalogueWith(hotMinor: number, dearMinor: number): Catalogue {
  const fees = [
    fee('tie_hot', 200, { depositMinor: hotMinor }),
    fee('tie_dear', 350, { depositMinor: dearMinor }),
  ]
  const tiers = [hotDesk, { ...hotDesk, id: dear, name: 'Own desk' }]
  return { ...harbour, tiers, site: { ...harbour.site, billing: { ...settings, fees } } }
}

const catalogue = catalogueWith(10_000, 30_000)
const member: Member = { ...ada, memberships: [hotMembership()] }
const change = { kind: 'tier', tierId: dear, when: 'now' } as const

function wish<Kind extends Parameters<typeof changeMembership>[0]['kind'] | 'membership.start'>(
  kind: Kind,
  body: object,
): Intent<Kind> {
  return { id: 'bki_up', kind, body } as unknown as Intent<Kind> // what a decision reads of it
}

function upgraded(quote: number, deposits: KnownDeposits = noDeposits, who = member) {
  const body = {
    ...{ siteId: harbour.site.id, membershipId: hotMembership().id, forMemberId: null },
    ...{ tierId: dear, when: 'now', quote: euros(quote), resolutions: {}, reason: '' },
  }
  const facts = { catalogue, member: who, bookings: [], asker: 'member' as const, deposits }
  return changeMembership(wish('membership.change', body), facts, now)
}

const asked = (more: Partial<DepositAsk> = {}): DepositAsk => ({
  ...must(upgraded(375).deposit, 'it is asked for'),
  ...more,
})
const ofIt = { kind: 'deposit' as const, membershipId: hotMembership().id }

test('[DEPOSIT-01] [DEPOSIT-02] [D-53] to a plan with a deposit of 300 on 16 June: 75 for the days and 300, which are shown', () => {
  const facts = { catalogue, member, bookings: [], asker: 'member' as const, deposits: noDeposits }
  const preview = previewChange(hotMembership().id, change, facts, now)
  if (preview.kind === 'problem') throw new Error(preview.problem)
  expect(preview.deposit(toId('intent', 'bki_up'))?.amount).toEqual(euros(300))
  expect(upgraded(374).outcome).toMatchObject({ kind: 'ask-again', price: euros(375) })
  expect(upgraded(375).deposit).toMatchObject({
    ...{ id: 'dep_up', amount: euros(300), plan: 'Own desk', dueOn: '2026-07-01' },
    ...{ payer: { kind: 'member', memberId: ada.id }, standing: { state: 'open' } },
  })
})

test('[DEPOSIT-01] what is kept or asked for that membership already counts, and what was given for another one does not', () => {
  const kept = fundOf(100, ofIt)
  expect(upgraded(275, { asks: [], funds: [kept] }).deposit?.amount).toEqual(euros(200))
  const open = asked({ id: toId('deposit', 'dep_first'), changeId: null, amount: euros(100) })
  expect(upgraded(275, { asks: [open], funds: [] }).deposit?.amount).toEqual(euros(200))
  const other = fundOf(100, { ...ofIt, membershipId: toId('membership', 'msh_other') })
  const byHand = fundOf(100, { kind: 'deposit' })
  expect(upgraded(375, { asks: [], funds: [other, byHand] }).deposit?.amount).toEqual(euros(300))
  const enough = upgraded(75, { asks: [], funds: [fundOf(300, ofIt)] })
  expect([enough.outcome.kind, enough.deposit]).toEqual(['confirmed', null])
})

test('[DEPOSIT-01] [DEPOSIT-02] whoever begins with it is asked, a team for its member; a place without bills asks for nothing', () => {
  const body = { siteId: harbour.site.id, memberId: ada.id, tierId: dear, from: '2026-07-10' }
  const teamId = toId('team', 'tea_north')
  const start = (site: Catalogue) =>
    startMembership(
      wish('membership.start', { ...body, reason: 'x' }),
      { catalogue: site, member: { ...member, teamId }, deposits: noDeposits },
      now,
    ).deposit
  expect(start(catalogue)).toMatchObject({
    ...{ id: 'dep_up', amount: euros(300), payer: { kind: 'team', teamId }, changeId: null },
    dueOn: '2026-08-01',
  })
  const { site } = catalogue
  const unbilled = { ...site, billing: { ...site.billing, startsOn: null } }
  expect(start({ ...catalogue, site: unbilled })).toBeNull()
  expect(start(catalogueWith(0, 0))).toBeNull()
})

test('[DEPOSIT-03] it is asked for while what asked for it stands', () => {
  const up = made('tier', 'up', '2026-06-16', { tierId: dear, on: day('2026-07-01') })
  const changes = [up]
  expect(isAsked(asked(), [hotMembership({ changes })])).toBe(true)
  const back = made('take-back', 'back', '2026-06-17', { on: today, changeId: up.id })
  expect(isAsked(asked(), [hotMembership({ changes: [up, back] })])).toBe(false)
  const end = made('end', 'end', '2026-06-17', { on: day('2026-08-01') })
  expect(isAsked(asked(), [hotMembership({ changes: [up, end] })])).toBe(false)
  expect(comesBackOn(hotMembership().id, [hotMembership({ changes: [end] })])).toBe('2026-08-01')
  // The first of somebody who never changed anything has no row.
  const first = asked({ membershipId: firstMembershipId(ada.id), changeId: null })
  expect(isAsked(first, [])).toBe(true)
  const withdrawal = { id: 'bki_w', body: { reason: 'Kept a key only' } } as never
  const withdrawn = must(withdrawAsk(withdrawal, first, today).fact, 'it was open')
  expect(withdrawn.standing).toMatchObject({ state: 'withdrawn', reason: 'Kept a key only' })
  expect(isAsked(withdrawn, [])).toBe(false)
  const again = withdrawAsk(withdrawal, withdrawn, today)
  expect(again.outcome).toMatchObject({ refusal: { reason: 'unknown-deposit' } })
})

const attempt = { id: 'dep_up.1', on: today }

test('[DEPOSIT-05] [D-52] what came by card is owed to its payer, where the money is moved, and no revenue', () => {
  const { fund, ask, isWanted } = depositPaid(asked(), attempt, euros(300), now)
  expect([isWanted, ask.standing]).toEqual([true, { state: 'paid', fundId: 'dep_up.1' }])
  expect(fundTransaction(fund)?.entries).toEqual([
    { account: 'cash:stripe_pending', amount: euros(300) },
    { account: `liability:deposit:${ada.id}`, amount: euros(-300) },
  ])
  expect(depositPaid(ask, { ...attempt, id: 'dep_up.2' }, euros(300), now)).toMatchObject({
    ...{ isWanted: false, ask, fund: { id: 'dep_up.2' } },
  })
})

test('[DEPOSIT-06] what came by hand is noted towards what was asked of its payer, and no other', () => {
  const payer = { kind: 'member' as const, memberId: ada.id }
  const body = {
    ...{ siteId: harbour.site.id, payer, amount: euros(300), method: 'cash', on: today },
    ...{ reason: 'Own desk', askId: 'dep_up' },
  }
  const intent = { id: 'bki_cash', kind: 'deposit.take', body } as unknown as Intent<'deposit.take'>
  const facts = { site: harbour.site, payerName: 'Ada', today }
  const { fact } = takeDeposit(intent, facts, asked(), now)
  expect(fact?.ask?.standing).toEqual({ state: 'paid', fundId: 'bki_cash' })
  expect(fact?.fund.membershipId).toBe(hotMembership().id)
  const ofBen = asked({ payer: { kind: 'member', memberId: toId('member', 'mem_ben') } })
  for (const known of [null, ofBen, must(fact?.ask ?? null, 'it was open')]) {
    expect(takeDeposit(intent, facts, known, now).outcome).toMatchObject({
      refusal: { reason: 'unknown-deposit' },
    })
  }
})

test('[DEPOSIT-07] [D-32] it goes back to its card in parts, never more than is left; what never arrives is kept again, for a hand', () => {
  const { fund } = depositPaid(asked(), attempt, euros(300), now)
  const story = { fund, moves: [] }
  const back = (amount: number, ref: string | null, of = story) => {
    const body = {
      fundId: fund.id,
      amount: euros(amount),
      method: 'card',
      on: today,
      reference: '',
    }
    return returnDeposit(
      { id: 'bki_back', body } as never,
      of,
      { paymentRef: ref, isDisputed: false },
      today,
      now,
    )
  }
  expect(back(301, 'pi_1').outcome).toMatchObject({ refusal: { reason: 'not-kept' } })
  expect(back(100, null).outcome).toMatchObject({ refusal: { reason: 'not-to-card' } })
  const { move, refund } = must(back(100, 'pi_1').fact, 'it goes back')
  expect(refund).toMatchObject({
    id: 'dep_up.1.r1',
    fundId: fund.id,
    billId: null,
    state: 'created',
  })
  const after = { fund, moves: [move] }
  expect(leftOf(after)).toEqual(euros(200))
  expect(fundMoveTransaction(fund, move)?.entries).toEqual([
    { account: `liability:deposit:${ada.id}`, amount: euros(100) },
    { account: 'cash:stripe_pending', amount: euros(-100) },
  ])
  const second = returnToCard(after, euros(200), 'pi_1', { on: today, now, reference: '' })
  expect(second.refund.id).toBe('dep_up.1.r2')
  const again = cameBack(story, move.id, euros(100), today, now)
  expect(again).toMatchObject({ id: 'dep_up.1.r1.back', amount: euros(100), isReturned: true })
  const of = { fund: again, moves: [] }
  expect(back(100, 'pi_1', of).outcome).toMatchObject({ refusal: { reason: 'not-to-card' } })
})

test('[DEPOSIT-08] [D-52] what is kept for damage is a document without tax, paid from the deposit at once', () => {
  const { fund } = depositPaid(asked(), attempt, euros(300), now)
  const keep = (amount: number) =>
    keepDeposit(
      {
        id: 'bki_keep',
        body: { fundId: fund.id, amount: euros(amount), reason: 'A chair' },
      } as never,
      { fund, moves: [] },
      { site: catalogue.site, billTo: null, today },
      now,
    )
  expect(keep(301).outcome).toMatchObject({ refusal: { reason: 'not-kept' } })
  const { draft, payment, move } = must(keep(50).fact, 'it is kept')
  expect(move).toMatchObject({ kind: 'kept', reference: 'A chair', billId: 'bil_keep' })
  expect(draft).toMatchObject({
    ...{ payerName: fund.payerName, total: euros(50), paidFor: 'bki_keep' },
    lines: [{ kind: 'damage', amount: euros(50), basisPoints: 0, about: { reason: 'A chair' } }],
    taxes: [{ basisPoints: 0, base: euros(50), tax: euros(0), total: euros(50) }],
  })
  expect(isForDamage(draft)).toBe(true)
  const issue = { id: payment.billId, number: 'HL-2026-0001', issuedAt: now, issuedOn: today }
  const bill = issueBill(draft, settings, issue)
  expect(openOf({ bill, payments: [payment], credits: [] })).toEqual(euros(0))
  expect(fundMoveTransaction(fund, move)).toBeNull()
  const [line] = draft.lines
  const posted = [
    chargeTransaction({
      ...must(line, 'it has one'),
      change: 'damage/bki_keep',
      payer: fund.payer,
    }),
    billTransaction(bill),
    paymentTransaction(bill, payment),
  ].flatMap(({ entries }) => entries)
  const sumOf = (account: string) =>
    posted
      .filter((one) => one.account === account)
      .reduce((sum, { amount }) => sum + amount.amountMinor, 0)
  expect(sumOf('revenue:damage')).toBe(-5000)
  expect(sumOf(`liability:deposit:${ada.id}`)).toBe(5000)
  expect(sumOf(`receivable:${ada.id}`) + sumOf(`unbilled:${ada.id}`)).toBe(0)
  expect(posted.some(({ account }) => account.startsWith('tax:'))).toBe(false)
})

test('[DEPOSIT-08] prices with or without tax in them, what is kept is what is kept', () => {
  const { fund } = depositPaid(asked(), attempt, euros(300), now)
  const of = { id: toId('intent', 'bki_keep'), fund, amount: euros(50), reason: 'A chair' }
  for (const isTaxIncluded of [true, false]) {
    const billing = { ...settings, isTaxIncluded }
    const draft = draftDamageBill({ ...harbour.site, billing }, { ...of, on: today, billTo: null })
    expect(draft.total).toEqual(euros(50))
  }
})
