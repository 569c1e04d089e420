import { expect, test } from 'vitest'
import { toId } from '../values/ids.ts'
import { findAlternatives } from './alternatives.ts'
import { ada, at, desk1, desk2, harbour, noDistance, pool, span, taken } from './for-tests.ts'
import { emptyWallet } from './lots/lot.ts'

const morning = span('2026-11-26', 540, 780)
const asked = {
  catalogue: harbour,
  member: ada,
  resource: desk1,
  interval: morning,
  people: 1,
  ownTimes: [],
  now: at('2026-11-24', 540),
  distance: noDistance,
  wallet: emptyWallet,
}

function offered(more: Partial<Parameters<typeof findAlternatives>[0]>) {
  const input = { ...asked, occupied: [taken(desk1, morning)], ...more }
  return findAlternatives(input).map(({ choice }) => [
    choice.resourceId,
    choice.unit,
    choice.wall.start.minute,
  ])
}

test('[BOOKINGS-31] the nearest on the plan come first, then the same desk at the nearest other time', () => {
  const distance = (_from: string, to: string) => (to === pool.id ? 1 : 5)
  expect(offered({ distance })).toEqual([
    [pool.id, null, 540],
    [desk2.id, null, 540],
    [desk1.id, null, 300],
  ])
})

test('[BOOKINGS-31] without a plan the same zone comes first, then the name as people count', () => {
  const far = { ...desk2, id: toId('resource', 'res_desk-10'), name: 'Desk 10' }
  const other = { ...desk2, id: toId('resource', 'res_loft-1'), name: 'Desk 0', zoneName: 'Loft' }
  const catalogue = { ...harbour, resources: [other, far, desk1, desk2] }
  expect(offered({ catalogue }).map(([id]) => id)).toEqual([desk2.id, far.id, other.id])
})

test('[BOOKINGS-30] what is taken, closed or not for the member is not offered', () => {
  const full = [desk1, desk2].map((place) => taken(place, span('2026-11-26', 0, 1440)))
  const pools = [1, 2].map((unit) => taken(pool, span('2026-11-26', 0, 1440), unit))
  expect(offered({ occupied: [...full, ...pools] })).toEqual([])
  expect(offered({ member: { ...ada, tierId: null } })).toEqual([])
})

test('[BOOKINGS-14] [D-12] a pool that has the time in parts offers the parts first, each on its unit', () => {
  const occupied = [
    taken(pool, span('2026-11-26', 540, 600), 1),
    taken(pool, span('2026-11-26', 600, 660), 2),
  ]
  const wished = { resource: pool, interval: span('2026-11-26', 540, 660), occupied }
  expect(offered(wished)).toEqual([
    [pool.id, 2, 540],
    [pool.id, 1, 600],
    [desk1.id, null, 540],
  ])
})
