import { expect, test } from 'vitest'
import { desk1, pool, room } from '../bookings/for-tests.ts'
import { hall, halls, north } from '../bookings/links/for-tests.ts'
import { toId } from '../values/ids.ts'
import { linkProblems } from './link-problems.ts'

test('[LINKS-06] a place is no part of itself, of its own parts, of nothing, of a pool or of another floor', () => {
  const codes = (resource: typeof hall) => linkProblems(resource, halls).map(({ code }) => code)
  const anchor = { ...room, partOf: hall.id }
  expect(codes({ ...hall, partOf: null })).toEqual([])
  expect(codes({ ...hall, partOf: hall.id })).toEqual(['circle'])
  expect(codes({ ...hall, partOf: north.id })).toEqual(['circle'])
  expect(codes({ ...anchor, partOf: toId('resource', 'res_gone') })).toEqual(['unknown-place'])
  expect(codes({ ...desk1, partOf: pool.id })).toEqual(['not-one-by-one'])
  expect(codes({ ...anchor, mode: { kind: 'assigned' } })).toEqual(['not-one-by-one'])
  expect(codes({ ...anchor, floorId: toId('floor', 'flr_attic') })).toEqual(['other-floor'])
  expect(codes(anchor)).toEqual([])
  expect(codes({ ...anchor, partOf: north.id })).toEqual([])
})
