/** An SVG path: its straight pieces, and its curves, all as cubic Béziers. */
import type { Point } from '../../document/floor-plan.ts'
import { arcCurves, type Curve, quadratic } from './curve.ts'
import { readArcNumbers, readNumbers } from './read-numbers.ts'

export interface Line {
  readonly from: Point
  readonly to: Point
}

export interface PathLines {
  readonly lines: readonly Line[]
  readonly curves: readonly Curve[]
}

/** Numbers of one path; a whole floor drawn without lifting the pen. */
const NUMBERS_MAX = 20_000

/** How many numbers a command takes, and which of them, from the end, is where it leads. */
const takes: Readonly<Record<string, number>> = {
  M: 2,
  L: 2,
  T: 2,
  H: 1,
  V: 1,
  S: 4,
  Q: 4,
  C: 6,
  A: 7,
}
const command = /([MLHVZCSQTA])([^MLHVZCSQTA]*)/giy

/** Where the pen is, where its line began, and the last handle, which the next command may mirror. */
interface Pen {
  at: Point
  start: Point
  handle: { readonly of: 'cubic' | 'quadratic'; readonly at: Point } | null
}

/** Null for what is no path. */
export function pathLines(source: string): PathLines | null {
  const found: { lines: Line[]; curves: Curve[] } = { lines: [], curves: [] }
  const zero = { x: 0, y: 0 }
  const pen: Pen = { at: zero, start: zero, handle: null }
  let left = NUMBERS_MAX
  command.lastIndex = /^\s*/.exec(source)?.[0].length ?? 0
  while (command.lastIndex < source.length) {
    const match = command.exec(source)
    if (match === null) return null
    const name = (match[1] ?? '').toUpperCase()
    const isRelative = match[1] !== name
    const numbers = (name === 'A' ? readArcNumbers : readNumbers)(match[2] ?? '', left)
    const size = takes[name] ?? 0
    if (numbers === null || (size === 0 ? numbers.length > 0 : isUneven(numbers, size))) return null
    left -= numbers.length + 1
    if (left < 0) return null
    if (name === 'Z') {
      found.lines.push({ from: pen.at, to: pen.start })
      Object.assign(pen, { at: pen.start, handle: null } satisfies Partial<Pen>)
    }
    for (let at = 0; at < numbers.length; at += size) {
      const some = numbers.slice(at, at + size)
      const to = endOf(name, some, pen.at, isRelative)
      if (name === 'M' && at === 0) pen.start = to
      else if ('MLHV'.includes(name)) found.lines.push({ from: pen.at, to })
      const { curves, handle } = curvesOf(name, some, pen, to, isRelative)
      found.curves.push(...curves)
      Object.assign(pen, { at: to, handle } satisfies Partial<Pen>)
    }
  }
  return found
}

/** What a command draws that is not straight, and the handle that it leaves to the next. */
function curvesOf(
  name: string,
  numbers: readonly number[],
  { at, handle }: Pen,
  to: Point,
  isRelative: boolean,
): { readonly curves: readonly Curve[]; readonly handle: Pen['handle'] } {
  const from = isRelative ? at : { x: 0, y: 0 }
  const point = (index: number): Point => ({
    x: from.x + (numbers[index] ?? 0),
    y: from.y + (numbers[index + 1] ?? 0),
  })
  /** A command without a first handle of its own has the last one's mirror image, if that was of its kind. */
  const mirrored = (of: 'cubic' | 'quadratic'): Point =>
    handle?.of === of ? { x: 2 * at.x - handle.at.x, y: 2 * at.y - handle.at.y } : at
  switch (name) {
    case 'C':
    case 'S': {
      const first = name === 'C' ? point(0) : mirrored('cubic')
      const second = point(name === 'C' ? 2 : 0)
      return { curves: [[at, first, second, to]], handle: { of: 'cubic', at: second } }
    }
    case 'Q':
    case 'T': {
      const only = name === 'Q' ? point(0) : mirrored('quadratic')
      return { curves: [quadratic(at, only, to)], handle: { of: 'quadratic', at: only } }
    }
    case 'A': {
      const [rx = 0, ry = 0, rotation = 0, large = 0, sweep = 0] = numbers
      const arc = { rx, ry, rotation, isLarge: large !== 0, isSweep: sweep !== 0 }
      return { curves: arcCurves(at, to, arc), handle: null }
    }
    default:
      return { curves: [], handle: null }
  }
}

function isUneven(numbers: readonly number[], size: number): boolean {
  return numbers.length === 0 || numbers.length % size !== 0
}

function endOf(name: string, numbers: readonly number[], pen: Point, isRelative: boolean): Point {
  const from = isRelative ? pen : { x: 0, y: 0 }
  const [x = 0, y = 0] = numbers.slice(-2)
  if (name === 'H') return { x: from.x + x, y: pen.y }
  if (name === 'V') return { x: pen.x, y: from.y + x }
  return { x: from.x + x, y: from.y + y }
}
