/** The straight pieces of an SVG path. Where it bends the pen only moves on: a door's swing is no wall. */
import type { Point } from '../../document/floor-plan.ts'
import { readNumbers } from './read-numbers.ts'

export interface Line {
  readonly from: Point
  readonly to: Point
}

export interface PathLines {
  readonly lines: readonly Line[]
  readonly hasCurves: boolean
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

/** Null for what is no path. */
export function pathLines(source: string): PathLines | null {
  const lines: Line[] = []
  let pen: Point = { x: 0, y: 0 }
  let start = pen
  let [hasCurves, left] = [false, NUMBERS_MAX]
  command.lastIndex = /^\s*/.exec(source)?.[0].length ?? 0
  while (command.lastIndex < source.length) {
    const match = command.exec(source)
    if (match === null) return null
    const name = (match[1] ?? '').toUpperCase()
    const isRelative = match[1] !== name
    const numbers = readNumbers(match[2] ?? '', left)
    const size = takes[name] ?? 0
    if (numbers === null || (size === 0 ? numbers.length > 0 : isUneven(numbers, size))) return null
    left -= numbers.length
    if (name === 'Z') {
      lines.push({ from: pen, to: start })
      pen = start
    }
    for (let at = 0; at < numbers.length; at += size) {
      const to = endOf(name, numbers.slice(at, at + size), pen, isRelative)
      if (name === 'M' && at === 0) start = to
      else if ('MLHV'.includes(name)) lines.push({ from: pen, to })
      else hasCurves = true
      pen = to
    }
  }
  return { lines, hasCurves }
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
