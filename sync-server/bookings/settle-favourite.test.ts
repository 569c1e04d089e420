import { expect, test } from 'vitest'
import { toId } from '../../domain/values/ids.ts'
import { toInstant } from '../../domain/values/instant.ts'
import { intentOf, openTestSpace, sampleAt } from '../settlement/for-tests.ts'
import { favouritesOfMembers } from '../storage/favourites.ts'
import { onEachEngine } from '../storage/for-tests.ts'

const now = toInstant(Date.UTC(2026, 9, 5, 8, 0))

onEachEngine('favourites', (makeDatabase) => {
  test('[USUAL-04] [B-41] a mark is kept for its member, in the order of marking, and taken away again', async () => {
    const database = await makeDatabase(sampleAt(now))
    try {
      const space = await openTestSpace(await database.open(), now)
      const mark = async (resource: string, isFavourite: boolean) => {
        const siteId = toId('site', 'sit_harbour-loft')
        const resourceId = toId('resource', resource)
        const body = { siteId, resourceId, isFavourite }
        const wish = intentOf(space.now, 'favourite.set', body)
        await space.send('mem_hana', wish)
        return (await space.outcomeOf(wish)).outcome.kind
      }
      const known = async () =>
        (await favouritesOfMembers(space.storage.read, ['mem_hana', 'mem_dev'])).get('mem_hana')
      expect(await mark('res_room-anchor', true)).toBe('confirmed')
      expect(await mark('res_room-anchor', true)).toBe('confirmed')
      expect(await known()).toEqual(['res_room-anchor'])
      expect(await mark('res_nowhere', true)).toBe('refused')
      expect(await mark('res_room-anchor', false)).toBe('confirmed')
      expect(await mark('res_room-anchor', false)).toBe('confirmed')
      expect(await known()).toBeUndefined()
    } finally {
      await database.remove()
    }
  })
})
