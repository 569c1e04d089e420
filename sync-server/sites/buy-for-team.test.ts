import { expect, test } from 'vitest'
import { must } from '../../domain/values/assert.ts'
import { lotIdOf } from '../../domain/values/ids.ts'
import { toInstant } from '../../domain/values/instant.ts'
import { inTestSpace, intentOf } from '../settlement/for-tests.ts'
import { makeSqlite } from '../storage/for-tests.ts'
import { loadSite } from '../storage/load-catalogue.ts'
import { findLot } from '../storage/load-lots.ts'

const now = toInstant(Date.UTC(2026, 10, 24, 8, 0))
const siteId = 'sit_harbour-loft'

test('[LOTS-22] [D-27] whoever manages a team buys a pass for it, and the team owes it; nobody else does', async () => {
  await inTestSpace(makeSqlite, now, async (space) => {
    const { storage } = space
    const team = await storage.read
      .selectFrom('team')
      .select('manager_id')
      .where('id', '=', 'tea_north')
      .executeTakeFirstOrThrow()
    const site = must(await loadSite(storage.read, siteId), 'the sample is there')
    const offer = must(site.passes.offers[0], 'it sells passes')
    const wish = () =>
      intentOf(space.now, 'pass.request', {
        ...{ siteId, passId: offer.id, forTeamId: 'tea_north' },
        quote: { amountMinor: offer.priceMinor, currency: site.currency },
      })
    const denied = wish()
    await space.send('mem_hana', denied)
    expect((await space.outcomeOf(denied)).outcome).toMatchObject({
      refusal: { reason: 'not-allowed' },
    })
    const bought = wish()
    await space.send(team.manager_id, bought)
    expect((await space.outcomeOf(bought)).outcome.kind).toBe('confirmed')
    const lot = await findLot(storage.read, lotIdOf(bought.id))
    expect(lot?.holder).toEqual({ kind: 'team', teamId: 'tea_north' })
    const owed = storage.read
      .selectFrom('ledger_entry')
      .select('amount_minor')
      .where('account', '=', 'unbilled:tea_north')
      .where('subject', '=', lotIdOf(bought.id))
    expect(Number((await owed.executeTakeFirst())?.amount_minor)).toBe(offer.priceMinor)
  })
})
