import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deskOf } from '../document/draft/for-tests.ts'
import { draftOfPlan } from '../document/draft/plan-of-draft.ts'
import { fromBox } from '../document/geometry.ts'
import { harbourLoftPlan } from '../plans/harbour-loft.ts'
import { align, distribute } from './arrange.ts'
import { nextNames, placesInRows } from './desk-rows.ts'
import { boundsOfObject, boxOf, objectsWithin, resizedTo, turnedBy } from './object-box.ts'
import { snapEnd, snapMove } from './snap.ts'

const desk = deskOf('a', 200, 200)

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

test('turning stays within a full circle, and a wall has nothing to turn', () => {
  expect(turnedBy({ ...desk, rotation: 350 }, 15)).toEqual({ rotation: 5 })
  expect(turnedBy(desk, -90)).toEqual({ rotation: 270 })
  const wall = [...draftOfPlan(harbourLoftPlan).objects.values()].find(
    ({ kind }) => kind === 'wall',
  )
  expect(wall === undefined ? undefined : turnedBy(wall, 90)).toBeNull()
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

test('a wall drawn nearly straight is straight', () => {
  expect(snapEnd({ x: 0, y: 0 }, { x: 400, y: 20 }, 10)).toEqual({ x: 400, y: 0 })
  expect(snapEnd({ x: 0, y: 0 }, { x: 7, y: 303 }, 10)).toEqual({ x: 0, y: 300 })
  expect(snapEnd({ x: 0, y: 0 }, { x: 203, y: 198 }, 10)).toEqual({ x: 200, y: 200 })
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
