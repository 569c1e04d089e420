import { expect, test } from 'vitest'
import { loftBilling } from '../../domain/seeds/harbour-loft/billing.ts'
import { must } from '../../domain/values/assert.ts'
import { inTestSpace } from '../settlement/for-tests.ts'
import { onEachEngine } from '../storage/for-tests.ts'
import { billsOfPayers } from '../storage/load-bills.ts'
import { december, draftOf, november, now, ownNextBill, send } from './for-tests.ts'

const company = {
  name: 'Sato Studio GmbH',
  address: 'Elbchaussee 1\n22765 Hamburg',
  taxId: 'DE 999 999 999',
  orderText: 'PO-4711',
}
const hana = { kind: 'member', memberId: 'mem_hana' }

onEachEngine('who bills are made out to', (makeDatabase) => {
  test('[BILLING-18] [P-01] [D-43] it stands on the next bill, and on what is issued whatever is said later', async () => {
    await inTestSpace(makeDatabase, now, async (space) => {
      const wish = { payer: hana, billTo: company }
      expect((await send(space, 'bill-to.save', wish, 'mem_hana')).kind).toBe('confirmed')
      const draft = await draftOf(space)
      expect(draft.billTo).toEqual(company)
      expect(await ownNextBill(space, 'mem_hana', space.now)).toEqual(draft)
      space.now = december
      await send(space, 'bills.issue', november)
      await space.runJobs()
      const nothing = { name: '', address: '', taxId: '', orderText: '' }
      await send(space, 'bill-to.save', { payer: hana, billTo: nothing }, 'mem_hana')
      const [story] = await billsOfPayers(space.storage.read, ['mem_hana'], '2026-12-01')
      expect(must(story, 'it was issued').bill.billTo).toEqual(company)
      expect((await draftOf(space)).billTo).toBeUndefined()
    })
  })

  test('[BILLING-19] [D-41] a tax number from abroad counts once the books have looked it up, until another is said', async () => {
    await inTestSpace(makeDatabase, now, async (space) => {
      const { note } = loftBilling.reverseCharge
      const abroad = { ...company, taxId: 'NL 0012 34567 B01' }
      const check = { siteId: 'sit_harbour-loft', payer: hana, taxId: abroad.taxId, isGood: true }
      const rates = async () =>
        new Set(
          (await draftOf(space)).lines.map(({ kind, basisPoints }) => `${kind} ${basisPoints}`),
        )
      expect(await send(space, 'tax-id.check', check, 'mem_hana')).toMatchObject({
        refusal: { reason: 'not-allowed' },
      })
      expect(await send(space, 'tax-id.check', check)).toMatchObject({
        refusal: { reason: 'unknown-payer' },
      })
      await send(space, 'bill-to.save', { payer: hana, billTo: abroad }, 'mem_hana')
      expect(await rates()).toContain('membership 1900')
      expect((await send(space, 'tax-id.check', check)).kind).toBe('confirmed')
      const draft = await draftOf(space)
      expect(await rates()).toContain('membership 0')
      expect(draft.reverseCharge).toBe(note)
      expect(await ownNextBill(space, 'mem_hana', space.now)).toEqual(draft)
      await send(space, 'bill-to.save', { payer: hana, billTo: company }, 'mem_hana')
      expect((await draftOf(space)).reverseCharge).toBeUndefined()
    })
  })

  test('[BILLING-18] nobody says it for another payer; whoever manages a team does for it', async () => {
    await inTestSpace(makeDatabase, now, async (space) => {
      const ofTeam = { payer: { kind: 'team', teamId: 'tea_north' }, billTo: company }
      for (const wish of [{ payer: hana, billTo: company }, ofTeam]) {
        expect(await send(space, 'bill-to.save', wish, 'mem_dev')).toMatchObject({
          refusal: { reason: 'not-allowed' },
        })
      }
      const team = await space.storage.read
        .selectFrom('team')
        .select('manager_id')
        .where('id', '=', 'tea_north')
        .executeTakeFirstOrThrow()
      expect((await send(space, 'bill-to.save', ofTeam, team.manager_id)).kind).toBe('confirmed')
      expect((await draftOf(space, 'tea_north')).billTo).toEqual(company)
    })
  })
})
