/** Deposits that plans ask for, over real databases and the processor's emulator: asked for, paid, kept and given back. */
import { expect, test } from 'vitest'
import { leftOf } from '../../../domain/billing/fund.ts'
import { readDeposits } from '../../../domain/billing/fund-sections.ts'
import { openOf } from '../../../domain/billing/payment.ts'
import { dedicatedDeskTier } from '../../../domain/seeds/harbour-loft/tiers.ts'
import { must } from '../../../domain/values/assert.ts'
import { toId } from '../../../domain/values/ids.ts'
import { askedAtJoining } from '../../members/asked-at-joining.ts'
import { eraseMember } from '../../members/erase-member.ts'
import { inTestSpace, type TestSpace } from '../../settlement/for-tests.ts'
import { loadActor } from '../../settlement/load-actor.ts'
import { makeProjections } from '../../settlement/projections.ts'
import { billInvariants } from '../../storage/bill-invariants.ts'
import { onEachEngine } from '../../storage/for-tests.ts'
import { billsOfPayers } from '../../storage/load-bills.ts'
import { asksOfPayers, findAsk } from '../../storage/load-deposits.ts'
import { findFund, fundsOfPayers } from '../../storage/load-funds.ts'
import { refundsOf } from '../../storage/load-paying.ts'
import { catalogueOf, now, send, site } from '../for-tests.ts'
import { makeReconciler } from '../reconcile/keep-reconciled.ts'
import { registerBilling } from '../register.ts'
import { askForDeposit, hana, openPaying, type PayingSpace } from './for-tests.ts'
import { payOnPage } from './pay-on-page.ts'
import { registerPaying } from './register.ts'

const euros = (amount: number) => ({ amountMinor: amount * 100, currency: 'EUR' })

async function fundsOf({ storage }: TestSpace, who = hana) {
  const all = await fundsOfPayers(storage.read, [who], '2026-11-24')
  return all.filter(({ fund }) => fund.kind === 'deposit')
}

async function hold({ storage }: TestSpace): Promise<void> {
  for (const { title, violations } of billInvariants) {
    expect(await violations(storage.read), title).toEqual([])
  }
}

/** The processor's balance is what the ledger says that it holds. */
async function matches({ ports }: PayingSpace): Promise<void> {
  const reconciler = makeReconciler({ ...ports, after: () => () => undefined })
  reconciler.follow(registerPaying(ports).takeFact)
  expect(await reconciler.look()).toMatchObject({ drifts: [], sums: [], disputed: [] })
  await reconciler.stop()
}

const page = ({ ports }: PayingSpace, id: string) => payOnPage(ports, { kind: 'deposit', id })

