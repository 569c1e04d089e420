/** What whoever moves the money does not answer for days, refuses, or has taken back: nothing is lost, doubled, or said to be what it is not. */
import { expect, test } from 'vitest'
import { planRefunds } from '../../../domain/billing/paying/refund.ts'
import { must } from '../../../domain/values/assert.ts'
import { money } from '../../../domain/values/money.ts'
import { inTestSpace, type TestSpace } from '../../settlement/for-tests.ts'
import { makeSqlite } from '../../storage/for-tests.ts'
import { loadPayer, refundsOf, unpaidOf } from '../../storage/load-paying.ts'
import type { CardName } from '../emulator/cards.ts'
import { now, send, site } from '../for-tests.ts'
import { hana, methodsOf, openPaying, type PayingSpace } from './for-tests.ts'

type Work = (paying: PayingSpace, billId: string, space: TestSpace) => Promise<void>

const fault = (title: string, work: Work) =>
  test(title, () =>
    inTestSpace(makeSqlite, now, async (space) => {
      const paying = await openPaying(space)
      await work(paying, (await paying.billOf()).bill.id, space)
    }),
  )

/** All that was paid for it is to go back to the card. */
async function credited(paying: PayingSpace, space: TestSpace, billId: string, card: CardName) {
  await paying.pressOn(await paying.goToPay(billId), card)
  const amount = money(6000, 'EUR')
  await send(space, 'bill.credit', { siteId: site, billId, reason: 'No heating', amount })
}

const refundStates = async ({ storage }: TestSpace, billId: string) =>
  (await refundsOf(storage.read, [billId])).map(({ state }) => state)

const alarmsIn = ({ storage }: TestSpace) =>
  storage.read.selectFrom('payment_alarm').selectAll().execute()

fault(
  '[PAYING-20] [B-17] a refund that reached nobody for days goes back once somebody answers',
  async (paying, bill, space) => {
    await credited(paying, space, bill, 'succeeds')
    for (let day = 0; day < 3; day += 1) {
      paying.processor.callFaults.push(...Array<'too-many'>(60).fill('too-many'))
      await paying.pass(1)
      expect(await refundStates(space, bill)).toEqual(['created'])
      paying.processor.callFaults.length = 0
    }
    await paying.pass(1)
    await paying.pass(1)
    expect(await refundStates(space, bill)).toEqual(['sent'])
    expect(await paying.balance('cash:stripe_pending')).toBe(8900)
    expect(space.log.length).toBeGreaterThan(0)
    space.log.length = 0
  },
)

fault(
  '[PAYING-20] one that was made and never answered is found days later, and not made again',
  async (paying, bill, space) => {
    await credited(paying, space, bill, 'succeeds')
    paying.processor.messageFaults.push(...Array<'drop'>(12).fill('drop'))
    paying.processor.callFaults.push(...Array<'wrong-body'>(9).fill('wrong-body'))
    await space.runJobs()
    paying.processor.callFaults.length = 0
    expect(await refundStates(space, bill)).toEqual(['created'])
    const before = paying.processor.sent.length
    await paying.pass(2)
    expect(await refundStates(space, bill)).toEqual(['sent'])
    const posts = paying.processor.sent.slice(before).filter((one) => one.startsWith('POST'))
    expect(posts).toEqual([])
    expect(await paying.balance('cash:stripe_pending')).toBe(8900)
    space.log.length = 0
  },
)

fault(
  '[PAYING-21] what is disputed does not go back meanwhile, by card or by hand, and goes back once it is won',
  async (paying, bill, space) => {
    await credited(paying, space, bill, 'disputed')
    await space.runJobs()
    const [waiting] = await refundsOf(space.storage.read, [bill])
    expect(waiting).toMatchObject({ state: 'created', isDisputed: true })
    const story = await paying.story(bill)
    expect(planRefunds(story, waiting === undefined ? [] : [waiting]).byHand.amountMinor).toBe(0)
    const [told] = await alarmsIn(space)
    const dispute = must(/dp_\w+/.exec(told?.detail ?? '')?.[0], 'its bank told of it')
    const { disputes } = paying.processor.gateway
    expect((await disputes.submitEvidence(dispute, 'winning_evidence', 'v1:dsp:1')).ok).toBe(true)
    await paying.pass(1)
    expect(await refundStates(space, bill)).toEqual(['sent'])
    expect(await paying.open(bill)).toBe(0)
    space.log.length = 0
  },
)

fault(
  '[PAYING-19] [D-50] a charge that can never be carried out is no decline: its payer owes it as before, and who keeps the books is told',
  async (paying, bill, space) => {
    await paying.addCard('succeeds')
    // The same number of attempt was used for another amount: the key is taken.
    const [method] = (await methodsOf(paying)).methods
    const payer = must((await loadPayer(space.storage.read, hana, 'emulator')).ref, 'it is known')
    const other = { attemptId: `${bill}.1`, payer, method: must(method, 'it was added').id }
    const alone = { isOffSession: true, returnUrl: null, capture: 'now' } as const
    const amount = money(100, 'EUR')
    await paying.processor.gateway.payments.charge(
      { ...other, ...alone, amount },
      `v1:inv:${bill}:1`,
    )
    await paying.collect(bill)
    expect(await paying.states(bill)).toBe('created')
    expect(await paying.open(bill)).toBe(14_900)
    expect(await alarmsIn(space)).toMatchObject([
      { kind: 'call-refused', detail: `${bill}.1 (conflict)` },
    ])
  },
)

fault(
  '[PAYING-03] [PAYING-11] paid on a page while no message comes for weeks, it is found by our own look, and its payer is kept from nothing',
  async (paying, bill, space) => {
    await paying.addCard('declines-later')
    await paying.collect(bill)
    paying.processor.messageFaults.push(...Array<'drop'>(40).fill('drop'))
    await paying.pressOn(await paying.goToPay(bill), 'succeeds')
    expect(await paying.open(bill)).toBe(14_900)
    await paying.pass(1)
    expect(await paying.open(bill)).toBe(0)
    expect(await unpaidOf(space.storage.read, [hana])).toEqual([])
  },
)
