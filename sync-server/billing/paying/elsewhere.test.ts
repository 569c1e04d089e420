/** What is done at the processor's own pages, and by whoever issued a card: the books follow it, once. */
import { expect, test } from 'vitest'
import { must } from '../../../domain/values/assert.ts'
import { money } from '../../../domain/values/money.ts'
import { inTestSpace, type TestSpace } from '../../settlement/for-tests.ts'
import { makeSqlite } from '../../storage/for-tests.ts'
import { refundsOf } from '../../storage/load-paying.ts'
import { booked, draftOf, now, send, site } from '../for-tests.ts'
import { hana, methodsOf, openPaying, type PayingSpace } from './for-tests.ts'
import { agreeToBackup } from './methods.ts'
import { registerPaying } from './register.ts'

type Work = (paying: PayingSpace, billId: string, space: TestSpace) => Promise<void>

const elsewhere = (title: string, work: Work) =>
  test(title, () =>
    inTestSpace(makeSqlite, now, async (space) => {
      const paying = await openPaying(space)
      await work(paying, (await paying.billOf()).bill.id, space)
    }),
  )

/** As somebody does it in the processor's dashboard: nothing of ours is beside it. */
async function refundByHand(paying: PayingSpace, billId: string, cents: number): Promise<number> {
  const [attempt] = await paying.attempts(billId)
  const ref = must(attempt?.ref, 'it was paid')
  const request = new Request('https://processor.example/v1/refunds', {
    ...{ method: 'POST', headers: { 'idempotency-key': `by-hand-${cents}` } },
    body: `payment_intent=${ref}&amount=${cents}`,
  })
  return (await paying.processor.emulator.fetch(request)).status
}

elsewhere(
  '[PAYING-22] [P-22] a refund that was made at the processor is in the books once, nobody is charged for it, and a booking of the bill stands',
  async (paying, bill, space) => {
    const booking = await booked(space, 600, 660)
    await paying.pressOn(await paying.goToPay(bill), 'succeeds')
    paying.processor.messageFaults.push('twice', 'twice', 'twice')
    expect(await refundByHand(paying, bill, 6000)).toBe(200)
    await paying.pass(10)
    const { payments } = await paying.story(bill)
    expect(payments.map(({ amount }) => amount.amountMinor)).toEqual([14_900, -6000])
    expect(await paying.balance('cash:stripe_pending')).toBe(8900)
    expect(await paying.states(bill)).toBe('succeeded')
    expect(await refundsOf(space.storage.read, [bill])).toHaveLength(1)
    expect((await draftOf(space)).lines.some(({ source }) => source === booking)).toBe(true)
    // A credit note for it settles the bill, and sends nothing a second time.
    const credit = { siteId: site, billId: bill, reason: 'Given back', amount: money(6000, 'EUR') }
    await send(space, 'bill.credit', credit)
    await paying.pass(1)
    expect(await paying.open(bill)).toBe(0)
    expect(await paying.balance('cash:stripe_pending')).toBe(8900)
  },
)

elsewhere(
  '[PAYING-22] refunded there and by us, no more goes back than came',
  async (paying, bill, space) => {
    await paying.pressOn(await paying.goToPay(bill), 'succeeds')
    expect(await refundByHand(paying, bill, 10_000)).toBe(200)
    const credit = { siteId: site, billId: bill, reason: 'All of it', amount: money(14_900, 'EUR') }
    await send(space, 'bill.credit', credit)
    await paying.pass(1)
    await paying.pass(1)
    expect(await paying.open(bill)).toBe(0)
    expect(await paying.balance('cash:stripe_pending')).toBe(0)
    const refunds = await refundsOf(space.storage.read, [bill])
    expect(refunds.map(({ amount }) => amount.amountMinor).toSorted()).toEqual([10_000, 4900])
  },
)

elsewhere(
  '[PAYING-04] [P-03] a card that its issuer replaced goes on where it was, with its new number and end, and what was agreed to stays',
  async (paying, bill) => {
    await paying.addCard('succeeds')
    await paying.addCard('declines-later')
    const [first, second] = (await methodsOf(paying)).methods
    const old = must(second, 'there are two')
    await agreeToBackup(paying.ports, hana, old.id)
    const found = await paying.processor.gateway.methods.get(old.id)
    if (!found.ok) throw new Error('it is on file')
    const replaced = { ...found.value, last4: '1881', expires: { year: 2034, month: 5 } }
    const { takeFact } = registerPaying(paying.ports)
    expect(await takeFact({ kind: 'method', method: replaced })).toBe('taken')
    expect(await takeFact({ kind: 'method', method: replaced })).toBe('taken')
    const after = await methodsOf(paying)
    expect(after.methods.map(({ id, last4 }) => [id, last4])).toEqual([
      [first?.id, first?.last4],
      [old.id, '1881'],
    ])
    expect(after.methods[1]?.expires).toEqual({ year: 2034, month: 5 })
    expect(after.backup?.methodId).toBe(old.id)
    // Charged as the backup, it is called what it is called now.
    await paying.collect(bill)
    expect((await paying.story(bill)).payments).toMatchObject([{ reference: 'Visa 1881' }])
  },
)
