import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DraftObject } from '../document/draft/draft.ts'
import { deskOf } from '../document/draft/for-tests.ts'
import { draftOfPlan } from '../document/draft/plan-of-draft.ts'
import { fromBox } from '../document/geometry.ts'
import { harbourLoftPlan } from '../plans/harbour-loft.ts'
import { align, distribute, turnTogether } from './arrange.ts'
import { firstInRows, nextNames, placesInRows } from './desk-rows.ts'
import {
  boundsOfObject,
  boxOf,
  objectsWithin,
  resizedTo,
  turnedBy,
  turnedTo,
} from './object-box.ts'
import { snapCorner, snapEnd, snapMove, snapPoint } from './snap.ts'
import { areInWall, openSides, spotInWall } from './wall-work.ts'

const desk = deskOf('a', 200, 200)
const common = { order: 1, isLocked: false, goneBy: null }
const wall: DraftObject = {
  ...{ kind: 'wall', ...common, thickness: 12, material: 'solid', openings: [] },
  line: { from: { x: 0, y: 0 }, to: { x: 400, y: 0 } },
}
const ground: DraftObject = {
  ...{ kind: 'area', ...common, at: { x: 0, y: 0 }, surface: 'floor' },
  size: { width: 600, height: 200 },
}

test('a corner that is pulled leaves the opposite one where it is, however the desk is turned', () => {
  const pulled = fc.record({
    rotation: fc.integer({ min: 0, max: 359 }),
    x: fc.constantFrom(-1 as const, 1 as const),
    y: fc.constantFrom(-1 as const, 1 as const),
    to: fc.record({
      x: fc.integer({ min: -500, max: 900 }),
      y: fc.integer({ min: -500, max: 900 }),
    }),
  })
  fc.assert(
    fc.property(pulled, ({ rotation, x, y, to }) => {
      const turned = { ...desk, rotation }
      const opposite = (object: typeof desk) => {
        const box = boxOf(object) ?? { x: 0, y: 0, width: 0, height: 0, rotation: 0 }
        return fromBox(box, { x: (-x * box.width) / 2, y: (-y * box.height) / 2 })
      }
      const resized = { ...turned, ...resizedTo(turned, { x, y }, to) }
      expect(Math.abs(opposite(resized).x - opposite(turned).x)).toBeLessThanOrEqual(1.5)
      expect(Math.abs(opposite(resized).y - opposite(turned).y)).toBeLessThanOrEqual(1.5)
      expect(Math.min(resized.size.width, resized.size.height)).toBeGreaterThanOrEqual(20)
    }),
  )
})

test('turning stays within a full circle, a wall turns around its middle, and a ground by quarters', () => {
  expect(turnedBy({ ...desk, rotation: 350 }, 15)).toEqual({ rotation: 5 })
  expect(turnedBy(desk, -90)).toEqual({ rotation: 270 })
  expect(turnedBy(wall, 90)).toEqual({
    line: { from: { x: 200, y: -200 }, to: { x: 200, y: 200 } },
  })
  expect(turnedBy(ground, 90)).toEqual({ size: { width: 200, height: 600 } })
  expect(turnedBy(ground, 15)).toBeNull()
})

test('several things turn together around the middle of them all, and back', () => {
  const objects = [
    ['obj_a', desk],
    ['obj_b', deskOf('b', 600, 200)],
  ] as const
  const turned = turnTogether(objects, 90)
  expect([...turned.values()]).toEqual([
    { at: { x: 400, y: 0 }, rotation: 90 },
    { at: { x: 400, y: 400 }, rotation: 90 },
  ])
  const there = objects.map(([id, one]) => [id, { ...one, ...turned.get(id) }] as const)
  expect([...turnTogether(there, -90).values()].map(({ at }) => at)).toEqual([
    desk.at,
    { x: 600, y: 200 },
  ])
})

test('a handle that is pulled turns a thing towards the hand, in steps', () => {
  const centre = { x: 100, y: 100 }
  expect(turnedTo(centre, { x: 100, y: 0 }, 15)).toBe(0)
  expect(turnedTo(centre, { x: 300, y: 105 }, 15)).toBe(90)
  expect(turnedTo(centre, { x: 60, y: 3 }, 15)).toBe(345)
  expect(turnedTo(centre, { x: 60, y: 3 }, 1)).toBe(338)
})

test('a drag comes to rest in line with what is near, else on the grid', () => {
  const moving = boundsOfObject(desk)
  const other = boundsOfObject(deskOf('b', 400, 207))
  const options = { grid: 10, reach: 8 }
  expect(snapMove(moving, { x: 3, y: 4 }, [other], options)).toEqual({
    by: { x: 0, y: 7 },
    guides: { x: null, y: 137 },
  })
  expect(snapMove(moving, { x: 33, y: 34 }, [], options).by).toEqual({ x: 30, y: 30 })
  expect(snapMove(moving, { x: 33, y: 34 }, [], { grid: 0, reach: 0 }).by).toEqual({ x: 33, y: 34 })
})

const free = { grid: 10, reach: 8, walls: [] }

test('a wall drawn nearly straight is straight, and one nearly at half a right angle is at it', () => {
  expect(snapEnd({ x: 0, y: 0 }, { x: 400, y: 20 }, free)).toEqual({ x: 400, y: 0 })
  expect(snapEnd({ x: 0, y: 0 }, { x: 7, y: 303 }, free)).toEqual({ x: 0, y: 300 })
  expect(snapEnd({ x: 0, y: 0 }, { x: -203, y: 192 }, free)).toEqual({ x: -200, y: 200 })
  expect(snapEnd({ x: 0, y: 0 }, { x: 203, y: 98 }, free)).toEqual({ x: 200, y: 100 })
})

