/** Dashes and hatching as line segments, because a tessellated stroke knows neither. Pure. */
import type { Point } from '../document/floor-plan.ts'

export type Segment = readonly [from: Point, to: Point]

/** At most this many pieces in one pattern: a room across the screen needs a few hundred. */
const SEGMENTS_MAX = 2000

/** Diagonal lines from lower left to upper right over a box around the origin, `step` apart along its edges. */
export function hatch(width: number, height: number, step: number): readonly Segment[] {
  const [w, h] = [width / 2, height / 2]
  const found: Segment[] = []
  for (let sum = -w - h + step / 2; sum < w + h && found.length < SEGMENTS_MAX; sum += step) {
    // On one line x + y is the same; its ends are where it meets the box.
    const x0 = Math.max(-w, sum - h)
    const x1 = Math.min(w, sum + h)
    if (x1 > x0)
      found.push([
        { x: x0, y: sum - x0 },
        { x: x1, y: sum - x1 },
      ])
  }
  return found
}

/** The outline of a box with round corners, each corner in `steps` pieces. */
export function roundOutline(
  width: number,
  height: number,
  radius: number,
  steps = 4,
): readonly Point[] {
  const [w, h] = [width / 2 - radius, height / 2 - radius]
  const corners = [
    { x: w, y: -h, from: -90 },
    { x: w, y: h, from: 0 },
    { x: -w, y: h, from: 90 },
    { x: -w, y: -h, from: 180 },
  ]
  return corners.flatMap(({ x, y, from }) =>
    Array.from({ length: steps + 1 }, (_, index) => {
      const angle = ((from + (90 * index) / steps) * Math.PI) / 180
      return { x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle) }
    }),
  )
}

/** A closed outline cut into dashes; corners are followed, so that a round outline keeps its shape. */
export function dashesAlong(
  outline: readonly Point[],
  dash: number,
  gap: number,
): readonly (readonly Point[])[] {
  const found: Point[][] = []
  let left = dash
  let isDrawing = true
  let piece: Point[] = []
  for (const [index, from] of outline.entries()) {
    const to = outline[(index + 1) % outline.length] ?? from
    const length = Math.hypot(to.x - from.x, to.y - from.y)
    let done = 0
    if (isDrawing && piece.length === 0) piece.push(from)
    while (length - done > left && found.length < SEGMENTS_MAX) {
      done += left
      const cut = at(from, to, done / length)
      if (isDrawing) {
        found.push([...piece, cut])
        piece = []
      } else piece = [cut]
      isDrawing = !isDrawing
      left = isDrawing ? dash : gap
    }
    left -= length - done
    if (isDrawing) piece.push(to)
  }
  if (isDrawing && piece.length > 1) found.push(piece)
  return found
}

function at(from: Point, to: Point, share: number): Point {
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }
}
