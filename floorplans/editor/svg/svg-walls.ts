/**
 * An SVG read into walls to draw on with: the lines and curves of what it shows, and nothing else of it. Only shapes on a short list are
 * looked at, with the numbers that make them; no styles, no references, no scripts, no text. What was left out is said.
 */
import type { Point } from '../../document/floor-plan.ts'
import { type Curve, lengthOf, reachOf } from './curve.ts'
import { type Line, type PathLines, pathLines } from './path-lines.ts'
import { readLength, readNumbers } from './read-numbers.ts'
import { readTags, type Tag, type TagsProblem } from './read-tags.ts'
import { applied, type Matrix, readTransform, unmoved, within } from './transform.ts'

export type LeftOut =
  | 'text'
  | 'picture'
  | 'reference'
  | 'script'
  | 'style'
  | 'shape'
  | 'short'
  | 'door'
  | 'many'

export type SvgRead =
  | {
      readonly kind: 'read'
      /** Of the drawing, in its own units, from its upper left corner. */
      readonly width: number
      readonly height: number
      readonly lines: readonly Line[]
      readonly curves: readonly Curve[]
      readonly leftOut: ReadonlySet<LeftOut>
    }
  | { readonly kind: 'refused'; readonly why: TagsProblem }

/** Walls of one drawing: the longest are kept. */
export const WALLS_MAX = 1_000
/** Points, lines and curves looked at, over the whole file. */
const LINES_MAX = 50_000
/** What is shorter than this share of the drawing is a tick or a hatching. */
const SHORT_SHARE = 0.005

const reasons: Readonly<Record<string, LeftOut>> = {
  ...{ text: 'text', image: 'picture', use: 'reference', script: 'script', style: 'style' },
  ...{ foreignObject: 'script', a: 'reference' },
}
/** Shows nothing by itself. */
const unseen = [
  ...['defs', 'clipPath', 'mask', 'pattern', 'marker', 'symbol', 'metadata', 'title', 'desc'],
  ...['linearGradient', 'radialGradient', 'filter', 'view'],
]

