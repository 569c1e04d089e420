/**
 * Curves of a drawing. All of them are kept as cubic Béziers, which a group's matrix moves by moving their four points; on a floor of known
 * size they become straight pieces that leave the curve by no more than a tolerance.
 */
import type { Point } from '../../document/floor-plan.ts'
import type { Line } from './path-lines.ts'

/** A cubic Bézier: where it begins, its two handles, where it ends. In the drawing's units. */
export type Curve = readonly [from: Point, first: Point, second: Point, to: Point]

/** Pieces of one curve: a full circle of twenty metres' radius, in its four quarters, needs some 28 each at two centimetres. */
export const PIECES_MAX = 64

/** A quadratic Bézier raised to a cubic, exactly. */
export function quadratic(from: Point, handle: Point, to: Point): Curve {
  return [from, towards(from, handle, 2 / 3), towards(to, handle, 2 / 3), to]
}

/** A straight line where an arc has no radius, as SVG has it. */
function straight(from: Point, to: Point): Curve {
  return [from, towards(from, to, 1 / 3), towards(from, to, 2 / 3), to]
}

export interface Arc {
  readonly rx: number
  readonly ry: number
  /** Degrees by which the ellipse is turned. */
  readonly rotation: number
  readonly isLarge: boolean
  readonly isSweep: boolean
}

/**
 * An arc between two points in at most four pieces of a quarter turn each, which leave it by less than 0.03 % of its radius. Centre and
 * angles are found as SVG 2, appendix B.2.4, has it; radii too small for their ends are made larger (B.2.5).
 */
export function arcCurves(from: Point, to: Point, arc: Arc): readonly Curve[] {
  if (from.x === to.x && from.y === to.y) return []
  const ellipse = ellipseThrough(from, to, arc)
  if (ellipse === null) return [straight(from, to)]
  const { start, turn, at } = ellipse
  const count = Math.max(1, Math.ceil(Math.abs(turn) / (Math.PI / 2) - 1e-9))
  const step = turn / count
  // The length of a handle that lets a cubic follow so much of a circle.
  const reach = (4 / 3) * Math.tan(step / 4)
  return Array.from({ length: count }, (_, piece): Curve => {
    const [a, b] = [start + piece * step, start + (piece + 1) * step]
    const first = at(Math.cos(a) - reach * Math.sin(a), Math.sin(a) + reach * Math.cos(a))
    const second = at(Math.cos(b) + reach * Math.sin(b), Math.sin(b) - reach * Math.cos(b))
    // The ends as they are written, so that walls meet.
    const begin = piece === 0 ? from : at(Math.cos(a), Math.sin(a))
    const end = piece === count - 1 ? to : at(Math.cos(b), Math.sin(b))
    return [begin, first, second, end]
  })
}

function ellipseThrough(from: Point, to: Point, { rotation, isLarge, isSweep, ...arc }: Arc) {
  const angle = (rotation * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const [dx, dy] = [(from.x - to.x) / 2, (from.y - to.y) / 2]
  const [x, y] = [cos * dx + sin * dy, cos * dy - sin * dx]
  let [rx, ry] = [Math.abs(arc.rx), Math.abs(arc.ry)]
  if (!(rx > 0 && ry > 0)) return null
  const least = Math.hypot(x / rx, y / ry)
  if (least > 1) [rx, ry] = [rx * least, ry * least]
  const [u, v] = [x / rx, y / ry]
  const share = Math.sqrt(Math.max(0, 1 / (u * u + v * v) - 1)) * (isLarge === isSweep ? -1 : 1)
  // In circles of radius 1: the centre, and from it the angles of both ends.
  const [cx, cy] = [share * v, -share * u]
  const start = Math.atan2(v - cy, u - cx)
  let turn = Math.atan2(-v - cy, -u - cx) - start
  if (isSweep && turn < 0) turn += 2 * Math.PI
  if (!isSweep && turn > 0) turn -= 2 * Math.PI
  if (![rx, ry, cx, cy, start, turn].every(Number.isFinite)) return null
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }
  const at = (a: number, b: number): Point => {
    const [along, across] = [rx * (a + cx), ry * (b + cy)]
    return {
      x: middle.x + cos * along - sin * across,
      y: middle.y + sin * along + cos * across,
    }
  }
  return { start, turn, at }
}

export function lengthOf({ from, to }: Line): number {
  return between(from, to)
}

/** At least as long as the curve. */
export function reachOf([from, first, second, to]: Curve): number {
  return between(from, first) + between(first, second) + between(second, to)
}

/**
 * Straight pieces that are nowhere farther from the curve than `tolerance`, by the bound that its second differences give (Wang), and no
 * shorter than `pieceMin` on average; all in the curve's own unit.
 */
export function piecesOf(curve: Curve, tolerance: number, pieceMin: number): readonly Line[] {
  const [from, first, second, to] = curve
  const bend = Math.max(bendAt(from, first, second), bendAt(first, second, to))
  const wanted = Math.ceil(Math.sqrt((6 * bend) / (8 * tolerance)))
  const most = Math.max(1, Math.floor(reachOf(curve) / pieceMin))
  const count = Math.max(1, Math.min(wanted, most, PIECES_MAX))
  const points = Array.from({ length: count + 1 }, (_, at) => pointAt(curve, at / count))
  return points.slice(1).map((end, at) => ({ from: points[at] ?? from, to: end }))
}

function bendAt(a: Point, b: Point, c: Point): number {
  return Math.hypot(a.x - 2 * b.x + c.x, a.y - 2 * b.y + c.y)
}

export function pointAt([from, first, second, to]: Curve, share: number): Point {
  if (share === 0) return from
  if (share === 1) return to
  const rest = 1 - share
  const [a, b, c, d] = [rest ** 3, 3 * rest * rest * share, 3 * rest * share * share, share ** 3]
  return {
    x: a * from.x + b * first.x + c * second.x + d * to.x,
    y: a * from.y + b * first.y + c * second.y + d * to.y,
  }
}

/** A quarter turn that is round, as a door swings: its radius, and the corner around which it goes; null for any other curve. */
export function quarterOf([from, first, second, to]: Curve): {
  readonly radius: number
  readonly hinge: Point
} | null {
  const [a, b] = [minus(first, from), minus(to, second)]
  const [along, across] = [Math.hypot(a.x, a.y), Math.hypot(b.x, b.y)]
  const chord = minus(to, from)
  const radius = Math.hypot(chord.x, chord.y) / Math.SQRT2
  const isRound = Math.abs(along / across - 1) < 0.1 && Math.abs(along / radius - 0.5523) < 0.08
  if (!isRound || Math.abs(a.x * b.x + a.y * b.y) > 0.15 * along * across) return null
  // Along the tangent from the end, back: the corner that is not the one between the tangents.
  return { radius, hinge: minus(to, { x: (a.x / along) * radius, y: (a.y / along) * radius }) }
}

function minus(a: Point, b: Point): Point {
  return { x: a.x - b.x, y: a.y - b.y }
}

export function between(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}

function towards(from: Point, to: Point, share: number): Point {
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }
}
