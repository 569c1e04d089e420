import { expect, test } from 'vitest'
import type { Floor } from '../../domain/sites/site.ts'
import { must } from '../../domain/values/assert.ts'
import { toId } from '../../domain/values/ids.ts'
import { loft } from './for-tests.ts'
import { floorShown } from './plan-floor.ts'

const first = must(loft.site.floors[0], 'the loft has a floor')
const attic: Floor = { ...first, id: toId('floor', 'flr_attic'), name: 'Attic' }

test('the chosen floor is shown while the location has it, and then its first', () => {
  expect(floorShown([first, attic], null, first)).toEqual(first)
  expect(floorShown([first, attic], attic.id, first)).toEqual(attic)
  expect(floorShown([first], attic.id, attic)).toEqual(first)
})

test('a location that loses its last floor breaks no page that shows it: what was shown stays until the page has gone', () => {
  expect(floorShown([], null, first)).toEqual(first)
  expect(floorShown([], attic.id, attic)).toEqual(attic)
})
