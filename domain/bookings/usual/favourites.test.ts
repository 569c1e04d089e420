import { expect, test } from 'vitest'
import { type ResourceId, toId } from '../../values/ids.ts'
import { limits } from '../../values/limits.ts'
import { desk1, desk2, harbour, room, span, wish } from '../for-tests.ts'
import type { Intent } from '../wishes/intent.ts'
import { checkFavourite, favouritesFirst, favouritesOf } from './favourites.ts'

function mark(resourceId: ResourceId, isFavourite: boolean, seq: number): Intent<'favourite.set'> {
  const { body, ...envelope } = wish(desk1, span('2026-11-26', 540, 780))
  const siteId = harbour.site.id
  return { ...envelope, kind: 'favourite.set', seq, body: { siteId, resourceId, isFavourite } }
}

test('[USUAL-04] [B-41] marks not settled yet are laid over what the space knows, the last one made counts', () => {
  expect(favouritesOf([room.id], [mark(desk1.id, true, 1)])).toEqual([room.id, desk1.id])
  const both = [mark(desk1.id, false, 2), mark(desk1.id, true, 1)]
  expect(favouritesOf([room.id], both)).toEqual([room.id])
  expect(favouritesOf([desk1.id, room.id], [mark(desk1.id, true, 3)])).toEqual([desk1.id, room.id])
})

test('[USUAL-05] as many as can be looked over may be marked, and a mark can always go', () => {
  const full = Array.from({ length: limits.favouritesMax }, (_, index) =>
    toId('resource', `res_${index}`),
  )
  const asked = mark(desk2.id, true, 1).body
  expect(checkFavourite(asked, full, true)).toEqual({
    reason: 'too-many-favourites',
    max: limits.favouritesMax,
  })
  expect(checkFavourite(asked, full.slice(1), true)).toBeNull()
  expect(checkFavourite({ ...asked, isFavourite: false }, full, false)).toBeNull()
})

test('[USUAL-05] a place that is not there cannot be marked', () => {
  expect(checkFavourite(mark(desk1.id, true, 1).body, [], false)).toEqual({
    reason: 'unknown-resource',
  })
})

test('[USUAL-06] what is marked comes first, then what was used, each place once', () => {
  expect(favouritesFirst([room.id, desk2.id], [desk2.id, desk1.id])).toEqual([
    room.id,
    desk2.id,
    desk1.id,
  ])
})
