import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toId } from '../../domain/values/ids.ts'
import type { Placement } from './floor-plan.ts'
import { distanceToBox } from './geometry.ts'
import { hitTest, hitTestAll } from './hit-test.ts'
import { makeSpatialIndex } from './spatial-index.ts'

function place(name: string, x: number, y: number, more: Partial<Placement> = {}): Placement {
  return {
    resourceId: toId('resource', `res_${name}`),
    unit: null,
    shape: 'desk',
    x,
    y,
    width: 100,
    height: 100,
    rotation: 0,
    ...more,
  }
}

const one = place('one', 0, 0)
const two = place('two', 200, 0)
const pair = makeSpatialIndex([one, two])

test('a tap on a desk means that desk', () => {
  expect(hitTest(pair, { x: 40, y: 40 }, 24)).toBe(one)
})

test('a tap beside desks means the nearer one, if it is within reach', () => {
  expect(hitTest(pair, { x: 110, y: 0 }, 50)).toBe(two)
  expect(hitTest(pair, { x: 90, y: 0 }, 50)).toBe(one)
  expect(hitTest(pair, { x: 100, y: 0 }, 24)).toBeNull()
})

test('a desk in a bookable room is met before the room', () => {
  const hall = place('hall', 0, 0, { shape: 'room', width: 900, height: 900 })
  expect(hitTest(makeSpatialIndex([hall, one]), { x: 10, y: 10 }, 24)).toBe(one)
  expect(hitTest(makeSpatialIndex([hall, one]), { x: 300, y: 10 }, 24)).toBe(hall)
})

test('[F-01] a tap between two desks may mean either, the nearer one first', () => {
  expect(hitTestAll(pair, { x: 101, y: 0 }, 60, 6)).toEqual([two, one])
  expect(hitTestAll(pair, { x: 110, y: 0 }, 60, 6)).toEqual([two])
  expect(hitTestAll(pair, { x: 100, y: 0 }, 24, 6)).toEqual([])
})

test('a tap on a desk means that desk alone, but on the very edge of two', () => {
  const bench = makeSpatialIndex([one, place('next', 100, 0)])
  expect(hitTestAll(bench, { x: 40, y: 0 }, 24, 6)).toEqual([one])
  expect(hitTestAll(bench, { x: 49, y: 0 }, 24, 6)).toHaveLength(2)
})

test('a room is in no doubt with the desk inside of it, nor a table with itself', () => {
  const hall = place('hall', 0, 0, { shape: 'room', width: 900, height: 900 })
  expect(hitTestAll(makeSpatialIndex([hall, one]), { x: 10, y: 10 }, 24, 6)).toEqual([one])
  const seats = [place('table', 0, 0, { unit: 1 }), place('table', 100, 0, { unit: 2 })]
  expect(hitTestAll(makeSpatialIndex(seats), { x: 50, y: 0 }, 24, 6)).toHaveLength(1)
})

test('nothing is met where nothing is', () => {
  expect(hitTest(makeSpatialIndex<Placement>([]), { x: 0, y: 0 }, 1000)).toBeNull()
})

test('the index gives what a look at every desk gives', () => {
  const coordinate = fc.integer({ min: -2000, max: 2000 })
  const desks = fc.array(
    fc.record({ x: coordinate, y: coordinate, rotation: fc.integer({ min: 0, max: 359 }) }),
    { minLength: 1, maxLength: 60 },
  )
  const tap = fc.record({ x: coordinate, y: coordinate })
  fc.assert(
    fc.property(desks, tap, fc.integer({ min: 1, max: 600 }), (boxes, at, reach) => {
      const places = boxes.map((box, index) => place(`${index}`, box.x, box.y, box))
      const found = hitTest(makeSpatialIndex(places), at, reach)
      const nearest = Math.min(...places.map((desk) => distanceToBox(desk, at)))
      if (found === null) expect(nearest).toBeGreaterThan(reach)
      else expect(distanceToBox(found, at)).toBe(nearest)
    }),
  )
})