test('a wall begins and ends where others end, or at their side', () => {
  const walls = [{ from: { x: 3, y: 3 }, to: { x: 403, y: 3 } }]
  const near = { ...free, walls }
  expect(snapPoint({ x: 399, y: 8 }, near)).toEqual({ x: 403, y: 3 })
  expect(snapPoint({ x: 204, y: 9 }, near)).toEqual({ x: 200, y: 3 })
  expect(snapPoint({ x: 204, y: 19 }, near)).toEqual({ x: 200, y: 20 })
  expect(snapEnd({ x: 403, y: 300 }, { x: 397, y: 9 }, near)).toEqual({ x: 403, y: 3 })
  // Level, and in line with the end above it.
  expect(snapEnd({ x: 0, y: 300 }, { x: 408, y: 310 }, near)).toEqual({ x: 403, y: 300 })
})

test('what is drawn or pulled lies on edges that are near, else on the grid', () => {
  const other = { minX: 103, minY: 0, maxX: 203, maxY: 57 }
  expect(snapCorner({ x: 99, y: 61 }, [other], { grid: 10, reach: 8 })).toEqual({ x: 103, y: 57 })
  expect(snapCorner({ x: 144, y: 99 }, [other], { grid: 10, reach: 8 })).toEqual({ x: 140, y: 100 })
})

test('[F-05] a room gets the walls that it has not yet', () => {
  const room = { x: 200, y: 150, width: 400, height: 300, rotation: 0 }
  expect(openSides(room, [])).toHaveLength(4)
  const walls = [
    { from: { x: -500, y: 4 }, to: { x: 900, y: 4 } },
    { from: { x: 400, y: 100 }, to: { x: 400, y: 300 } },
  ]
  expect(openSides(room, walls)).toEqual([
    { from: { x: 400, y: 0 }, to: { x: 400, y: 300 } },
    { from: { x: 400, y: 300 }, to: { x: 0, y: 300 } },
    { from: { x: 0, y: 300 }, to: { x: 0, y: 0 } },
  ])
})

test('[F-05] a door or window goes where there is wall, and stays in it beside the others', () => {
  const window = (at: number, width: number) => ({ kind: 'window' as const, at, width })
  expect(spotInWall(400, [], 90)).toEqual({ at: 155, width: 90 })
  expect(spotInWall(400, [window(155, 90)], 90)).toEqual({ at: 33, width: 90 })
  expect(spotInWall(60, [], 90)).toEqual({ at: 0, width: 60 })
  expect(spotInWall(60, [window(0, 55)], 90)).toBeNull()
  expect(areInWall(400, [window(100, 90), window(190, 90)])).toBe(true)
  expect(areInWall(400, [window(190, 90), window(100, 91)])).toBe(false)
  expect(areInWall(400, [window(350, 90)])).toBe(false)
  const wishes = fc.array(
    fc.record({ at: fc.integer({ min: 0, max: 500 }), width: fc.integer({ min: 10, max: 200 }) }),
  )
  fc.assert(
    fc.property(fc.integer({ min: 20, max: 900 }), wishes, (length, some) => {
      // However many are added, one after the other, none lies in another.
      const openings: ReturnType<typeof window>[] = []
      for (const { width } of some) {
        const spot = spotInWall(length, openings, width)
        if (spot !== null) openings.push(window(spot.at, spot.width))
      }
      expect(areInWall(length, openings)).toBe(true)
    }),
  )
})

test('desks put in line share an edge, and distributed ones leave equal gaps between the outer two', () => {
  const objects = [
    ['obj_a', desk],
    ['obj_b', deskOf('b', 500, 230)],
    ['obj_c', deskOf('c', 990, 180)],
  ] as const
  const aligned = align(objects, 'top')
  expect([...aligned.values()].map(({ at }) => (at as { y: number }).y)).toEqual([180, 180, 180])
  const spread = distribute(objects, 'x')
  expect([...spread.values()].map(({ at }) => (at as { x: number }).x)).toEqual([200, 595, 990])
  expect(align([['obj_a', desk]], 'left').size).toBe(0)
  expect(distribute(objects.slice(0, 2), 'x').size).toBe(0)
})

test('[F-14] desks in rows follow each other, and are numbered on', () => {
  const rows = { count: 5, perRow: 3, gap: 20, rowGap: 60 }
  expect(placesInRows({ x: 100, y: 100 }, { width: 160, height: 140 }, rows)).toEqual([
    { x: 100, y: 100 },
    { x: 280, y: 100 },
    { x: 460, y: 100 },
    { x: 100, y: 300 },
    { x: 280, y: 300 },
  ])
  expect(firstInRows({ x: 280, y: 200 }, { width: 160, height: 140 }, rows)).toEqual({
    x: 100,
    y: 100,
  })
  expect(nextNames('Desk', 2, ['Desk 4', 'Desk 40', 'Deskside 99', 'Hall'])).toEqual([
    'Desk 41',
    'Desk 42',
  ])
  expect(nextNames('Seat', 1, [])).toEqual(['Seat 1'])
})

test('a frame takes what lies in it as a whole', () => {
  const objects = [...draftOfPlan(harbourLoftPlan).objects]
  const all = { minX: -9e6, minY: -9e6, maxX: 9e6, maxY: 9e6 }
  expect(objectsWithin(objects, all)).toHaveLength(objects.length)
  expect(objectsWithin([['obj_a', desk]], { minX: 0, minY: 0, maxX: 250, maxY: 300 })).toEqual([])
  expect(objectsWithin([['obj_a', desk]], { minX: 0, minY: 0, maxX: 300, maxY: 300 })).toEqual([
    'obj_a',
  ])
})
