import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { TurnedBox, Wall } from './floor-plan.ts'
import {
  boxesOverlap,
  cornersOf,
  distanceBetween,
  distanceToBox,
  doorSwing,
  fromBox,
  toBox,
  wallPieces,
} from './geometry.ts'

const coordinate = fc.integer({ min: -5000, max: 5000 })
const point = fc.record({ x: coordinate, y: coordinate })
const box = fc.record({
  x: coordinate,
  y: coordinate,
  width: fc.integer({ min: 1, max: 800 }),
  height: fc.integer({ min: 1, max: 800 }),
  rotation: fc.integer({ min: 0, max: 359 }),
})

function wallWith(openings: Wall['openings']): Wall {
  return {
    from: { x: 0, y: 0 },
    to: { x: 400, y: 0 },
    thickness: 20,
    material: 'solid',
    openings,
  }
}

test('a point goes into a box and comes out where it was', () => {
  fc.assert(
    fc.property(box, point, (one, at) => {
      expect(distanceBetween(fromBox(one, toBox(one, at)), at)).toBeLessThan(1e-6)
    }),
  )
})

test('a corner of a box is no distance from it', () => {
  fc.assert(
    fc.property(box, (one) => {
      for (const corner of cornersOf(one)) expect(distanceToBox(one, corner)).toBeLessThan(1e-6)
    }),
  )
})

test('overlapping is mutual, and a box overlaps itself', () => {
  fc.assert(
    fc.property(box, box, (one, other) => {
      expect(boxesOverlap(one, other)).toBe(boxesOverlap(other, one))
      expect(boxesOverlap(one, one)).toBe(true)
    }),
  )
})

test('boxes whose centres are farther apart than their diagonals do not overlap', () => {
  const reach = (one: TurnedBox) => Math.hypot(one.width, one.height) / 2
  fc.assert(
    fc.property(box, box, (one, other) => {
      fc.pre(distanceBetween(one, other) > reach(one) + reach(other))
      expect(boxesOverlap(one, other)).toBe(false)
    }),
  )
})

test('boxes that share an edge only touch', () => {
  const left = { x: 0, y: 0, width: 100, height: 100, rotation: 0 }
  expect(boxesOverlap(left, { ...left, x: 100 })).toBe(false)
  expect(boxesOverlap(left, { ...left, x: 99 })).toBe(true)
})

test('a wall stands between its openings and nowhere else', () => {
  const wall = wallWith([
    { kind: 'window', at: 250, width: 100 },
    { kind: 'gap', at: 100, width: 50 },
  ])
  const spans = wallPieces(wall).map((one) => [one.x - one.width / 2, one.x + one.width / 2])
  expect(spans).toEqual([
    [-10, 100],
    [150, 250],
    [350, 410],
  ])
})

test('a wall without openings is one piece, an opening over all of it leaves none', () => {
  expect(wallPieces(wallWith([]))).toHaveLength(1)
  expect(wallPieces(wallWith([{ kind: 'gap', at: 0, width: 420 }]))).toHaveLength(1)
})

test('a door swings to its side whatever end carries the hinge', () => {
  const doorOf = (hinge: 'start' | 'end', swing: 'left' | 'right') =>
    doorSwing(wallWith([]), { kind: 'door', at: 100, width: 90, hinge, swing })
  // Seen from the left end to the right one, left is up.
  expect(doorOf('start', 'left').open.y).toBeCloseTo(-90)
  expect(doorOf('end', 'left').open.y).toBeCloseTo(-90)
  expect(doorOf('start', 'right').open.y).toBeCloseTo(90)
  expect(doorOf('end', 'right').open).toEqual({ x: expect.closeTo(190), y: expect.closeTo(90) })
})