interface Frame {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export function readSvgWalls(text: string): SvgRead {
  const tags = readTags(text)
  if (typeof tags === 'string') return { kind: 'refused', why: tags }
  const [first] = tags
  const frame = first?.name === 'svg' ? frameOf(first) : null
  if (frame === null) return { kind: 'refused', why: 'broken' }
  const leftOut = new Set<LeftOut>()
  const drawn = linesOf(tags.slice(1), frame, leftOut)
  if (drawn === null) return { kind: 'refused', why: 'too-large' }
  const reach = Math.max(frame.width, frame.height)
  const lines = longest(drawn.lines, lengthOf, reach, leftOut)
  const curves = longest(drawn.curves, reachOf, reach, leftOut)
  return { kind: 'read', width: frame.width, height: frame.height, lines, curves, leftOut }
}

/** The part of the drawing that is shown: its view box, or else its size. */
function frameOf({ attributes }: Tag): Frame | null {
  const box = attributes.get('viewBox')
  const [x = 0, y = 0, width = 0, height = 0] =
    box === undefined
      ? [0, 0, readLength(attributes.get('width')) ?? 0, readLength(attributes.get('height')) ?? 0]
      : (readNumbers(box, 4) ?? [])
  return width > 0 && height > 0 ? { x, y, width, height } : null
}

/** Null where there are more than anybody draws. */
function linesOf(tags: readonly Tag[], frame: Frame, leftOut: Set<LeftOut>): PathLines | null {
  const [lines, curves]: [Line[], Curve[]] = [[], []]
  const matrices: Matrix[] = [[1, 0, 0, 1, -frame.x, -frame.y]]
  /** How many open tags we are inside of one whose content is not looked at. */
  let passing = 0
  for (const tag of tags) {
    const steps = tag.isEmpty ? 0 : tag.kind === 'open' ? 1 : -1
    if (passing > 0) {
      passing += steps
      continue
    }
    if (tag.kind === 'close') {
      matrices.pop()
      continue
    }
    const matrix = matrixOf(tag, matrices.at(-1) ?? unmoved, leftOut)
    if (matrix === null) {
      passing = steps
      continue
    }
    if (!tag.isEmpty) matrices.push(matrix)
    if (tag.name === 'g') continue
    if (isPage(tag, frame)) continue
    const shape = shapeLines(tag, leftOut)
    for (const { from, to } of shape.lines) {
      lines.push({ from: applied(matrix, from), to: applied(matrix, to) })
    }
    for (const [from, first, second, to] of shape.curves) {
      curves.push([
        ...([applied(matrix, from), applied(matrix, first)] as const),
        ...([applied(matrix, second), applied(matrix, to)] as const),
      ])
    }
    if (lines.length + curves.length > LINES_MAX) return null
  }
  return { lines, curves }
}

const shapes = ['line', 'rect', 'polyline', 'polygon', 'path']

/** Where a tag's content lies; null where it is not looked at. */
function matrixOf(tag: Tag, outer: Matrix, leftOut: Set<LeftOut>): Matrix | null {
  const { name, attributes } = tag
  if (name !== 'g' && !shapes.includes(name)) {
    if (!unseen.includes(name)) leftOut.add(reasons[name] ?? 'shape')
    return null
  }
  if (attributes.get('display') === 'none' || attributes.get('visibility') === 'hidden') return null
  const own = readTransform(attributes.get('transform'))
  if (own === null) leftOut.add('shape')
  return own === null ? null : within(outer, own)
}

function shapeLines(tag: Tag, leftOut: Set<LeftOut>): PathLines {
  const found = linesOfShape(tag)
  if (found === null) leftOut.add('shape')
  return found ?? { lines: [], curves: [] }
}

function linesOfShape({ name, attributes }: Tag): PathLines | null {
  const number = (key: string) => (attributes.has(key) ? readLength(attributes.get(key)) : 0)
  switch (name) {
    case 'line': {
      const [x1, y1, x2, y2] = ['x1', 'y1', 'x2', 'y2'].map(number)
      return joined([pointOf(x1, y1), pointOf(x2, y2)], false)
    }
    case 'rect': {
      const [x, y, width, height] = ['x', 'y', 'width', 'height'].map(number)
      const [left, top] = [pointOf(x, y), pointOf(width, height)]
      if (left === null || top === null) return null
      const [right, bottom] = [left.x + top.x, left.y + top.y]
      const corners = [left, { x: right, y: left.y }, { x: right, y: bottom }]
      return joined([...corners, { x: left.x, y: bottom }], true)
    }
    case 'polyline':
    case 'polygon':
      return joined(pointsOf(attributes.get('points') ?? ''), name === 'polygon')
    default:
      return pathLines(attributes.get('d') ?? '')
  }
}

function pointOf(x: number | null | undefined, y: number | null | undefined): Point | null {
  return typeof x === 'number' && typeof y === 'number' ? { x, y } : null
}

function pointsOf(source: string): readonly (Point | null)[] {
  const numbers = readNumbers(source, 2 * LINES_MAX)
  if (numbers === null || numbers.length % 2 === 1) return [null]
  return Array.from({ length: numbers.length / 2 }, (_, at) =>
    pointOf(numbers[2 * at], numbers[2 * at + 1]),
  )
}

function joined(points: readonly (Point | null)[], isClosed: boolean) {
  const lines: Line[] = []
  for (const [at, from] of points.entries()) {
    const to = points[at + 1] ?? (isClosed ? points[0] : undefined)
    if (from === null || to === null) return null
    if (to !== undefined) lines.push({ from, to })
  }
  return { lines, curves: [] }
}

/** The paper that many programs draw first. */
function isPage({ name, attributes }: Tag, { width, height }: Frame): boolean {
  if (name !== 'rect' || !['none', undefined].includes(attributes.get('stroke'))) return false
  const covers = (key: string, length: number) =>
    attributes.get(key) === '100%' || (readLength(attributes.get(key)) ?? 0) >= length
  return covers('width', width) && covers('height', height)
}

/** Each line or curve once, without what is too short to be a wall, the longest first. */
function longest<One extends Line | Curve>(
  all: readonly One[],
  length: (one: One) => number,
  reach: number,
  leftOut: Set<LeftOut>,
): readonly One[] {
  const known = new Set<string>()
  const found: { readonly one: One; readonly long: number }[] = []
  for (const one of all) {
    const long = length(one)
    if (!Number.isFinite(long) || long < reach * SHORT_SHARE) {
      leftOut.add('short')
      continue
    }
    const points: readonly Point[] = 'from' in one ? [one.from, one.to] : one
    const texts = points.map(
      ({ x, y }) => `${Math.round((1e4 * x) / reach)},${Math.round((1e4 * y) / reach)}`,
    )
    const key = [texts.join(' '), texts.toReversed().join(' ')].sort()[0] ?? ''
    if (!known.has(key)) found.push({ one, long })
    known.add(key)
  }
  if (found.length > WALLS_MAX) leftOut.add('many')
  return found
    .toSorted((a, b) => b.long - a.long)
    .slice(0, WALLS_MAX)
    .map(({ one }) => one)
}
