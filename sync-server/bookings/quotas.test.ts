import { expect, test } from 'vitest'
import { toInstant } from '../../domain/values/instant.ts'
import { addDays, mondayOf, toLocalDate } from '../../domain/values/local-date.ts'
import { inTestSpace, type TestSpace } from '../settlement/for-tests.ts'
import { onEachEngine } from '../storage/for-tests.ts'
import type { Storage } from '../storage/storage.ts'

const now = toInstant(Date.UTC(2026, 10, 24, 8, 0))
/** A day beyond the sample's bookings and within every limit. */
const quietDay = addDays(mondayOf(toLocalDate('2026-11-24')), 21)

onEachEngine('quotas of a membership', (makeDatabase) => {
  const inSpace = (work: (space: TestSpace) => Promise<void>) =>
    inTestSpace(makeDatabase, now, work)

  async function setQuotas(storage: Storage, quotas: readonly object[]): Promise<void> {
    await storage.transaction(async (tx) => {
      const hotDesk = tx
        .selectFrom('tier')
        .where('id', '=', 'tie_hot-desk')
        .where('site_id', '=', 'sit_harbour-loft')
      const { body } = await hotDesk.select('body').executeTakeFirstOrThrow()
      await tx
        .updateTable('tier')
        .set({ body: JSON.stringify({ ...JSON.parse(body), quotas }) })
        .where('id', '=', 'tie_hot-desk')
        .where('site_id', '=', 'sit_harbour-loft')
        .execute()
    })
  }

  const twoHoursOfRooms = {
    ...{ id: 'q', kinds: ['meeting-room'], per: 'day', unit: 'minutes', max: 120 },
  }

  test('[D-28] [B-26] two hours of rooms a day are two hours, whatever else is booked that day', () =>
    inSpace(async (space) => {
      await setQuotas(space.storage, [twoHoursOfRooms])
      const ask = async (resource: string, from: number, until: number) => {
        const intent = await space.request('mem_hana', resource, quietDay, from, until)
        await space.send('mem_hana', intent)
        return (await space.outcomeOf(intent)).outcome
      }
      expect(await ask('res_desk-14', 540, 1020)).toMatchObject({ kind: 'confirmed' })
      expect(await ask('res_room-anchor', 540, 630)).toMatchObject({ kind: 'confirmed' })
      expect(await ask('res_room-beacon', 660, 705)).toMatchObject({
        kind: 'refused',
        refusal: { reason: 'quota', limit: 120, quota: { per: 'day', unit: 'minutes', used: 90 } },
        alternatives: [],
      })
      expect(await ask('res_room-beacon', 660, 690)).toMatchObject({ kind: 'confirmed' })
      expect(await ask('res_desk-15', 540, 1020)).toMatchObject({ kind: 'confirmed' })
    }))

  test('[D-28] wishes that arrive together are counted one after the other, and those of others not at all', () =>
    inSpace(async (space) => {
      await setQuotas(space.storage, [twoHoursOfRooms])
      const wishes = [
        await space.request('mem_hana', 'res_room-anchor', quietDay, 540, 630),
        await space.request('mem_hana', 'res_room-beacon', quietDay, 540, 630),
        await space.request('mem_felix', 'res_room-drift', quietDay, 540, 630),
      ] as const
      await space.send('mem_hana', wishes[0])
      await space.send('mem_hana', wishes[1])
      await space.send('mem_felix', wishes[2])
      expect(await space.settlement.settleWaiting()).toBe(3)
      const outcomes = []
      for (const wish of wishes) outcomes.push((await space.outcomeOf(wish)).outcome)
      expect(outcomes).toMatchObject([
        { kind: 'confirmed' },
        { kind: 'refused', refusal: { reason: 'quota' } },
        { kind: 'confirmed' },
      ])
    }))

  test('[D-23] what was used this month counts when it is over', () =>
    inSpace(async (space) => {
      const quota = { id: 'q', kinds: ['phone-booth'], per: 'month', unit: 'bookings', max: 1 }
      await setQuotas(space.storage, [quota])
      const tuesday = toLocalDate('2026-11-24')
      const first = await space.request('mem_milo', 'res_booth-1', tuesday, 660, 675)
      await space.send('mem_milo', first)
      expect((await space.outcomeOf(first)).outcome).toMatchObject({ kind: 'confirmed' })
      space.now = toInstant(Date.UTC(2026, 10, 27, 8, 0))
      const second = await space.request('mem_milo', 'res_booth-1', addDays(tuesday, 4), 600, 630)
      await space.send('mem_milo', second)
      expect((await space.outcomeOf(second)).outcome).toMatchObject({
        refusal: { reason: 'quota', quota: { per: 'month', used: 1 } },
      })
      const december = await space.request('mem_milo', 'res_booth-1', addDays(tuesday, 7), 600, 630)
      await space.send('mem_milo', december)
      expect((await space.outcomeOf(december)).outcome).toMatchObject({ kind: 'confirmed' })
    }))
})