onEachEngine('deposits', (makeDatabase) => {
  const inSpace = (work: (space: TestSpace, paying: PayingSpace) => Promise<void>) =>
    inTestSpace(makeDatabase, now, async (space) => {
      await work(space, await openPaying(space))
      await hold(space)
    })

  test('[DEPOSIT-04] [DEPOSIT-05] [P-17] [D-52] paid on a page it is kept as a liability, apart from any bill, and is asked for no more', async () => {
    await inSpace(async (space, paying) => {
      const asked = await askForDeposit(space)
      expect(asked).toMatchObject({ amount: euros(300), dueOn: '2027-01-01' })
      const answer = await page(paying, asked.id)
      expect(await page(paying, asked.id)).toEqual(answer)
      await paying.pressOn(answer, 'succeeds')
      expect(await page(paying, asked.id)).toEqual({ kind: 'paid' })
      const [story] = await fundsOf(space)
      expect(story?.fund).toMatchObject({ method: 'card', amount: euros(300), id: `${asked.id}.1` })
      expect(await paying.balance('liability:deposit:mem_hana')).toBe(-30_000)
      expect(await paying.balance('cash:stripe_pending')).toBe(30_000)
      expect(await paying.balance('revenue:deposit')).toBe(0)
      expect(await asksOfPayers(space.storage.read, [hana])).toEqual([])
      await matches(paying)
    })
  })

  test('[DEPOSIT-04] [RECONCILE-01] what no message told of is found when the books are held against the processor', async () => {
    await inSpace(async (space, paying) => {
      const asked = await askForDeposit(space)
      paying.processor.messageFaults.push(...Array<'drop'>(8).fill('drop'))
      await paying.pressOn(await page(paying, asked.id), 'succeeds')
      expect(await fundsOf(space)).toEqual([])
      await matches(paying)
      expect((await fundsOf(space)).map(leftOf)).toEqual([euros(300)])
    })
  })

  test('[DEPOSIT-04] [D-49] a card on file is charged for it on the day of the first bill, not before, and again where it said no', async () => {
    await inSpace(async (space, paying) => {
      const asked = await askForDeposit(space)
      await paying.addCard('declines-later')
      await space.runJobs()
      expect(await paying.states(asked.id)).toBe('')
      await paying.pass(39)
      expect(await paying.states(asked.id)).toBe('declined')
      await paying.pass(3)
      expect(await paying.states(asked.id)).toBe('declined declined')
      await paying.addCard('succeeds')
      await space.runJobs()
      expect(await paying.states(asked.id)).toBe('declined declined succeeded')
      expect((await fundsOf(space)).map(leftOf)).toEqual([euros(300)])
    })
  })

  test('[DEPOSIT-07] [D-32] it goes back to its card once, in parts; what never arrives is kept again and goes back by hand', async () => {
    await inSpace(async (space, paying) => {
      const asked = await askForDeposit(space)
      await paying.pressOn(await page(paying, asked.id), 'succeeds')
      const fundId = `${asked.id}.1`
      const back = { siteId: site, fundId, method: 'card', on: '2026-11-24', reference: '' }
      const first = { ...back, amount: euros(100) }
      expect((await send(space, 'deposit.return', first)).kind).toBe('confirmed')
      const tooMuch = await send(space, 'deposit.return', { ...back, amount: euros(201) })
      expect(tooMuch).toMatchObject({ refusal: { reason: 'not-kept', left: euros(200) } })
      // The answer is lost, and asked for again with the same key.
      paying.processor.callFaults.push('cut-after')
      await space.runJobs()
      await paying.pass(1)
      expect(await paying.balance('cash:stripe_pending')).toBe(20_000)
      const [refund] = await refundsOf(space.storage.read, [fundId])
      expect(refund).toMatchObject({ state: 'sent', amount: euros(100), billId: null })
      await paying.processor.failRefund(must(must(refund, 'it is there').ref, 'it was sent'))
      expect(await paying.balance('cash:stripe_pending')).toBe(30_000)
      const again = must(await findFund(space.storage.read, `${fundId}.r1.back`), 'it is kept')
      expect(again.fund).toMatchObject({ amount: euros(100), isReturned: true })
      await matches(paying)
      const toCard = { ...back, fundId: again.fund.id, amount: euros(100) }
      expect(await send(space, 'deposit.return', toCard)).toMatchObject({
        refusal: { reason: 'not-to-card' },
      })
      const byHand = await send(space, 'deposit.return', { ...toCard, method: 'bank' })
      expect(byHand.kind).toBe('confirmed')
      expect((await fundsOf(space)).map(leftOf).map(({ amountMinor }) => amountMinor)).toEqual(
        expect.arrayContaining([0, 20_000]),
      )
    })
  })

  test('[DEPOSIT-05] [DEPOSIT-03] what is paid for one that was withdrawn meanwhile goes back by itself', async () => {
    await inSpace(async (space, paying) => {
      const asked = await askForDeposit(space)
      const answer = await page(paying, asked.id)
      const withdraw = { siteId: site, askId: asked.id, reason: 'Only a key' }
      const byMember = await send(space, 'deposit.withdraw', withdraw, hana)
      expect(byMember).toMatchObject({ refusal: { reason: 'not-allowed' } })
      expect((await send(space, 'deposit.withdraw', withdraw)).kind).toBe('confirmed')
      await paying.pressOn(answer, 'succeeds')
      await space.runJobs()
      expect(await paying.balance('liability:deposit:mem_hana')).toBe(0)
      expect(await paying.balance('cash:stripe_pending')).toBe(0)
      const known = must(await findAsk(space.storage.read, asked.id), 'it is kept')
      expect(known.standing.state).toBe('withdrawn')
    })
  })

  test('[DEPOSIT-03] [DEPOSIT-09] its payer reads what is asked for until what asked for it is taken back; nobody else does', async () => {
    await inSpace(async (space, paying) => {
      const asked = await askForDeposit(space)
      const told = async (who: string) => {
        const { projections } = registerBilling()
        const made = makeProjections(projections)
        const sections = await space.storage.transaction((tx) =>
          made.project(tx, `member/${who}`, space.now),
        )
        return readDeposits(must(sections, 'they are members')).map(({ id }) => id)
      }
      expect([await told(hana), await told('mem_dev')]).toEqual([[asked.id], []])
      const back = {
        ...{ siteId: site, membershipId: 'msh_hana', forMemberId: null, reason: '' },
        ...{ changeId: asked.changeId, quote: euros(0), resolutions: {} },
      }
      expect((await send(space, 'membership.take-back', back, hana)).kind).toBe('confirmed')
      expect(await told(hana)).toEqual([])
      expect(await page(paying, asked.id)).toEqual({ kind: 'paid' })
      await paying.addCard('succeeds')
      await paying.pass(60)
      expect(await paying.states(asked.id)).toBe('')
    })
  })

  test('[DEPOSIT-06] [DEPOSIT-08] what came by bank is noted towards it, and what is kept of it for damage is a paid document without tax, and revenue then', async () => {
    await inSpace(async (space, paying) => {
      const asked = await askForDeposit(space)
      const payer = { kind: 'member', memberId: hana }
      const take = { siteId: site, payer, amount: euros(300), method: 'bank', on: '2026-11-24' }
      const noted = { ...take, reason: 'Own desk', askId: asked.id }
      expect((await send(space, 'deposit.take', noted)).kind).toBe('confirmed')
      expect(await send(space, 'deposit.take', noted)).toMatchObject({
        refusal: { reason: 'unknown-deposit' },
      })
      expect(await asksOfPayers(space.storage.read, [hana])).toEqual([])
      const [story] = await fundsOf(space)
      const { id: fundId } = must(story, 'it is kept').fund
      const keep = { siteId: site, fundId, amount: euros(50), reason: 'A broken chair' }
      expect((await send(space, 'deposit.keep', keep)).kind).toBe('confirmed')
      expect(await paying.balance('revenue:damage')).toBe(-5000)
      expect(await paying.balance('liability:deposit:mem_hana')).toBe(-25_000)
      const { bill, payments } = await paying.billOf()
      expect(bill.lines).toMatchObject([{ kind: 'damage', about: { reason: 'A broken chair' } }])
      expect(payments).toMatchObject([{ method: 'deposit', amount: euros(50) }])
      expect(await paying.open(bill.id)).toBe(0)
      // What is unpaid is paid from the rest, the oldest bill first.
      const bills = await billsOfPayers(space.storage.read, [hana], '')
      const owing = bills.filter((one) => openOf(one).amountMinor > 0)
      const open = owing.reduce((sum, one) => sum + openOf(one).amountMinor, 0)
      expect(open).toBeGreaterThan(0)
      const all = { siteId: site, fundId, billId: null }
      const tooMuch = await send(space, 'deposit.deduct', { ...all, amount: euros(251) })
      expect(tooMuch).toMatchObject({ refusal: { reason: 'not-kept' } })
      const rest = Math.min(open, 25_000)
      const pay = { ...all, amount: { ...euros(0), amountMinor: rest } }
      expect((await send(space, 'deposit.deduct', pay)).kind).toBe('confirmed')
      expect(await paying.balance('liability:deposit:mem_hana')).toBe(rest - 25_000)
    })
  })

  test('[DEPOSIT-03] [D-55] who leaves is asked no more, and who is forgotten is named in it no more', async () => {
    await inSpace(async (space) => {
      const asked = await askForDeposit(space)
      const { storage } = space
      const member = must(await loadActor(storage.read, hana), 'she is there')
      await storage.transaction((tx) => eraseMember(tx, member, space.now))
      const known = must(await findAsk(storage.read, asked.id), 'it is kept')
      expect([known.standing.state, known.payerName]).toEqual(['withdrawn', 'Former member'])
      expect(await asksOfPayers(storage.read, [hana])).toEqual([])
    })
  })

  test('[DEPOSIT-01] who joins with such a plan is asked', async () => {
    await inSpace(async (space) => {
      await askForDeposit(space)
      const catalogue = await catalogueOf(space)
      const joining = { id: toId('member', 'mem_new'), name: 'New', teamId: null }
      const [fact] = askedAtJoining(catalogue, { ...joining, tierId: dedicatedDeskTier }, space.now)
      expect(fact).toMatchObject({ kind: 'deposit-ask', ask: { dueOn: '2026-12-01' } })
      expect(askedAtJoining(catalogue, { ...joining, tierId: null }, space.now)).toEqual([])
    })
  })
})
