/** What every painter holds: the colours, how wide a pixel is at the scale painted for, and a few strokes of the pen. */
import type { Point } from '../document/floor-plan.ts'
import type { Colour } from './colour.ts'
import type { Palette } from './palette.ts'
import type { Pen } from './pen.ts'

export interface Brush {
  readonly palette: Palette
  /** Centimetres that one pixel covers at the scale painted for. */
  readonly px: number
}

export function polyline(pen: Pen, points: readonly Point[], width: number, color: Colour): void {
  const [first, ...rest] = points
  if (first === undefined) return
  pen.moveTo(first.x, first.y)
  for (const point of rest) pen.lineTo(point.x, point.y)
  pen.stroke({ width, color, cap: 'round', join: 'round' })
}

/** Many separate lines of one ink: one stroke, one shape for the graphics card, and plain ends: a round one is ten triangles. */
export function lines(
  pen: Pen,
  pieces: readonly (readonly Point[])[],
  width: number,
  color: Colour,
): void {
  if (pieces.length === 0) return
  for (const [first, ...rest] of pieces) {
    if (first === undefined) continue
    pen.moveTo(first.x, first.y)
    for (const point of rest) pen.lineTo(point.x, point.y)
  }
  pen.stroke({ width, color })
}

/** A box around the origin with round corners. */
export function rounded(
  pen: Pen,
  x: number,
  y: number,
  width: number,
  height: number,
  radius: number,
): Pen {
  return pen.roundRect(x - width / 2, y - height / 2, width, height, radius)
}
