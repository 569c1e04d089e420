import { expect, test } from 'vitest'
import { must } from '../../domain/values/assert.ts'
import { inTestSpace, type TestSpace } from '../settlement/for-tests.ts'
import { onEachEngine } from '../storage/for-tests.ts'
import { billsOfSite } from '../storage/load-bills.ts'
import {
  booked,
  catalogueOf,
  december,
  draftOf,
  november,
  now,
  ownNextBill,
  send,
  site,
  thursday,
} from './for-tests.ts'

const table = 'res_flex'

/** Half a day at the long table for 15, a day for 25. */
async function withPrices({ storage }: TestSpace): Promise<void> {
  await storage.transaction(async (tx) => {
    const rates = await tx.selectFrom('rate').select(['id', 'body']).execute()
    const { id, body } = must(
      rates.find((one) => one.body.includes(table)),
      'the sample prices it',
    )
    const prices = { hourMinor: 500, halfDayMinor: 1500, dayMinor: 2500 }
    const changed = JSON.stringify({ ...JSON.parse(body), ...prices })
    await tx.updateTable('rate').set({ body: changed }).where('id', '=', id).execute()
  })
}

onEachEngine('day prices', (makeDatabase) => {
  test('[BILLING-22] [D-20] a half-day for 15, and another booking for the afternoon: the bill says 25 for the day, not 30', () =>
    inTestSpace(makeDatabase, now, async (space) => {
      await withPrices(space)
      const before = (await draftOf(space)).total.amountMinor
      const morning = await booked(space, 480, 780, table)
      expect((await draftOf(space)).total.amountMinor - before).toBe(1500)
      await booked(space, 780, 1200, table)
      const draft = await draftOf(space)
      expect(draft.total.amountMinor - before).toBe(2500)
      const ofDay = draft.lines.filter(({ about, on }) => about.kind === 'day' && on === thursday)
      expect(ofDay).toMatchObject([
        { amount: { amountMinor: -500 }, about: { bookings: 2, together: { amountMinor: 2500 } } },
      ])
      // The device works out the same, and the bill that is issued is what both showed.
      expect(await ownNextBill(space, 'mem_hana', space.now)).toEqual(draft)
      await send(space, 'booking.cancel', { bookingId: morning }, 'mem_hana')
      expect((await draftOf(space)).total.amountMinor - before).toBe(1500)
      await booked(space, 480, 780, table)
      space.now = december
      const last = await draftOf(space)
      expect((await send(space, 'bills.issue', november)).kind).toBe('confirmed')
      await space.runJobs()
      const stories = await billsOfSite(space.storage.read, site, '2026-12-01', 500)
      const { bill } = must(
        stories.find((one) => one.bill.payerName === 'Hana Sato'),
        'hers is issued',
      )
      expect(bill.lines).toEqual(last.lines)
      expect(bill.total.amountMinor - before).toBe(2500)
    }))

  test('[BILLING-22] [BILLING-17] cancelled after the bill, the morning of a day for 25 gives back 10: the afternoon alone is 15', () =>
    inTestSpace(makeDatabase, now, async (space) => {
      await withPrices(space)
      const morning = await booked(space, 480, 780, table)
      await booked(space, 780, 1200, table)
      const draft = await draftOf(space)
      const { billing: settings } = (await catalogueOf(space)).site
      const issue = { kind: 'bills', siteId: site, drafts: [draft], settings } as const
      await space.settlement.act(async () => [{ ...issue, issuedOn: thursday }])
      await send(space, 'booking.cancel', { bookingId: morning }, 'mem_hana')
      const stories = await billsOfSite(space.storage.read, site, '2026-11-24', 500)
      const { bill, credits } = must(
        stories.find((one) => one.bill.lines.some(({ source }) => source === morning)),
        'it was issued',
      )
      expect(bill.lines).toEqual(draft.lines)
      expect(credits).toMatchObject([
        {
          total: { amountMinor: -1000 },
          lines: [{ amount: { amountMinor: -1500 } }, { amount: { amountMinor: 500 } }],
        },
      ])
      const ofTable = (await draftOf(space)).lines.filter(
        ({ about, on }) => about.kind === 'day' && on === thursday,
      )
      expect(ofTable).toEqual([])
    }))
})
