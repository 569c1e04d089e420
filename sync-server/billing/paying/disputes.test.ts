/** Payments that banks take back, over real databases and the processor's emulator: before and after a refund, in part, won, lost and told of late. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { billSections, readBills } from '../../../domain/billing/bill-sections.ts'
import { leftOf } from '../../../domain/billing/fund.ts'
import { planRefunds } from '../../../domain/billing/paying/refund.ts'
import { must } from '../../../domain/values/assert.ts'
import { money } from '../../../domain/values/money.ts'
import { inTestSpace, type TestSpace } from '../../settlement/for-tests.ts'
import { billInvariants } from '../../storage/bill-invariants.ts'
import { makeSqlite, onEachEngine } from '../../storage/for-tests.ts'
import { disputesOf } from '../../storage/load-disputes.ts'
import { findFund } from '../../storage/load-funds.ts'
import { refundsOf } from '../../storage/load-paying.ts'
import { withDisputes } from '../feed/disputes.ts'
import { now, send, site } from '../for-tests.ts'
import { listedBills } from '../listed-bills.ts'
import { makeReconciler } from '../reconcile/keep-reconciled.ts'
import { askForDeposit, openPaying, type PayingSpace } from './for-tests.ts'
import { payOnPage } from './pay-on-page.ts'
import { registerPaying } from './register.ts'

const PAID = 14_900

interface Scene extends PayingSpace {
  readonly space: TestSpace
  readonly bill: string
  credit(minor: number): Promise<void>
  dispute(minor?: number): Promise<string>
  decide(id: string, how: 'winning' | 'losing'): Promise<void>
  /** "taken 6000 sent 100". */
  refunds(of?: string): Promise<string>
  look(): Promise<unknown>
}

async function inScene(
  makeDatabase: Parameters<typeof inTestSpace>[0],
  work: (scene: Scene) => Promise<void>,
): Promise<void> {
  await inTestSpace(makeDatabase, now, async (space) => {
    const paying = await openPaying(space)
    const bill = (await paying.billOf()).bill.id
    await work(sceneOf(space, paying, bill))
    for (const { title, violations } of billInvariants) {
      expect(await violations(space.storage.read), title).toEqual([])
    }
    space.log.length = 0
  })
}

function sceneOf(space: TestSpace, paying: PayingSpace, bill: string): Scene {
  const { read } = space.storage
  const { gateway } = paying.processor
  const reconciler = makeReconciler({ ...paying.ports, after: () => () => undefined })
  const { takeFact } = registerPaying(paying.ports)
  reconciler.follow(withDisputes(space.storage, () => space.now, takeFact))
  return {
    ...{ ...paying, space, bill, look: reconciler.look },
    credit: async (minor) => {
      const amount = money(minor, 'EUR')
      await send(space, 'bill.credit', { siteId: site, billId: bill, reason: 'No heating', amount })
      await space.runJobs()
    },
    dispute: async (minor = PAID) => {
      const [attempt] = await paying.attempts(bill)
      await paying.processor.dispute(must(attempt?.ref, 'it was paid'), minor)
      return (await newestDispute(space)) ?? ''
    },
    decide: async (id, how) => {
      await gateway.disputes.submitEvidence(id, `${how}_evidence`, `v1:dsp:${id}`)
      await paying.pass(1)
    },
    refunds: async (of = bill) =>
      (await refundsOf(read, [of]))
        .filter(({ state }) => state !== 'withdrawn')
        .map(({ state, amount }) => `${state} ${amount.amountMinor}`)
        .join(' '),
  }
}

async function newestDispute({ storage }: TestSpace): Promise<string | undefined> {
  const rows = storage.read.selectFrom('emulated_object').select('id').where('kind', '=', 'dispute')
  return (await rows.orderBy('id', 'desc').executeTakeFirst())?.id
}

/** Nothing is owed to anybody, and the loss is this. */
async function isSettled({ balance, open, bill, look }: Scene, loss: number): Promise<void> {
  expect(await look()).toMatchObject({ drifts: [], sums: [] })
  expect(await open(bill)).toBe(0)
  expect(await balance('bad_debt')).toBe(loss)
  expect(await balance('dispute_hold')).toBe(0)
}

