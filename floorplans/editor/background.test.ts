import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BACKGROUND_ID } from '../document/draft/draft.ts'
import { backgroundOf } from '../document/draft/for-tests.ts'
import { floorAround, lyingAs, lyingOn, scaledBetween, withSide } from './background.ts'
import { resizedTo } from './object-box.ts'

test('[F-06] a new picture lies in the middle of the floor, as large as fits, in its own shape', () => {
  const floor = { width: 2_000, height: 1_500 }
  expect(lyingOn(floor, { width: 4_000, height: 1_000 })).toEqual({
    at: { x: 1_000, y: 750 },
    size: { width: 2_000, height: 500 },
  })
  expect(lyingOn(floor, { width: 100, height: 300 }).size).toEqual({ width: 500, height: 1_500 })
})

test('[F-06] another picture takes the place and the width of the one before', () => {
  const { at, size } = lyingAs(backgroundOf(), { width: 200, height: 100 })
  expect(at).toEqual({ x: 400, y: 300 })
  expect(size).toEqual({ width: 800, height: 400 })
})

test('[F-06] two points of known distance give a picture its scale, and the first stays where it is', () => {
  const first = { x: 100, y: 100 }
  const scaled = scaledBetween(backgroundOf(), first, { x: 300, y: 100 }, 5)
  // Two metres on the floor are said to be five: everything is two and a half times as far from the first point.
  expect(scaled).toEqual({
    kind: 'scaled',
    at: { x: 850, y: 600 },
    size: { width: 2_000, height: 1_500 },
  })
})

test('[F-06] whatever two points are pressed and whatever is typed, they end as far apart as was said, or it is said why not', () => {
  const place = fc.record({
    x: fc.integer({ min: 0, max: 800 }),
    y: fc.integer({ min: 0, max: 600 }),
  })
  const metres = fc.oneof(
    fc.double({ min: 0.1, max: 500, noNaN: true }),
    fc.constantFrom(0, -1, Number.NaN, Number.POSITIVE_INFINITY, 1e308),
  )
  fc.assert(
    fc.property(place, place, metres, (first, second, distance) => {
      const before = backgroundOf()
      const scaled = scaledBetween(before, first, second, distance)
      if (scaled.kind === 'refused') return
      const factor = scaled.size.width / before.size.width
      const apart = Math.hypot(second.x - first.x, second.y - first.y) * factor
      // Whole centimetres: half of one in the picture's own width.
      expect(Math.abs(apart / (distance * 100) - 1)).toBeLessThan(0.5 / (scaled.size.width - 0.5))
      expect(scaled.size.width).toBeLessThanOrEqual(50_000)
    }),
  )
})

test.each([
  ['no-distance', { x: 300, y: 100 }, 0],
  ['no-distance', { x: 300, y: 100 }, Number.NaN],
  ['too-close', { x: 101, y: 100 }, 5],
  ['too-large', { x: 300, y: 100 }, 5_000],
  ['too-small', { x: 300, y: 100 }, 0.01],
] as const)('[F-06] a scale is refused as %s', (why, second, metres) => {
  expect(scaledBetween(backgroundOf(), { x: 100, y: 100 }, second, metres)).toEqual({
    kind: 'refused',
    why,
  })
})

test('[F-06] the floor is made as large as the picture, which begins at its corner while nothing else is drawn', () => {
  const turned = backgroundOf({ at: { x: 500, y: 500 }, rotation: 90 })
  expect(floorAround(turned, true)).toEqual({
    floor: { width: 600, height: 800 },
    at: { x: 300, y: 400 },
  })
  expect(floorAround(turned, false)).toEqual({
    floor: { width: 800, height: 900 },
    at: { x: 500, y: 500 },
  })
  expect(floorAround(backgroundOf({ size: { width: 90_000, height: 10 } }), true)).toBeNull()
})

test('[F-06] a picture keeps its shape, by its numbers and by its corners', () => {
  expect(withSide({ width: 800, height: 600 }, 'height', 300)).toEqual({ width: 400, height: 300 })
  const { size } = resizedTo(backgroundOf(), { x: 1, y: 1 }, { x: 1_600, y: 700 }) ?? {}
  expect({ [BACKGROUND_ID]: size }).toEqual({ [BACKGROUND_ID]: { width: 1_600, height: 1_200 } })
})
