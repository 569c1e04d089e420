/** What was read of a drawing as walls on a floor, once somebody says how wide the drawing is there. */
import type { Point } from '../../document/floor-plan.ts'
import { SIDE_CM_MIN } from '../object-box.ts'
import { between, type Curve, lengthOf, piecesOf, quarterOf } from './curve.ts'
import type { Line } from './path-lines.ts'
import { type LeftOut, type SvgRead, WALLS_MAX } from './svg-walls.ts'

/** How far walls may stand from the curve that was drawn: less than a wall is thick, and a door needs no bending for it. */
export const TOLERANCE_CM = 2
/** Radius of a quarter turn that may be the swing of a door. */
const SWING_CM = { min: 45, max: 160 } as const
/** By how much of its radius a door's leaf may miss the swing's ends: it has a thickness, and programs draw it at an edge of it. */
const SWING_SLACK = 0.13

export interface OnFloor {
  readonly lines: readonly Line[]
  readonly leftOut: ReadonlySet<LeftOut>
}

/**
 * The walls, where somebody says how wide the drawing is: in whole centimetres from the floor's corner, curves as straight pieces, nothing
 * shorter than a hand can take. A quarter turn with a line from its middle to its end is a door; neither of them is a wall.
 */
export function wallsOnFloor(
  { lines, curves, width, leftOut }: Extract<SvgRead, { kind: 'read' }>,
  widthCm: number,
): OnFloor {
  const factor = widthCm / width
  const on = ({ x, y }: Point) => ({ x: x * factor, y: y * factor })
  const straight = lines.map(({ from, to }) => ({ from: on(from), to: on(to) }))
  const bent = curves.map(
    ([from, first, second, to]): Curve => [on(from), on(first), on(second), on(to)],
  )
  const said = new Set(leftOut)
  const { swings, leaves } = doorsOf(straight, bent)
  if (swings.size > 0) said.add('door')
  const whole = [
    ...straight.filter((line) => !leaves.has(line)).map((line) => [line]),
    ...bent
      .filter((curve) => !swings.has(curve))
      .map((curve) => piecesOf(curve, TOLERANCE_CM, SIDE_CM_MIN)),
  ]
  const found: Line[] = []
  for (const pieces of whole.map(asWalls).toSorted((a, b) => sumOf(b) - sumOf(a))) {
    if (found.length + pieces.length <= WALLS_MAX) found.push(...pieces)
    else said.add('many')
  }
  return { lines: found, leftOut: said }
}

/** In whole centimetres. */
function asWalls(pieces: readonly Line[]): readonly Line[] {
  const whole = ({ x, y }: Point) => ({ x: Math.round(x), y: Math.round(y) })
  return pieces
    .map(({ from, to }) => ({ from: whole(from), to: whole(to) }))
    .filter((line) => lengthOf(line) >= SIDE_CM_MIN)
}

function sumOf(pieces: readonly Line[]): number {
  return pieces.reduce((sum, line) => sum + lengthOf(line), 0)
}

/** The swings of doors and the lines that are their leaves and sills; all in centimetres. */
function doorsOf(lines: readonly Line[], curves: readonly Curve[]) {
  const swings = new Set<Curve>()
  const leaves = new Set<Line>()
  for (const curve of curves) {
    const quarter = quarterOf(curve)
    if (quarter === null || quarter.radius < SWING_CM.min || quarter.radius > SWING_CM.max) continue
    const slack = quarter.radius * SWING_SLACK
    const isAt = (a: Point, b: Point) => between(a, b) <= slack
    const isEnd = (at: Point) => isAt(at, curve[0]) || isAt(at, curve[3])
    const own = lines.filter(
      ({ from, to }) =>
        (isAt(from, quarter.hinge) && isEnd(to)) || (isAt(to, quarter.hinge) && isEnd(from)),
    )
    if (own.length === 0) continue
    swings.add(curve)
    for (const line of own) leaves.add(line)
  }
  return { swings, leaves }
}
