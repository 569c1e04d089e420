import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Point } from '../document/floor-plan.ts'
import { dashesAlong, hatch, roundOutline } from './pattern.ts'

const size = fc.integer({ min: 10, max: 900 })

function lengthOf(points: readonly Point[]): number {
  return points.slice(1).reduce((sum, point, index) => {
    const before = points[index] ?? point
    return sum + Math.hypot(point.x - before.x, point.y - before.y)
  }, 0)
}

test('hatching stays inside its box', () => {
  fc.assert(
    fc.property(size, size, fc.integer({ min: 5, max: 60 }), (width, height, step) => {
      for (const { x, y } of hatch(width, height, step).flat()) {
        expect(Math.abs(x)).toBeLessThanOrEqual(width / 2 + 1e-6)
        expect(Math.abs(y)).toBeLessThanOrEqual(height / 2 + 1e-6)
      }
    }),
  )
})

test('a box wider than a step has lines, and never too many to draw', () => {
  expect(hatch(100, 40, 17).length).toBeGreaterThan(4)
  expect(hatch(1e6, 1e6, 1).length).toBeLessThanOrEqual(2000)
})

test('a round outline touches all four sides of its box', () => {
  fc.assert(
    fc.property(size, size, (width, height) => {
      const outline = roundOutline(width, height, Math.min(width, height) / 4)
      expect(Math.max(...outline.map(({ x }) => x))).toBeCloseTo(width / 2)
      expect(Math.min(...outline.map(({ y }) => y))).toBeCloseTo(-height / 2)
    }),
  )
})

test('dashes are as long as asked for, and cover their share of the way round', () => {
  const outline = roundOutline(200, 120, 16)
  const way = lengthOf([...outline, ...outline.slice(0, 1)])
  const drawn = dashesAlong(outline, 12, 8)
  for (const dash of drawn.slice(0, -1)) expect(lengthOf(dash)).toBeCloseTo(12)
  const total = drawn.reduce((sum, dash) => sum + lengthOf(dash), 0)
  expect(total / way).toBeCloseTo(12 / 20, 1)
})
