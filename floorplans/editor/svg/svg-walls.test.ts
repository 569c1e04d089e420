import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Point } from '../../document/floor-plan.ts'
import { arcCurves, type Curve, piecesOf, pointAt } from './curve.ts'
import { type Line, pathLines } from './path-lines.ts'
import { readSvgWalls, TOLERANCE_CM, WALLS_MAX, wallsOnFloor } from './svg-walls.ts'
import { applied, readTransform } from './transform.ts'

const svg = (inner: string, attributes = 'viewBox="0 0 100 50"') =>
  `<?xml version="1.0"?><!-- a --><svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inner}</svg>`

/** The lines as text, from left to right. */
function linesOf(inner: string, attributes?: string): readonly string[] {
  const read = readSvgWalls(svg(inner, attributes))
  if (read.kind === 'refused') return [read.why]
  const end = ({ x, y }: { x: number; y: number }) => `${+x.toFixed(3)},${+y.toFixed(3)}`
  return read.lines.map(({ from, to }) => `${end(from)} ${end(to)}`).sort()
}

function leftOutOf(inner: string): readonly string[] {
  const read = readSvgWalls(svg(inner))
  return read.kind === 'refused' ? [read.why] : [...read.leftOut].sort()
}

test('[F-06] lines, rectangles, polygons and the straight parts of paths are read', () => {
  expect(linesOf('<line x1="1" y1="2" x2="30" y2="2"/>')).toEqual(['1,2 30,2'])
  expect(linesOf('<rect x="0" y="0" width="20" height="10"/>')).toHaveLength(4)
  expect(linesOf('<polyline points="0,0 10,0 10,10"/>')).toEqual(['0,0 10,0', '10,0 10,10'])
  expect(linesOf('<polygon points="0,0 10,0 10,10"/>')).toHaveLength(3)
  expect(linesOf('<path d="M0 0H20v10l-20,0z"/>')).toEqual([
    '0,0 20,0',
    '0,10 0,0',
    '20,0 20,10',
    '20,10 0,10',
  ])
})

test('[F-06] groups move what is in them, the view box what it shows, and a line drawn twice is one', () => {
  const moved = '<g transform="translate(10 5) scale(2)"><line x1="0" y1="0" x2="10" y2="0"/></g>'
  expect(linesOf(moved)).toEqual(['10,5 30,5'])
  const turned = '<line transform="rotate(90 10 10)" x1="10" y1="10" x2="30" y2="10"/>'
  expect(linesOf(turned)).toEqual(['10,10 10,30'])
  expect(linesOf('<line x1="10" y1="10" x2="30" y2="10"/>', 'viewBox="10 10 100 50"')).toEqual([
    '0,0 20,0',
  ])
  const twice = '<line x1="0" y1="0" x2="10" y2="0"/><line x1="10" y1="0" x2="0" y2="0"/>'
  expect(linesOf(twice)).toHaveLength(1)
})

test('[F-06] a drawing is as wide on the floor as somebody says', () => {
  const read = readSvgWalls(svg('<line x1="0" y1="0" x2="50" y2="25"/>'))
  if (read.kind === 'refused') throw new Error(read.why)
  expect(wallsOnFloor(read, 2_000).lines).toEqual([
    { from: { x: 0, y: 0 }, to: { x: 1_000, y: 500 } },
  ])
})

test('[F-06] what is no wall is left out, and said', () => {
  expect(leftOutOf('<text>Room</text>')).toEqual(['text'])
  expect(leftOutOf('<script>alert(1)</script>')).toEqual(['script'])
  expect(leftOutOf('<style>@import "https://elsewhere.example/x"</style>')).toEqual(['style'])
  expect(leftOutOf('<use href="https://elsewhere.example/x.svg#a"/>')).toEqual(['reference'])
  expect(leftOutOf('<image href="file:///etc/passwd"/>')).toEqual(['picture'])
  expect(leftOutOf('<foreignObject><line x1="0" y1="0" x2="9" y2="9"/></foreignObject>')).toEqual([
    'script',
  ])
  expect(leftOutOf('<circle r="5"/><path d="M0 0C1 1 2 2 30 30"/>')).toEqual(['shape'])
  expect(leftOutOf('<line x1="0" y1="0" x2="0.1" y2="0"/>')).toEqual(['short'])
  expect(leftOutOf('<line x1="NaN" y1="0" x2="1e999" y2="0"/>')).toEqual(['shape'])
  expect(linesOf('<defs><line x1="0" y1="0" x2="9" y2="9"/></defs>')).toEqual([])
  expect(linesOf('<g display="none"><line x1="0" y1="0" x2="9" y2="9"/></g>')).toEqual([])
  expect(linesOf('<rect width="100%" height="100%" fill="#fff"/>')).toEqual([])
})

