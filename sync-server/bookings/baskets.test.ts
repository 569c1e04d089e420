import { expect, test } from 'vitest'
import type { BasketItem } from '../../domain/bookings/wishes/basket-wish.ts'
import { toId } from '../../domain/values/ids.ts'
import { toInstant } from '../../domain/values/instant.ts'
import { toLocalDate } from '../../domain/values/local-date.ts'
import { money } from '../../domain/values/money.ts'
import { inTestSpace, intentOf, type TestSpace } from '../settlement/for-tests.ts'
import { onEachEngine } from '../storage/for-tests.ts'

const now = toInstant(Date.UTC(2026, 9, 5, 8, 0))
const day = toLocalDate('2026-10-14')
const lunch = { extraId: toId('extra', 'ext_lunch'), count: 2 }

async function itemOf(space: TestSpace, resource: string, extras: BasketItem['extras'] = []) {
  const { body } = await space.request('', resource, day, 1080, 1140)
  const { choice } = body as { readonly choice: BasketItem['choice'] }
  const alone = { choice, people: 1, guests: [], extras, payWith: 'personal' } as const
  return { ...alone, quote: money(0, 'EUR') }
}

async function basketOf(space: TestSpace, places: readonly string[], extras = [lunch]) {
  const items: BasketItem[] = []
  for (const place of places) {
    items.push(await itemOf(space, place, items.length === 0 ? extras : []))
  }
  const body = { siteId: toId('site', 'sit_harbour-loft'), items, note: '', ceiling: null }
  return intentOf(space.now, 'basket.request', { ...body, quote: money(1_000_000, 'EUR') })
}

onEachEngine('baskets', (makeDatabase) => {
  const inSpace = (work: (space: TestSpace) => Promise<void>) =>
    inTestSpace(makeDatabase, now, work)

  async function statesOf(space: TestSpace, intentId: string) {
    const rows = await space.storage.read
      .selectFrom('booking')
      .select(['resource_id', 'state'])
      .where('intent_id', '=', intentId)
      .orderBy('id')
      .execute()
    return rows.map(({ resource_id, state }) => `${resource_id} ${state}`)
  }

  test('[BASKETS-01] [B-33] baskets that arrive together leave all or nothing, in order of arrival', () =>
    inSpace(async (space) => {
      const rooms = ['res_room-anchor', 'res_projector', 'res_room-beacon']
      const first = await basketOf(space, rooms)
      const second = await basketOf(space, ['res_projector', 'res_room-anchor'], [])
      const third = await basketOf(space, ['res_projector', 'res_room-drift'], [])
      const fourth = await basketOf(space, ['res_room-ebb', 'res_projector'])
      for (const [member, intent] of [
        ['mem_hana', first],
        ['mem_dev', second],
        ['mem_dev', third],
        ['mem_ola', fourth],
      ] as const) {
        await space.send(member, intent)
      }
      expect((await space.outcomeOf(first)).outcome.kind).toBe('basket')
      expect((await space.outcomeOf(second)).outcome).toMatchObject({
        refusal: { reason: 'basket-item', item: 1, name: 'Anchor', refusal: { reason: 'booked' } },
      })
      expect((await space.outcomeOf(third)).outcome.kind).toBe('basket')
      // Both projectors are gone by now.
      expect((await space.outcomeOf(fourth)).outcome).toMatchObject({
        refusal: { reason: 'basket-item', item: 1, refusal: { reason: 'pool-full' } },
      })
      const booked = [first, second, third, fourth].map(({ id }) => statesOf(space, id))
      expect((await Promise.all(booked)).map((states) => states.length)).toEqual([3, 0, 2, 0])
    }))

  test('[BASKETS-06] given back by its member as one, and by nobody else', () =>
    inSpace(async (space) => {
      const wish = await basketOf(space, ['res_room-anchor', 'res_projector'])
      await space.send('mem_hana', wish)
      const { outcome } = await space.outcomeOf(wish)
      if (outcome.kind !== 'basket') throw new Error(outcome.kind)
      const body = {
        basketId: outcome.basketId,
        bookingIds: outcome.bookings.map(({ bookingId }) => bookingId),
      }
      const stranger = intentOf(space.now, 'basket.cancel', body)
      await space.send('mem_dev', stranger)
      expect((await space.outcomeOf(stranger)).outcome).toMatchObject({
        refusal: { reason: 'unknown-basket' },
      })
      const own = intentOf(space.now, 'basket.cancel', body)
      await space.send('mem_hana', own)
      expect((await space.outcomeOf(own)).outcome.kind).toBe('confirmed')
      expect(await statesOf(space, wish.id)).toEqual([
        'res_room-anchor cancelled',
        'res_projector cancelled',
      ])
    }))
})
