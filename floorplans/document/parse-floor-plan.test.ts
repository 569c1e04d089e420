import { expect, test } from 'vitest'
import { pierStudioPlan } from '../plans/pier-studio.ts'
import { OBJECTS_MAX, parseFloorPlan } from './parse-floor-plan.ts'

const plain = JSON.parse(JSON.stringify(pierStudioPlan))

function problemOf(change: object): string | null {
  const parsed = parseFloorPlan({ ...plain, ...change })
  return parsed.ok ? null : parsed.problem.path
}

test('a plan as published is let in', () => {
  expect(problemOf({})).toBeNull()
})

test('numbers that are none, and places at the end of the world, are refused by their path', () => {
  const [first] = plain.placements
  expect(problemOf({ placements: [{ ...first, x: Number.NaN }] })).toBe('placements.0.x')
  expect(problemOf({ placements: [{ ...first, y: Number.POSITIVE_INFINITY }] })).toBe(
    'placements.0.y',
  )
  expect(problemOf({ placements: [{ ...first, width: 0 }] })).toBe('placements.0.width')
  expect(problemOf({ placements: [{ ...first, x: 2_000_000 }] })).toBe('placements.0.x')
})

test('what the plan does not know is refused, not skipped', () => {
  expect(problemOf({ price: 24 })).toBe('price')
  expect(problemOf({ fixtures: [{ ...plain.fixtures[0], kind: 'trapdoor' }] })).toBe(
    'fixtures.0.kind',
  )
})

test('a name longer than a label holds is refused', () => {
  expect(problemOf({ labels: [{ ...plain.labels[0], text: 'a'.repeat(61) }] })).toBe(
    'labels.0.text',
  )
})

test('more objects than a phone can draw are refused', () => {
  const fixtures = Array.from({ length: OBJECTS_MAX }, () => plain.fixtures[0])
  expect(problemOf({ fixtures })).toBe('')
})

test('anything but an object is refused as a whole', () => {
  for (const nonsense of [null, 7, 'plan', [], undefined]) {
    expect(parseFloorPlan(nonsense).ok).toBe(false)
  }
})
