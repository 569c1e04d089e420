/** Where a drawing puts what it draws: `transform` as a matrix. */
import type { Point } from '../../document/floor-plan.ts'
import { readNumbers } from './read-numbers.ts'

/** x' = a x + c y + e, y' = b x + d y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

export const unmoved: Matrix = [1, 0, 0, 1, 0, 0]

const PARTS_MAX = 16
const NUMBERS_MAX = 6

export function applied([a, b, c, d, e, f]: Matrix, { x, y }: Point): Point {
  return { x: a * x + c * y + e, y: b * x + d * y + f }
}

/** First the inner one, then the outer. */
export function within(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer
  const [g, h, i, j, k, l] = inner
  return [
    ...([a * g + c * h, b * g + d * h] as const),
    ...([a * i + c * j, b * i + d * j] as const),
    ...([a * k + c * l + e, b * k + d * l + f] as const),
  ]
}

/** Null for what is no transform: what it would be put on is left out then. */
export function readTransform(source: string | undefined): Matrix | null {
  if (source === undefined || source.trim() === '') return unmoved
  const parts = source.split(')').map((part) => part.replace(/^[\s,]+/, ''))
  if (parts.pop()?.trim() !== '' || parts.length > PARTS_MAX) return null
  let matrix = unmoved
  for (const part of parts) {
    const [name = '', list, ...more] = part.split('(')
    const numbers = list === undefined || more.length > 0 ? null : readNumbers(list, NUMBERS_MAX)
    const next = numbers === null ? null : matrixOf(name.trim(), numbers)
    if (next === null) return null
    matrix = within(matrix, next)
  }
  return matrix
}

function matrixOf(name: string, numbers: readonly number[]): Matrix | null {
  const [x, y, z] = numbers
  if (x === undefined) return null
  switch (name) {
    case 'matrix': {
      const [, b, c, d, e, f] = numbers
      const isWhole = b !== undefined && c !== undefined && d !== undefined
      return isWhole && e !== undefined && f !== undefined ? [x, b, c, d, e, f] : null
    }
    case 'translate':
      return [1, 0, 0, 1, x, y ?? 0]
    case 'scale':
      return [x, 0, 0, y ?? x, 0, 0]
    case 'rotate':
      return rotated(x, { x: y ?? 0, y: z ?? 0 })
    case 'skewX':
      return [1, 0, Math.tan(radians(x)), 1, 0, 0]
    case 'skewY':
      return [1, Math.tan(radians(x)), 0, 1, 0, 0]
    default:
      return null
  }
}

function rotated(degrees: number, { x, y }: Point): Matrix {
  const [cos, sin] = [Math.cos(radians(degrees)), Math.sin(radians(degrees))]
  return [cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y]
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180
}
