import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Point } from '../../document/floor-plan.ts'
import { arcCurves, type Curve, piecesOf, pointAt } from './curve.ts'
import { type Line, pathLines } from './path-lines.ts'
import { readSvgWalls, WALLS_MAX } from './svg-walls.ts'
import { TOLERANCE_CM, wallsOnFloor } from './walls-on-floor.ts'

const far = fc.double({ min: -1_000, max: 1_000, noNaN: true })
const point = fc.record({ x: far, y: far })

/** How far a point lies from the nearest of some lines. */
function awayFrom(lines: readonly Line[], { x, y }: Point): number {
  const away = lines.map(({ from, to }) => {
    const [dx, dy] = [to.x - from.x, to.y - from.y]
    const square = dx * dx + dy * dy
    const along = square === 0 ? 0 : ((x - from.x) * dx + (y - from.y) * dy) / square
    const share = Math.min(1, Math.max(0, along))
    return Math.hypot(x - from.x - share * dx, y - from.y - share * dy)
  })
  return Math.min(...away)
}

test('[F-06] straight pieces stay within the tolerance of the curve they stand for', () => {
  fc.assert(
    fc.property(fc.tuple(point, point, point, point), (curve) => {
      const pieces = piecesOf(curve, TOLERANCE_CM, 0.001)
      // Of a curve that needs more pieces than there may be nothing is promised.
      fc.pre(pieces.length < 64)
      for (let share = 0; share <= 1; share += 1 / 97) {
        expect(awayFrom(pieces, pointAt(curve, share))).toBeLessThanOrEqual(TOLERANCE_CM + 1e-6)
      }
      expect([pieces[0]?.from, pieces.at(-1)?.to]).toEqual([curve[0], curve[3]])
    }),
  )
})

test('[F-06] each kind of curve is read, with the handles that it leaves to the next', () => {
  const same = (one: string, other: string) => {
    const rounded = (path: string) =>
      pathLines(path)?.curves.map((curve) =>
        curve.map(({ x, y }) => [+x.toFixed(6), +y.toFixed(6)]),
      )
    expect(rounded(one)).toHaveLength(2)
    expect(rounded(one)).toEqual(rounded(other))
  }
  same('M0 0C0 10 10 20 20 20S40 30 40 40', 'M0 0c0 10 10 20 20 20c10 0 20 10 20 20')
  same('M0 0Q10 20 20 0T40 0', 'M0 0q10 20 20 0q10-20 20 0')
  same('M0 0L5 5S10 20 20 20q1 1 2 3', 'M0 0L5 5C5 5 10 20 20 20Q21 21 22 23')
  same('M0 0L0 0T20 0q1 1 2 3', 'M0 0L0 0Q0 0 20 0Q21 1 22 3')
  same('M10 0A10 10 0 0 1 -10 0', 'M10 0a10,10 0 01-20 0')
})

test('[F-06] an arc goes round its ellipse, the short way or the long, from end to end', () => {
  const radius = fc.double({ min: 1, max: 500, noNaN: true })
  const turned = fc.record({
    ...{ rx: radius, ry: radius, rotation: fc.integer({ min: -360, max: 360 }) },
    ...{ isLarge: fc.boolean(), isSweep: fc.boolean() },
  })
  fc.assert(
    fc.property(point, point, turned, (from, to, arc) => {
      fc.pre(from.x !== to.x || from.y !== to.y)
      const curves = arcCurves(from, to, arc)
      expect(curves.length).toBeLessThanOrEqual(4)
      for (const [at, curve] of curves.entries()) {
        const next = curves[at + 1]
        if (next !== undefined) expect(next[0]).toEqual(curve[3])
        expect(curve.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true)
      }
      expect([curves[0]?.[0], curves.at(-1)?.[3]]).toEqual([from, to])
    }),
  )
  // On a circle every point is a radius from its centre, here 0,0.
  const round = { rx: 100, ry: 100, rotation: 30, isLarge: true, isSweep: true }
  const three = arcCurves({ x: 100, y: 0 }, { x: 0, y: -100 }, round)
  expect(three).toHaveLength(3)
  for (const curve of three) {
    for (const share of [0.2, 0.5, 0.9]) {
      const { x, y } = pointAt(curve, share)
      expect(Math.abs(Math.hypot(x, y) - 100)).toBeLessThan(0.03)
    }
  }
  expect(arcCurves({ x: 0, y: 0 }, { x: 9, y: 0 }, { ...round, rx: 0 })).toHaveLength(1)
  expect(arcCurves({ x: 5, y: 5 }, { x: 5, y: 5 }, round)).toEqual([])
})

