/** Walls around a room, and where in a wall a door or a window may be. */
import type { Opening, Point, TurnedBox } from '../document/floor-plan.ts'
import { cornersOf, distanceBetween } from '../document/geometry.ts'
import type { Line } from './snap.ts'

/** A side that lies this near to a wall along all of its length has its wall. */
const COVERED_CM = 15

/** The sides of a room that have no wall yet, clockwise from the upper one. */
export function openSides(room: TurnedBox, walls: readonly Line[]): readonly Line[] {
  const corners = cornersOf(room).map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) }))
  const sides = corners.map((from, index) => ({ from, to: corners[(index + 1) % 4] ?? from }))
  return sides.filter(
    ({ from, to }) =>
      !walls.some(
        (wall) => distanceTo(wall, from) <= COVERED_CM && distanceTo(wall, to) <= COVERED_CM,
      ),
  )
}

function distanceTo({ from, to }: Line, at: Point): number {
  const length = distanceBetween(from, to)
  if (length === 0) return distanceBetween(from, at)
  const along = ((at.x - from.x) * (to.x - from.x) + (at.y - from.y) * (to.y - from.y)) / length
  const held = Math.min(length, Math.max(0, along)) / length
  return distanceBetween(at, {
    x: from.x + (to.x - from.x) * held,
    y: from.y + (to.y - from.y) * held,
  })
}

/** An opening narrower than this is none. */
const OPENING_CM_MIN = 10

/** Where an opening of so many centimetres goes: in the middle of the longest piece of wall, narrower where there is less; null where there is none. */
export function spotInWall(
  length: number,
  openings: readonly Opening[],
  wanted: number,
): { readonly at: number; readonly width: number } | null {
  const ends = openings.map(({ at, width }) => at + width)
  const pieces = [0, ...ends].map((from) => {
    const next = openings.map(({ at }) => at).filter((at) => at >= from)
    return { from, room: Math.min(length, ...next) - from }
  })
  const free = pieces.filter(
    ({ from }) => !openings.some(({ at, width }) => at < from && from < at + width),
  )
  const [largest] = free.toSorted((a, b) => b.room - a.room)
  if (largest === undefined || largest.room < OPENING_CM_MIN) return null
  const width = Math.min(wanted, Math.floor(largest.room))
  return { at: Math.round(largest.from + (largest.room - width) / 2), width }
}

/** True when all openings lie in the wall, and none in another. */
export function areInWall(length: number, openings: readonly Opening[]): boolean {
  const inOrder = openings.toSorted((a, b) => a.at - b.at)
  return inOrder.every(({ at, width }, index) => {
    const until = inOrder[index + 1]?.at ?? Math.ceil(length)
    return at >= 0 && width >= OPENING_CM_MIN && at + width <= until
  })
}
