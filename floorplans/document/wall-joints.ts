/**
 * How far walls reach beyond their ends. Half a thickness closes a corner and a wall that meets another one's side; between two pieces of a bend it would
 * stand out of the bend as a tooth. There they reach as far as their outer faces meet: half a thickness times the tangent of half the turn, which is the
 * same at a right angle.
 */
import type { Point, Wall } from './floor-plan.ts'
import { squareReach, type WallReach } from './geometry.ts'

/** The reach of each wall of a floor, in centimetres. Ends meet where they lie on one point. */
export function wallReaches(walls: readonly Wall[]): ReadonlyMap<Wall, WallReach> {
  const ends = new Map<string, End[]>()
  for (const wall of walls) {
    if (wall.material !== 'solid') continue
    for (const [at, other] of [
      [wall.from, wall.to],
      [wall.to, wall.from],
    ] as const) {
      const met = ends.get(keyOf(at)) ?? []
      met.push({ wall, away: Math.atan2(other.y - at.y, other.x - at.x) })
      ends.set(keyOf(at), met)
    }
  }
  return new Map(
    walls.map((wall) => {
      const square = squareReach(wall)
      const at = (point: Point, usual: number) => reachAt(wall, ends.get(keyOf(point)) ?? [], usual)
      return [wall, { from: at(wall.from, square.from), to: at(wall.to, square.to) }]
    }),
  )
}

interface End {
  readonly wall: Wall
  /** Which way the wall goes from there, in radians. */
  readonly away: number
}

/** Only where two walls of one thickness meet and nothing else: of more, one may be a side to reach. */
function reachAt(wall: Wall, met: readonly End[], usual: number): number {
  const own = met.find((end) => end.wall === wall)
  const other = met.find((end) => end.wall !== wall)
  if (own === undefined || other === undefined || met.length !== 2) return usual
  if (other.wall.thickness !== wall.thickness) return usual
  // Straight on there is no turn; back to where one came from it is a half one, and no face is met.
  const turned = Math.PI - Math.abs(Math.PI - (Math.abs(own.away - other.away) % (2 * Math.PI)))
  return usual * Math.min(1, Math.tan((Math.PI - turned) / 2))
}

function keyOf({ x, y }: Point): string {
  return `${x} ${y}`
}
