import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nameSpot } from './name-spot.ts'

const nameDrop = (...of: Parameters<typeof nameSpot>) => nameSpot(...of).drop
const room = { minX: 0, minY: 0, maxX: 400, maxY: 300 }
const sign = { minX: 0, minY: 0, maxX: 40, maxY: 40 }
const box = (x: number, y: number, width: number, height: number) => ({
  ...{ minX: x - width / 2, minY: y - height / 2 },
  ...{ maxX: x + width / 2, maxY: y + height / 2 },
})

test('in an empty room a name stands in the middle', () => {
  expect(nameDrop(room, sign, [], 200, 40)).toBe(0)
})

test('on a table that is larger than the name it stays in the middle', () => {
  expect(nameDrop(room, sign, [box(200, 150, 260, 100)], 200, 40)).toBe(0)
})

test('it leaves the edges of a table that is smaller, for the floor beside it', () => {
  const drop = nameDrop(room, sign, [box(200, 150, 120, 60)], 200, 40)
  expect(Math.abs(drop)).toBeGreaterThanOrEqual(50)
  expect(Math.abs(drop) + 20).toBeLessThanOrEqual(150)
})

test('it keeps off the sign in the corner, even where it then lies across chairs', () => {
  const low = { minX: 0, minY: 0, maxX: 400, maxY: 120 }
  const drop = nameDrop(low, { ...sign, maxX: 110, maxY: 50 }, [box(200, 90, 300, 30)], 300, 40)
  expect(60 + drop - 20).toBeGreaterThanOrEqual(45)
})

test('between rows of chairs it takes the aisle', () => {
  const rows = [60, 120, 240].flatMap((y) => [80, 160, 240, 320].map((x) => box(x, y, 40, 40)))
  const drop = nameDrop(room, sign, rows, 300, 40)
  expect(150 + drop - 20).toBeGreaterThanOrEqual(140)
  expect(150 + drop + 20).toBeLessThanOrEqual(220)
})

test('whatever stands there, a name stays in its room where there is room for it', () => {
  const thing = fc
    .record({
      ...{ x: fc.integer({ min: 0, max: 400 }), y: fc.integer({ min: 0, max: 300 }) },
      ...{ width: fc.integer({ min: 1, max: 200 }), height: fc.integer({ min: 1, max: 200 }) },
    })
    .map(({ x, y, width, height }) => box(x, y, width, height))
  fc.assert(
    fc.property(fc.array(thing, { maxLength: 20 }), (things) => {
      expect(Math.abs(nameDrop(room, sign, things, 180, 60))).toBeLessThanOrEqual(120)
    }),
  )
})

test('it is known how much of a text lies across furniture: none on the bare floor or on a table, more where chairs stand all over', () => {
  expect(nameSpot(room, sign, [], 200, 40).covered).toBe(0)
  expect(nameSpot(room, sign, [box(200, 150, 260, 100)], 200, 40).covered).toBe(0)
  const rows = [30, 80, 130, 180, 230, 280].flatMap((y) =>
    [80, 160, 240, 320].map((x) => box(x, y, 40, 40)),
  )
  expect(nameSpot(room, sign, rows, 200, 80).covered).toBeGreaterThan(0.2)
})
