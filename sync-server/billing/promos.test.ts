import { expect, test } from 'vitest'
import type { PromoGift } from '../../domain/sites/promo.ts'
import { must } from '../../domain/values/assert.ts'
import { inTestSpace, intentOf, type TestSpace } from '../settlement/for-tests.ts'
import { onEachEngine } from '../storage/for-tests.ts'
import { billsOfPayers } from '../storage/load-bills.ts'
import { promosOfSite } from '../storage/load-promos.ts'
import { december, draftOf, november, now, ownNextBill, send, site } from './for-tests.ts'

const tenOff: PromoGift = {
  ...{ kind: 'percent', basisPoints: 1000, off: ['membership'], bills: 1 },
}

function made(space: TestSpace, gift: PromoGift, more: object = {}) {
  const promo = {
    ...{ id: 'bki_promo-1', code: 'Welcome 10', name: 'Welcome', gift, tierIds: [], teamIds: [] },
    ...{ domains: [], isFirstTime: false, from: null, until: null, usesMax: null },
    ...{ isPaused: false, ...more },
  }
  return send(space, 'promo.save', { siteId: site, promo })
}

onEachEngine('promo codes', (makeDatabase) => {
  test('[PROMO-03] [P-06] redeemed, it is on the next bill as the device works it out, and on the one that is issued', async () => {
    await inTestSpace(makeDatabase, now, async (space) => {
      expect((await made(space, tenOff)).kind).toBe('confirmed')
      const before = (await draftOf(space)).total.amountMinor
      const code = { siteId: site, code: 'welcome10' }
      expect((await send(space, 'promo.redeem', code, 'mem_hana')).kind).toBe('confirmed')
      const draft = await draftOf(space)
      expect(draft.total.amountMinor).toBe(before - 1490)
      expect(await ownNextBill(space, 'mem_hana', space.now)).toEqual(draft)
      expect(await send(space, 'promo.redeem', code, 'mem_hana')).toMatchObject({
        refusal: { reason: 'promo-redeemed' },
      })
      space.now = december
      await send(space, 'bills.issue', november)
      await space.runJobs()
      const [story] = await billsOfPayers(space.storage.read, ['mem_hana'], '2026-12-01')
      expect(must(story, 'it was issued').bill.total).toEqual(draft.total)
    })
  })

  test('[PROMO-04] [D-51] of eleven who redeem a code for ten at once, ten get it', async () => {
    await inTestSpace(makeDatabase, now, async (space) => {
      await made(space, tenOff, { usesMax: 10 })
      const members = await space.storage.read
        .selectFrom('member_site')
        .select('member_id')
        .where('site_id', '=', site)
        .orderBy('member_id')
        .limit(11)
        .execute()
      const wishes = members.map(({ member_id }) => ({
        member_id,
        wish: intentOf(space.now, 'promo.redeem', { siteId: site, code: 'WELCOME10' }),
      }))
      for (const { member_id, wish } of wishes) await space.send(member_id, wish)
      const outcomes: string[] = []
      for (const { wish } of wishes) {
        const { outcome } = await space.outcomeOf(wish)
        outcomes.push(outcome.kind === 'refused' ? outcome.refusal.reason : outcome.kind)
      }
      expect(outcomes.sort()).toEqual([...Array(10).fill('confirmed'), 'no-promo'])
      const promos = await promosOfSite(space.storage.read, site)
      const made10 = promos.find(({ code }) => code === 'WELCOME10')
      const { id, uses } = must(made10, 'it was made')
      expect(uses).toBe(10)
      const forged = space.storage.transaction((tx) =>
        tx
          .insertInto('promo_redemption')
          .values({ id: 'x', promo_id: id, site_id: site, member_id: 'mem_x', body: '{}' })
          .execute(),
      )
      await expect(forged).rejects.toThrow('no more often')
    })
  })

  test('[PROMO-05] time to book with comes as a pass that is the member’s', async () => {
    await inTestSpace(makeDatabase, now, async (space) => {
      await made(space, { kind: 'time', minutes: 120, kinds: ['meeting-room'], validDays: 30 })
      await send(space, 'promo.redeem', { siteId: site, code: 'WELCOME10' }, 'mem_hana')
      const lots = space.storage.read.selectFrom('lot').select('body')
      const [lot] = await lots.where('member_id', '=', 'mem_hana').execute()
      expect(JSON.parse(must(lot, 'it was given').body)).toMatchObject({
        ...{ name: 'Welcome', amount: 120, unit: 'minutes', source: 'gift' },
      })
    })
  })

  test('[PROMO-01] members make no codes, and who guesses learns nothing any more', async () => {
    await inTestSpace(makeDatabase, now, async (space) => {
      await made(space, tenOff)
      const promo = { id: 'bki_promo-2' }
      const forged = await send(space, 'promo.save', { siteId: site, promo }, 'mem_hana')
      expect(forged.kind).toBe('refused')
      for (let guess = 0; guess < 10; guess += 1) {
        await send(space, 'promo.redeem', { siteId: site, code: `GUESS${guess}` }, 'mem_hana')
      }
      const right = { siteId: site, code: 'WELCOME10' }
      expect(await send(space, 'promo.redeem', right, 'mem_hana')).toMatchObject({
        refusal: { reason: 'no-promo' },
      })
    })
  })
})
