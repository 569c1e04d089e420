import { expect, test } from 'vitest'
import { toInstant } from '../../domain/values/instant.ts'
import { addDays, mondayOf, toLocalDate } from '../../domain/values/local-date.ts'
import { openTestSpace, sampleAt } from '../settlement/for-tests.ts'
import { onEachEngine } from '../storage/for-tests.ts'

const now = toInstant(Date.UTC(2026, 10, 24, 8, 0))
/** A day beyond the sample's bookings and within every limit. */
const quietDay = addDays(mondayOf(toLocalDate('2026-11-24')), 21)

onEachEngine('wishes on the plan', (makeDatabase) => {
  async function outcomeOfSecondWish(more: object) {
    const database = await makeDatabase(sampleAt(now))
    try {
      const space = await openTestSpace(await database.open(), now)
      const first = await space.request('mem_hana', 'res_desk-14', quietDay, 540, 1020)
      const second = await space.request('mem_anton', 'res_desk-14', quietDay, 540, 1020, more)
      await space.send('mem_hana', first)
      await space.send('mem_anton', second)
      const { outcome } = await space.outcomeOf(second)
      const booked = await space.storage.read
        .selectFrom('booking')
        .select('resource_id')
        .where('intent_id', '=', second.id)
        .executeTakeFirst()
      return { outcome, bookedId: booked?.resource_id ?? null }
    } finally {
      await database.remove()
    }
  }

  test('[L-15] what is offered instead of a taken desk is what stands nearest to it on the plan', async () => {
    const { outcome } = await outcomeOfSecondWish({})
    const offered = 'alternatives' in outcome ? outcome.alternatives : []
    expect(offered.map((one) => one.choice.resourceId)).toEqual([
      'res_desk-16',
      'res_desk-13',
      'res_desk-15',
    ])
  })

  test('the closest free desk is the one across the bench', async () => {
    const { outcome, bookedId } = await outcomeOfSecondWish({ takeNearest: true })
    expect(outcome).toMatchObject({ kind: 'confirmed', choice: 'nearest' })
    expect(bookedId).toBe('res_desk-16')
  })
})
