import { expect, test } from 'vitest'
import type { AnyIntent } from '../../domain/bookings/wishes/intent.ts'
import { must } from '../../domain/values/assert.ts'
import { fingerprint } from '../../domain/values/fingerprint.ts'
import { toInstant } from '../../domain/values/instant.ts'
import { toLocalDate } from '../../domain/values/local-date.ts'
import { intentOf, openTestSpace, sampleAt } from '../settlement/for-tests.ts'
import { loadActor } from '../settlement/load-actor.ts'
import { onEachEngine } from '../storage/for-tests.ts'
import { loadCatalogue } from '../storage/load-catalogue.ts'

const now = toInstant(Date.UTC(2026, 9, 5, 8, 0))
const day = toLocalDate('2026-10-14')

onEachEngine('house rules', (makeDatabase) => {
  test('[HOUSE-RULES-01] [HOUSE-RULES-06] [A-10] [D-57] a new version is asked for once, and a yes sent with a wish comes before it', async () => {
    const database = await makeDatabase(sampleAt(now))
    try {
      const space = await openTestSpace(await database.open(), now)
      const { read } = space.storage
      const settle = async (member: string, intent: AnyIntent) => {
        await space.send(member, intent)
        return (await space.outcomeOf(intent)).outcome
      }
      const desk = (from: number) => space.request('', 'res_desk-01', day, from, from + 60)
      expect((await settle('mem_hana', await desk(540))).kind).toBe('confirmed')
      const { site } = must(await loadCatalogue(read, 'sit_harbour-loft'), 'the sample')
      const body = {
        ...{ siteId: site.id, basedOn: fingerprint(site.houseRules) },
        ...{ text: 'Be kind.', takesEffectOn: '2026-10-05' },
      }
      const saved = await settle('mem_mara', intentOf(now, 'house-rules.save', body))
      expect(saved.kind).toBe('confirmed')
      expect(await settle('mem_hana', await desk(660))).toMatchObject({
        refusal: { reason: 'rules-not-accepted' },
      })
      const yes = intentOf(now, 'rules.accept', { siteId: site.id, version: 2 })
      const wish = await desk(780)
      await space.send('mem_hana', yes)
      await space.send('mem_hana', wish)
      expect((await space.outcomeOf(wish)).outcome.kind).toBe('confirmed')
      const hana = must(await loadActor(read, 'mem_hana'), 'Hana')
      expect(hana.consents.map((one) => [one.version, one.device])).toEqual([
        [1, 'dev_sample'],
        [2, yes.device],
      ])
    } finally {
      await database.remove()
    }
  })
})