onEachEngine('disputes', (makeDatabase) => {
  test('[PAYING-24] [MOVEMENT-02] [P-22] a refund that waits for the bank ends when the bank has left the money with the payer: nothing is sent, and the rest is the loss', async () => {
    await inScene(makeDatabase, async (scene) => {
      await scene.pressOn(await scene.goToPay(scene.bill), 'disputed')
      await scene.credit(6000)
      expect(await scene.refunds()).toBe('created 6000')
      await scene.decide(must(await newestDispute(scene.space), 'it is there'), 'losing')
      expect(await scene.refunds()).toBe('taken 6000')
      await isSettled(scene, PAID - 6000)
      const story = await scene.story(scene.bill)
      expect(story.payments.at(-1)).toMatchObject({
        method: 'bank-took',
        amount: money(-6000, 'EUR'),
      })
      // The member reads of it on the bill, and nothing goes back later.
      const [told] = readBills(billSections([story]))
      expect(told?.disputes).toMatchObject([{ state: 'lost', amount: money(PAID, 'EUR') }])
      await scene.pass(40)
      expect(await scene.refunds()).toBe('taken 6000')
    })
  })

  test('[PAYING-24] [DEPOSIT-11] a deposit that the bank left with its payer is kept no more, and what was on its way is not sent', async () => {
    await inScene(makeDatabase, async (scene) => {
      const { space } = scene
      await scene.pressOn(await scene.goToPay(scene.bill), 'succeeds')
      const fundId = await cardDeposit(scene)
      const back = { siteId: site, fundId, on: '2026-11-24', reference: '' }
      const [attempt] = await scene.attempts(fundId.slice(0, -2))
      await scene.processor.dispute(must(attempt?.ref, 'it was paid'), 25_000)
      const byHand = { ...back, method: 'bank', amount: money(100, 'EUR') }
      expect(await send(space, 'deposit.return', byHand)).toMatchObject({
        refusal: { reason: 'is-disputed' },
      })
      const toCard = { ...back, method: 'card', amount: money(10_000, 'EUR') }
      expect((await send(space, 'deposit.return', toCard)).kind).toBe('confirmed')
      await space.runJobs()
      await scene.decide(must(await newestDispute(space), 'it is there'), 'losing')
      expect(await scene.refunds(fundId)).toBe('taken 10000 taken 15000')
      const story = must(await findFund(space.storage.read, fundId), 'it is kept')
      expect(leftOf(story)).toEqual(money(5000, 'EUR'))
      expect(await scene.balance('liability:deposit:mem_hana')).toBe(-5000)
      expect(await scene.look()).toMatchObject({ drifts: [], sums: [] })
      expect(await scene.balance('bad_debt')).toBe(0)
    })
  })
})

/** One that Hana's plan had asked for, paid on a page. */
async function cardDeposit({ ports, space, pressOn }: Scene): Promise<string> {
  const { id } = await askForDeposit(space)
  await pressOn(await payOnPage(ports, { kind: 'deposit', id }), 'succeeds')
  return `${id}.1`
}

test('[PAYING-24] whichever comes first: what is owed only after the bank has decided is with the payer too', async () => {
  await inScene(makeSqlite, async (scene) => {
    await scene.pressOn(await scene.goToPay(scene.bill), 'succeeds')
    await scene.decide(await scene.dispute(), 'losing')
    await isSettled(scene, PAID)
    await scene.credit(6000)
    await isSettled(scene, PAID - 6000)
    expect(await scene.refunds()).toBe('taken 6000')
    await scene.credit(PAID - 6000)
    await isSettled(scene, 0)
  })
})

test('[PAYING-24] a bank that takes more than was left of a payment costs the space that much more, and nothing else goes back', async () => {
  await inScene(makeSqlite, async (scene) => {
    await scene.pressOn(await scene.goToPay(scene.bill), 'succeeds')
    await scene.credit(6000)
    expect(await scene.refunds()).toBe('sent 6000')
    await scene.decide(await scene.dispute(), 'losing')
    await isSettled(scene, PAID)
    await scene.credit(PAID - 6000)
    expect(await scene.refunds()).toBe('sent 6000 taken 8900')
    await isSettled(scene, 6000)
  })
})