/** On a floor of 20 by 10 metres a unit is 20 centimetres. */
function wallsOf(inner: string) {
  const read = readSvgWalls(`<svg viewBox="0 0 100 50">${inner}</svg>`)
  if (read.kind === 'refused') throw new Error(read.why)
  return wallsOnFloor(read, 2_000)
}

test('[F-06] a round wall becomes straight ones that meet', () => {
  const { lines, leftOut } = wallsOf('<path d="M10 40A30 30 0 0 1 70 40"/>')
  expect(lines.length).toBeGreaterThan(10)
  expect([...leftOut]).toEqual([])
  for (const { from, to } of lines) {
    const [x, y] = [(from.x + to.x) / 2 - 800, (from.y + to.y) / 2 - 800]
    expect(Math.abs(Math.hypot(x, y) - 600)).toBeLessThanOrEqual(TOLERANCE_CM + 1)
  }
  const ends = lines.flatMap(({ from, to }) => [from, to]).map(({ x, y }) => `${x},${y}`)
  const loose = ends.filter((one) => ends.filter((other) => other === one).length === 1)
  expect(loose.sort()).toEqual(['1400,800', '200,800'])
})

test('[F-06] groups move curves as they move lines', () => {
  const moved = '<g transform="translate(50 0) scale(-1 1)"><path d="M0 0Q20 0 20 20"/></g>'
  const { lines } = wallsOf(moved)
  const xs = lines.flatMap(({ from, to }) => [from.x, to.x])
  expect([Math.min(...xs), Math.max(...xs)]).toEqual([600, 1_000])
})

test('[F-06] the swing of a door and its leaf are no walls, and a round corner is one', () => {
  const swing = '<path d="M24 20A4 4 0 0 1 20 24"/>'
  const wall = '<line x1="0" y1="20" x2="20" y2="20"/>'
  const leaf = '<line x1="20" y1="20" x2="20" y2="24"/>'
  const door = wallsOf(wall + leaf + swing)
  expect(door.lines).toEqual([{ from: { x: 0, y: 400 }, to: { x: 400, y: 400 } }])
  expect([...door.leftOut]).toEqual(['door'])
  const corner = wallsOf(`<path d="M0 20H20A4 4 0 0 1 24 24V40"/>`)
  expect(corner.lines.length).toBeGreaterThanOrEqual(4)
  expect([...corner.leftOut]).toEqual([])
  expect(wallsOf(swing).lines.length).toBeGreaterThanOrEqual(2)
})

test('[F-06] paths that mean harm are no paths, and curves without end become no more walls than there may be', () => {
  const hostile = [
    'M0 0C1 1 2 2 NaN 3',
    'M0 0C1 1 2 2 1000000000 3',
    'M0 0A5 5 0 2 0 9 9',
    'M0 0A5 5 0 0 0',
    'M0 0S1 1 2',
    'M0 0Q1e999 1 2 2',
    'M0 0T',
    `M0 0${'C1 1 2 2 3 3'.repeat(100_000)}`,
    `M0 0${'Z'.repeat(100_000)}`,
    `M0 0${'A1 1 0 0 0 9 9'.repeat(100_000)}`,
  ]
  for (const path of hostile)
    expect({ path: path.slice(0, 30), is: pathLines(path) }).toEqual({
      ...{ path: path.slice(0, 30), is: null },
    })
  const waves = Array.from({ length: 900 }, (_, at) => `M0 ${at / 20}C40 0 60 90 99 ${at / 20}`)
  const { lines, leftOut } = wallsOf(`<path d="${waves.join('')}"/>`)
  expect(lines.length).toBeLessThanOrEqual(WALLS_MAX)
  expect(lines.length).toBeGreaterThan(WALLS_MAX * 0.9)
  expect([...leftOut]).toEqual(['many'])
  const flat: Curve = [
    { x: 0, y: 0 },
    { x: 1e8, y: 1e8 },
    { x: -1e8, y: 1e8 },
    { x: 1, y: 0 },
  ]
  expect(piecesOf(flat, TOLERANCE_CM, 20)).toHaveLength(64)
})