const laughs = `<!DOCTYPE svg [<!ENTITY a "ha">${Array.from(
  { length: 30 },
  (_, at) => `<!ENTITY b${at} "&a;&a;&a;&a;">`,
).join('')}]>`

test.each([
  ['declarations that grow without end', `${laughs}<svg viewBox="0 0 1 1">&b29;</svg>`, 'broken'],
  [
    'an entity of its own',
    '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg/>',
    'broken',
  ],
  ['a tag that does not end', '<svg viewBox="0 0 1 1"><g', 'broken'],
  ['quotes that do not end', '<svg viewBox="0 0 1 1><g/></svg>', 'broken'],
  ['tags that cross', '<svg viewBox="0 0 1 1"><g></svg></g>', 'broken'],
  ['no drawing', '<html></html>', 'broken'],
  ['no size', '<svg></svg>', 'broken'],
  ['a size that is none', '<svg viewBox="0 0 NaN 1e400"></svg>', 'broken'],
  ['a thousand groups in each other', svg('<g>'.repeat(1_000) + '</g>'.repeat(1_000)), 'too-deep'],
  ['a hundred thousand tags', svg('<g/>'.repeat(100_000)), 'too-large'],
  ['more letters than a drawing has', svg('x'.repeat(4_000_001)), 'too-large'],
])('[F-06] a drawing is refused: %s', (_what, text, why) => {
  expect(readSvgWalls(text)).toEqual({ kind: 'refused', why })
})

test('[F-06] of a drawing with very many lines the longest become walls, and one path has its cap', () => {
  const many = Array.from({ length: 3_000 }, (_, at) => `M0 ${at / 100}h${50 + (at % 40)}`).join('')
  const read = readSvgWalls(svg(`<path d="${many}"/>`))
  if (read.kind === 'refused') throw new Error(read.why)
  expect(read.lines).toHaveLength(WALLS_MAX)
  expect([...read.leftOut]).toEqual(['many'])
  expect(pathLines('M0 0'.concat('h1'.repeat(30_000)))).toBeNull()
})

test('[F-06] whatever a file says, reading it ends soon with walls of finite numbers or with a reason', () => {
  const value = fc.oneof(
    fc.double().map(String),
    fc.constantFrom('NaN', '1e999', '-1e308', '100%', '', 'M', '0 0 0', '5px'),
    fc.string({ maxLength: 12 }),
  )
  const name = fc.constantFrom('g', 'line', 'rect', 'path', 'polygon', 'svg', 'use', 'text')
  const key = fc.constantFrom(
    ...['x1', 'y2', 'width', 'height', 'points', 'transform', 'd', 'viewBox', 'display', 'href'],
  )
  const tag = fc
    .tuple(name, fc.array(fc.tuple(key, value), { maxLength: 5 }), fc.boolean())
    .map(([of, attributes, isEmpty]) => {
      const written = attributes.map(([one, text]) => `${one}="${text}"`).join(' ')
      return `<${of} ${written}${isEmpty ? '/>' : `></${of}>`}`
    })
  const whole = fc.array(tag, { maxLength: 12 }).map((tags) => svg(tags.join('')))
  fc.assert(
    fc.property(fc.oneof(whole, fc.string()), (text) => {
      const read = readSvgWalls(text)
      if (read.kind === 'refused') return
      for (const { from, to } of wallsOnFloor(read, 2_000).lines) {
        expect([from.x, from.y, to.x, to.y].every(Number.isFinite)).toBe(true)
      }
    }),
    { numRuns: 300 },
  )
})

test('[F-06] paths and transforms: what is no number, or too many of them, is none', () => {
  const hostile = ['M', 'M0', 'M0 0L1', 'Z5', 'M0 0 X', 'L1e999 0', 'M0 0H', 'M0,0 L-.5.5.5.5.5']
  for (const path of hostile) expect({ [path]: pathLines(path) }).toEqual({ [path]: null })
  expect(pathLines('M0-5.5.5L1 1')).toBeNull()
  expect(pathLines('M1-5.5.5.5')?.lines).toEqual([
    { from: { x: 1, y: -5.5 }, to: { x: 0.5, y: 0.5 } },
  ])
  for (const transform of ['rotate', 'rotate(a)', 'url(#x)', 'scale(1)scale', 'matrix(1 2 3)']) {
    expect({ [transform]: readTransform(transform) }).toEqual({ [transform]: null })
  }
  const matrix = readTransform('translate(10) , rotate(90)') ?? [1, 0, 0, 1, 0, 0]
  const { x, y } = applied(matrix, { x: 1, y: 0 })
  expect([+x.toFixed(6), +y.toFixed(6)]).toEqual([10, 1])
})

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
  const read = readSvgWalls(svg(inner))
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
