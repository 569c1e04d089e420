import { expect, test } from 'vitest'
import { periodOf } from '../../domain/billing/billing-period.ts'
import { must } from '../../domain/values/assert.ts'
import { toInstant } from '../../domain/values/instant.ts'
import { toLocalDate } from '../../domain/values/local-date.ts'
import { inTestSpace } from '../settlement/for-tests.ts'
import { onEachEngine } from '../storage/for-tests.ts'
import { billsOfSite } from '../storage/load-bills.ts'
import {
  booked,
  catalogueOf,
  draftOf,
  now,
  ownNextBill,
  send,
  site,
  thursday,
} from './for-tests.ts'

onEachEngine('credit notes that make themselves', (makeDatabase) => {
  test('[BILLING-17] [B-17] cancelled after it was billed, a credit note makes itself, and nothing of it waits for the next bill', async () => {
    await inTestSpace(makeDatabase, now, async (space) => {
      const bookingId = await booked(space, 600, 720)
      const draft = await draftOf(space)
      const morning = toInstant(Date.UTC(2026, 10, 24, 9))
      const { site: here } = await catalogueOf(space)
      await space.settlement.act(async () => [
        {
          ...{
            kind: 'bills',
            siteId: site,
            drafts: [{ ...draft, period: periodOf(1, toLocalDate('2026-12-01')) }],
          },
          ...{ settings: here.billing, issuedOn: thursday },
        },
      ])
      space.now = morning
      await send(space, 'booking.cancel', { bookingId }, 'mem_hana')
      const stories = await billsOfSite(space.storage.read, site, '2026-11-24', 500)
      const billed = must(
        stories.find(({ bill }) => bill.lines.some(({ source }) => source === bookingId)),
        'it was issued',
      )
      expect(billed.credits).toMatchObject([
        { number: 'HL-C-2026-0001', total: { amountMinor: -4400 }, lines: [{ source: bookingId }] },
      ])
      expect((await draftOf(space)).lines.some(({ source }) => source === bookingId)).toBe(false)
      const own = must(await ownNextBill(space, 'mem_hana', space.now), 'it bills')
      expect(own.lines.some(({ source }) => source === bookingId)).toBe(false)
    })
  })
})
