import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pathLines } from './path-lines.ts'
import { readSvgWalls, WALLS_MAX } from './svg-walls.ts'
import { applied, readTransform } from './transform.ts'
import { wallsOnFloor } from './walls-on-floor.ts'

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
