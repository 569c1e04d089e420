import { expect, test } from 'vitest'
import { toInstant } from '../../domain/values/instant.ts'
import { toLocalDate } from '../../domain/values/local-date.ts'
import { intentOf, openTestSpace, sampleAt } from '../settlement/for-tests.ts'
import { onEachEngine } from '../storage/for-tests.ts'

const now = toInstant(Date.UTC(2026, 10, 24, 8, 0))
const whose = { siteId: 'sit_harbour-loft', resourceId: 'res_desk-33' }
const away = { ...whose, from: '2026-12-14', until: '2026-12-15' }

onEachEngine('days away', (makeDatabase) => {
  test('[D-29] [B-37] Dev lets others have his desk, ends it, and what was booked stands', async () => {
    const database = await makeDatabase(sampleAt(now))
    try {
      const space = await openTestSpace(await database.open(), now)
      const say = async (member: string, kind: 'absence.declare' | 'absence.end', body: object) => {
        const intent = intentOf(space.now, kind, body)
        await space.send(member, intent)
        return (await space.outcomeOf(intent)).outcome
      }
      const ask = async (date: string, from: number, until: number) => {
        const on = toLocalDate(date)
        const intent = await space.request('mem_hana', 'res_desk-33', on, from, until)
        await space.send('mem_hana', intent)
        return (await space.outcomeOf(intent)).outcome
      }
      expect(await ask('2026-12-14', 540, 780)).toMatchObject({ refusal: { reason: 'assigned' } })
      expect(await say('mem_hana', 'absence.declare', away)).toMatchObject({
        refusal: { reason: 'not-allowed' },
      })
      expect(await say('mem_dev', 'absence.declare', away)).toMatchObject({ kind: 'confirmed' })
      expect(await say('mem_dev', 'absence.declare', away)).toMatchObject({
        refusal: { reason: 'already-away' },
      })
      expect(await ask('2026-12-14', 540, 780)).toMatchObject({
        kind: 'confirmed',
        price: { amountMinor: 1600 },
      })
      expect(await ask('2026-12-16', 540, 780)).toMatchObject({ refusal: { reason: 'assigned' } })
      const { from } = away
      expect(await say('mem_dev', 'absence.end', { ...whose, from })).toMatchObject({
        kind: 'confirmed',
      })
      expect(await ask('2026-12-15', 540, 780)).toMatchObject({ refusal: { reason: 'assigned' } })
      const booked = await space.storage.read
        .selectFrom('booking')
        .select('state')
        .where('resource_id', '=', 'res_desk-33')
        .execute()
      expect(booked).toEqual([{ state: 'confirmed' }])
      const trail = await space.storage.read.selectFrom('audit').select('command').execute()
      expect(trail.map(({ command }) => command)).toEqual(['absence.declare', 'absence.end'])
      expect(space.log).toEqual([])
    } finally {
      await database.remove()
    }
  })

  test('[ABSENCES-05] the catalogue tells the days, and not whose desk it is', async () => {
    const database = await makeDatabase(sampleAt(now))
    try {
      const space = await openTestSpace(await database.open(), now)
      const intent = intentOf(space.now, 'absence.declare', away)
      await space.send('mem_dev', intent)
      await space.outcomeOf(intent)
      const row = await space.storage.read
        .selectFrom('resource')
        .select('body')
        .where('id', '=', 'res_desk-33')
        .executeTakeFirstOrThrow()
      expect(JSON.parse(row.body).absences).toEqual([{ from: away.from, until: away.until }])
      expect(row.body).not.toMatch(/mem_|Dev/)
    } finally {
      await database.remove()
    }
  })
})
