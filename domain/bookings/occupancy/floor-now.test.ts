import { expect, test } from 'vitest'
import { toId } from '../../values/ids.ts'
import { toLocalDate } from '../../values/local-date.ts'
import { at, desk1, harbour, pool, room, span, taken } from '../for-tests.ts'
import { countFree, type PlaceNow, placesNow, turnsAt } from './floor-now.ts'
import type { Occupied } from './occupancy.ts'

const today = toLocalDate('2026-11-26')

function places(occupied: readonly Occupied[], minute: number): ReadonlyMap<string, PlaceNow> {
  const now = at('2026-11-26', minute)
  const found = placesNow(harbour, desk1.floorId, today, occupied, now)
  return new Map(found.map((one) => [one.resource.id, one]))
}

test('[F-13] a place is free until it is taken, and taken until it is free again', () => {
  const booked = [taken(room, span('2026-11-26', 600, 660))]
  const before = places(booked, 570).get(room.id)
  expect(before).toMatchObject({ state: 'available', free: 1 })
  expect(before && turnsAt(before)).toBeLessThanOrEqual(at('2026-11-26', 600))
  const meanwhile = places(booked, 610).get(room.id)
  expect(meanwhile).toMatchObject({ state: 'booked', free: 0 })
  expect(meanwhile && turnsAt(meanwhile)).toBeGreaterThanOrEqual(at('2026-11-26', 660))
})

test('[F-13] of a pool what is left is counted, and what nobody can book is not free', () => {
  const booked = [taken(pool, span('2026-11-26', 600, 660), 1)]
  const found = places(booked, 610)
  const units = pool.mode.kind === 'pool' ? pool.mode.units : 1
  expect(found.get(pool.id)).toMatchObject({ state: 'available', free: units - 1 })
  const held = [...found.values()].filter(({ resource }) => resource.mode.kind === 'assigned')
  expect(held.map(({ state, free }) => [state, free])).toEqual([['closed', 0]])
})

test('[F-13] what is out of use says so', () => {
  const works = [taken(desk1, span('2026-11-26', 0, 1440), 1, 'blocked')]
  expect(places(works, 610).get(desk1.id)).toMatchObject({ state: 'blocked', free: 0 })
})

test('[F-13] the halves of a hall that is free as a whole are counted with it, else for themselves', () => {
  const hall = { ...room, id: toId('resource', 'res_hall') }
  const half = (name: string) => ({ ...room, id: toId('resource', name), partOf: hall.id })
  const place = (resource: typeof room, free: number): PlaceNow => ({
    ...{ resource, free, taken: [], spans: [] },
    state: free > 0 ? 'available' : 'booked',
  })
  const halves = [place(half('res_north'), 1), place(half('res_south'), 1)]
  expect(countFree([place(hall, 1), ...halves])).toBe(1)
  expect(countFree([place(hall, 0), ...halves])).toBe(2)
})
