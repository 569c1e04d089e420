import { expect, test } from 'vitest'
import { isIssuable } from '../../domain/billing/bill.ts'
import { leftOf } from '../../domain/billing/fund.ts'
import { openOf } from '../../domain/billing/payment.ts'
import { must } from '../../domain/values/assert.ts'
import { toInstant } from '../../domain/values/instant.ts'
import { inTestSpace, type TestSpace } from '../settlement/for-tests.ts'
import { onEachEngine } from '../storage/for-tests.ts'
import { billsOfPayers } from '../storage/load-bills.ts'
import { fundsOfPayers } from '../storage/load-funds.ts'
import { december, draftOf, november, now, ownNextBill, send, site } from './for-tests.ts'

const euros = (amount: number) => ({ amountMinor: amount * 100, currency: 'EUR' })
const hana = { kind: 'member', memberId: 'mem_hana' }

async function fundsOf({ storage }: TestSpace, who = 'mem_hana') {
  const stories = await fundsOfPayers(storage.read, [who], '2026-11-24')
  return stories.filter(({ fund }) => fund.on >= '2026-11-24')
}

const credit = (amount: number, validUntil: string | null) => ({
  ...{ siteId: site, payer: hana, amount: euros(amount), reason: 'The heating was off' },
  validUntil,
})

onEachEngine('credits and deposits', (makeDatabase) => {
  test('[FUND-01] [P-10] a credit is on the next bill as the device works it out, and pays for it when it is issued', async () => {
    await inTestSpace(makeDatabase, now, async (space) => {
      expect((await send(space, 'credit.grant', credit(12, '2026-12-31'))).kind).toBe('confirmed')
      const draft = await draftOf(space)
      expect(draft.paidFrom).toMatchObject([{ amount: euros(12) }])
      expect(isIssuable(draft)).toBe(true)
      expect(await ownNextBill(space, 'mem_hana', space.now)).toEqual(draft)
      space.now = december
      await send(space, 'bills.issue', november)
      await space.runJobs()
      const [story] = await billsOfPayers(space.storage.read, ['mem_hana'], '2026-12-01')
      const billed = must(story, 'it was issued')
      expect(billed.payments).toMatchObject([{ method: 'credit', amount: euros(12) }])
      expect(openOf(billed).amountMinor).toBe(billed.bill.total.amountMinor - 1200)
      expect((await fundsOf(space)).map(leftOf)).toEqual([euros(0)])
    })
  })

  test('[FUND-03] what is left of a credit ends the morning after its last day', async () => {
    await inTestSpace(makeDatabase, now, async (space) => {
      await send(space, 'credit.grant', credit(12, '2026-11-30'))
      await space.runJobs()
      expect((await fundsOf(space)).map(leftOf)).toEqual([euros(12)])
      space.now = december
      await space.runJobs()
      expect((await fundsOf(space)).map(leftOf)).toEqual([euros(0)])
    })
  })

  test('[FUND-02] [FUND-04] a deposit pays for a bill and goes back; the engine lets no more leave than is there', async () => {
    await inTestSpace(makeDatabase, now, async (space) => {
      const deposit = { siteId: site, payer: hana, amount: euros(200), reason: 'Key and desk' }
      await send(space, 'deposit.take', { ...deposit, method: 'bank', on: '2026-11-24' })
      const [story] = await fundsOf(space)
      const { fund } = must(story, 'it is kept')
      const bills = await billsOfPayers(space.storage.read, ['mem_hana'], '2026-11-01')
      const open = must(
        bills.find((one) => openOf(one).amountMinor > 0),
        'hers is open',
      )
      const whose = { siteId: site, fundId: fund.id }
      const deduct = { ...whose, billId: open.bill.id, amount: euros(50) }
      expect((await send(space, 'deposit.deduct', deduct)).kind).toBe('confirmed')
      const back = { ...whose, method: 'bank', on: '2026-11-24', reference: '' }
      expect(await send(space, 'deposit.return', { ...back, amount: euros(151) })).toMatchObject({
        refusal: { reason: 'not-kept', left: euros(150) },
      })
      const forged = space.storage.transaction((tx) =>
        tx
          .insertInto('fund_move')
          .values({
            ...{ id: 'forged', fund_id: fund.id, bill_id: null, amount_minor: 15_001 },
            body: '{}',
          })
          .execute(),
      )
      await expect(forged).rejects.toThrow('no more leaves')
      expect((await send(space, 'deposit.return', { ...back, amount: euros(150) })).kind).toBe(
        'confirmed',
      )
      expect((await fundsOf(space)).map(leftOf)).toEqual([euros(0)])
      space.now = toInstant(space.now + 1)
    })
  })

  test('[FUND-05] [D-25] what is to be paid back of a bill is kept as credit, and no money moves', async () => {
    await inTestSpace(makeDatabase, now, async (space) => {
      const bills = await billsOfPayers(space.storage.read, ['mem_hana'], '2026-11-01')
      const open = must(
        bills.find((one) => openOf(one).amountMinor > 0),
        'hers is open',
      )
      const about = { siteId: site, billId: open.bill.id }
      expect(await send(space, 'credit.keep', about)).toMatchObject({
        refusal: { reason: 'not-open' },
      })
      const paid = { ...about, amount: openOf(open), method: 'bank', on: '2026-11-24' }
      await send(space, 'bill.pay', { ...paid, reference: '' })
      await send(space, 'bill.credit', { ...about, amount: euros(30), reason: 'Too loud' })
      expect((await send(space, 'credit.keep', about)).kind).toBe('confirmed')
      const [after] = await billsOfPayers(space.storage.read, ['mem_hana'], '2026-11-01')
      expect(openOf(must(after, 'it is there'))).toEqual(euros(0))
      expect((await fundsOf(space)).map(leftOf)).toEqual([euros(30)])
      expect((await draftOf(space)).paidFrom).toMatchObject([{ amount: euros(30) }])
    })
  })

  test('[P-10] members give themselves nothing, and nobody unknown is given anything', async () => {
    await inTestSpace(makeDatabase, now, async (space) => {
      expect(await send(space, 'credit.grant', credit(12, null), 'mem_hana')).toMatchObject({
        refusal: { reason: 'not-allowed' },
      })
      const nobody = { ...credit(12, null), payer: { kind: 'member', memberId: 'mem_nobody' } }
      expect(await send(space, 'credit.grant', nobody)).toMatchObject({
        refusal: { reason: 'unknown-payer' },
      })
    })
  })
})
