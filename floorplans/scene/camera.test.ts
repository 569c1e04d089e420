import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clamp, pan, toPlan, toScreen, type View, wholeOf, ZOOM_MAX, zoomAt } from './camera.ts'

const bounds = { minX: 0, minY: -200, maxX: 2100, maxY: 3100 }
const phone: View = { width: 390, height: 540, insets: { top: 0, right: 0, bottom: 0, left: 0 } }
const camera = fc.record({
  x: fc.double({ min: -5000, max: 5000, noNaN: true }),
  y: fc.double({ min: -5000, max: 5000, noNaN: true }),
  scale: fc.double({ min: 0.001, max: 50, noNaN: true }),
})
const spot = fc.record({ x: fc.integer({ min: 0, max: 390 }), y: fc.integer({ min: 0, max: 540 }) })

test('the whole floor is in sight at the start, with space around it', () => {
  const whole = wholeOf(phone, bounds)
  const upper = toScreen(whole, phone, { x: bounds.minX, y: bounds.minY })
  const lower = toScreen(whole, phone, { x: bounds.maxX, y: bounds.maxY })
  for (const { x, y } of [upper, lower]) {
    expect(x).toBeGreaterThan(0)
    expect(x).toBeLessThan(phone.width)
    expect(y).toBeGreaterThan(0)
    expect(y).toBeLessThan(phone.height)
  }
})

test('what a bar covers is left out of the middle', () => {
  const covered = { ...phone, insets: { ...phone.insets, bottom: 200 } }
  const lower = toScreen(wholeOf(covered, bounds), covered, { x: 0, y: bounds.maxY })
  expect(lower.y).toBeLessThan(340)
})

test('a point of the screen leads to the plan and back', () => {
  fc.assert(
    fc.property(camera, spot, (from, at) => {
      const back = toScreen(from, phone, toPlan(from, phone, at))
      expect(back.x).toBeCloseTo(at.x, 3)
      expect(back.y).toBeCloseTo(at.y, 3)
    }),
  )
})

test('zooming keeps the place under the finger', () => {
  const factor = fc.double({ min: 0.2, max: 5, noNaN: true })
  fc.assert(
    fc.property(camera, spot, factor, (from, at, by) => {
      const held = toPlan(from, phone, at)
      const after = toScreen(zoomAt(from, phone, by, at), phone, held)
      expect(Math.hypot(after.x - at.x, after.y - at.y)).toBeLessThan(0.01)
    }),
  )
})

test('no gesture leads farther than the whole floor, closer than six times it, or off it', () => {
  const whole = wholeOf(phone, bounds)
  fc.assert(
    fc.property(camera, (from) => {
      const held = clamp(from, phone, bounds)
      expect(held.scale).toBeGreaterThanOrEqual(whole.scale)
      expect(held.scale).toBeLessThanOrEqual(whole.scale * ZOOM_MAX)
      expect(held.x).toBeGreaterThanOrEqual(bounds.minX)
      expect(held.x).toBeLessThanOrEqual(bounds.maxX)
      expect(held.y).toBeGreaterThanOrEqual(bounds.minY)
      expect(held.y).toBeLessThanOrEqual(bounds.maxY)
    }),
  )
})

test('the plan follows the finger', () => {
  const from = { x: 1000, y: 1000, scale: 0.5 }
  expect(pan(from, 50, -20)).toEqual({ x: 900, y: 1040, scale: 0.5 })
})
