import fc from 'fast-check'
import { expect, test } from 'vitest'
import { must } from '../../domain/values/assert.ts'
import type { Point, Wall } from './floor-plan.ts'
import { cornersOf, wallPieces } from './geometry.ts'
import { wallReaches } from './wall-joints.ts'

const wallOf = (from: Point, to: Point, more: Partial<Wall> = {}): Wall => ({
  ...{ from, to, thickness: 20, material: 'solid', openings: [], ...more },
})
const joint = { x: 500, y: 500 }
const towards = (degrees: number): Point => ({
  x: joint.x + 400 * Math.cos((degrees * Math.PI) / 180),
  y: joint.y + 400 * Math.sin((degrees * Math.PI) / 180),
})
const reachesOf = (walls: readonly Wall[]) => {
  const reaches = wallReaches(walls)
  return walls.map((wall) => must(reaches.get(wall), 'each wall has its reach'))
}

test('pieces of a bend meet at their outer faces, and none stands out of it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 90 }), fc.boolean(), (turn, isReversed) => {
      const before = isReversed ? wallOf(joint, towards(180)) : wallOf(towards(180), joint)
      const after = wallOf(joint, towards(turn))
      const reaches = wallReaches([before, after])
      const [one, other] = [before, after].map((wall) =>
        cornersOf(must(wallPieces(wall, reaches.get(wall))[0], 'it has no opening')),
      )
      const nearest = Math.min(
        ...must(one, 'of one').flatMap((a) =>
          must(other, 'of the other').map((b) => Math.hypot(a.x - b.x, a.y - b.y)),
        ),
      )
      expect(nearest).toBeLessThan(0.001)
    }),
  )
})

test('a corner, an end that stands alone and one at another wall’s side reach half a thickness', () => {
  const [across, down] = [wallOf(towards(180), joint), wallOf(joint, towards(90))]
  expect(reachesOf([across, down]).map(({ from, to }) => [from, Math.round(to)])).toEqual([
    [10, 10],
    [expect.closeTo(10), 10],
  ])
  const third = wallOf(joint, towards(20))
  expect(reachesOf([across, down, third]).map(({ to }) => to)).toEqual([10, 10, 10])
})

test('straight on there is nothing to reach, back on itself and beside another thickness as usual', () => {
  const before = wallOf(towards(180), joint)
  expect(reachesOf([before, wallOf(joint, towards(0))])[0]?.to).toBeCloseTo(0)
  expect(reachesOf([before, wallOf(joint, towards(180))])[0]?.to).toBeCloseTo(10)
  expect(reachesOf([before, wallOf(joint, towards(20), { thickness: 40 })])[0]?.to).toBe(10)
})

test('panes of glass end where their line ends', () => {
  const [one, other] = [wallOf(towards(180), joint), wallOf(joint, towards(20))]
  const panes = [one, other].map((wall): Wall => ({ ...wall, material: 'glass' }))
  expect(reachesOf(panes)).toEqual([
    { from: 0, to: 0 },
    { from: 0, to: 0 },
  ])
})