test('[PAYING-24] [PAYING-14] of a payment that was taken back in part, the rest goes by hand where the card takes nothing any more', async () => {
  await inScene(makeSqlite, async (scene) => {
    await scene.pressOn(await scene.goToPay(scene.bill), 'succeeds')
    const id = await scene.dispute(2000)
    await scene.credit(6000)
    await scene.decide(id, 'losing')
    expect(await scene.refunds()).toBe('taken 2000 failed 4000')
    const story = await scene.story(scene.bill)
    const known = await refundsOf(scene.space.storage.read, [scene.bill])
    expect(planRefunds(story, known).byHand).toEqual(money(4000, 'EUR'))
  })
})

test('[PAYING-25] what waits for a bank is neither paid back by hand nor kept as credit beside it; the bill is listed while it does', async () => {
  await inScene(makeSqlite, async (scene) => {
    const { space, bill } = scene
    await scene.pressOn(await scene.goToPay(bill), 'disputed')
    const most = { newest: 0, unsettled: 9 }
    const listed = async () =>
      (await listedBills(space.storage.read, site, '2000-01-01', most)).map((one) => one.bill.id)
    expect(await listed()).toContain(bill)
    await scene.credit(6000)
    const hand = { siteId: site, billId: bill, method: 'bank', on: '2026-11-24', reference: '' }
    const noted = { ...hand, amount: money(-6000, 'EUR') }
    const refusal = { refusal: { reason: 'not-open' } }
    expect(await send(space, 'bill.pay', noted)).toMatchObject(refusal)
    expect(await send(space, 'credit.keep', { siteId: site, billId: bill })).toMatchObject(refusal)
    await scene.decide(must(await newestDispute(space), 'it is there'), 'losing')
    expect(await listed()).not.toContain(bill)
  })
})

test('[PAYING-24] [RECONCILE-06] what no message told of is found when the books are held against the processor, taken and decided', async () => {
  await inScene(makeSqlite, async (scene) => {
    await scene.pressOn(await scene.goToPay(scene.bill), 'succeeds')
    scene.processor.messageFaults.push(...Array<'drop'>(40).fill('drop'))
    await scene.dispute()
    await scene.look()
    const standing = async () =>
      ((await disputesOf(scene.space.storage.read, [scene.bill])).get(scene.bill) ?? []).map(
        ({ state, answerBy }) => `${state} ${answerBy}`,
      )
    expect(await standing()).toEqual(['open 2026-12-01'])
    // Nobody answers it.
    await scene.pass(9)
    await scene.look()
    expect(await standing()).toEqual(['lost null'])
    await isSettled(scene, PAID)
  })
})

const step = fc.oneof(
  fc.record({
    kind: fc.constantFrom('credit' as const, 'dispute'),
    minor: fc.integer({ min: 100, max: PAID }),
  }),
  fc.record({
    kind: fc.constantFrom('winning' as const, 'losing', 'wait', 'drop'),
    minor: fc.constant(0),
  }),
)

test('[PAYING-24] [P-22] whatever is credited, disputed and decided in whatever order, no more leaves than came, and nothing stays open by itself', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 6 }), (steps) =>
      inScene(makeSqlite, async (scene) => {
        await scene.pressOn(await scene.goToPay(scene.bill), 'succeeds')
        let dispute = ''
        for (const { kind, minor } of steps) {
          if (kind === 'credit') await scene.credit(minor)
          else if (kind === 'wait') await scene.pass(1)
          else if (kind === 'drop') scene.processor.messageFaults.push('drop', 'drop')
          else if (kind !== 'dispute') {
            if (dispute !== '') await scene.decide(dispute, kind)
          } else if (dispute === '') dispute = await scene.dispute(minor)
        }
        scene.processor.messageFaults.length = 0
        // What nobody answers is lost.
        await scene.pass(9)
        await scene.look()
        await scene.pass(2)
        await scene.look()
        const { read } = scene.space.storage
        const refunds = await refundsOf(read, [scene.bill])
        const story = await scene.story(scene.bill)
        expect(refunds.filter(({ state }) => state === 'created')).toEqual([])
        const { byBank, toCards, byHand } = planRefunds(story, refunds)
        expect([byBank, toCards]).toEqual([[], []])
        expect((await scene.open(scene.bill)) + byHand.amountMinor).toBe(0)
        expect(await scene.look()).toMatchObject({ drifts: [], sums: [] })
        expect(await scene.balance('dispute_hold')).toBe(0)
        expect(await scene.balance('bad_debt')).toBeGreaterThanOrEqual(0)
      }),
    ),
    { numRuns: 6 },
  )
})
