/** Where places go of which a table says no position: in the rows of a grid, past all that stands there already. */
import type { Size } from '../../document/draft/draft.ts'
import type { Point, TurnedBox } from '../../document/floor-plan.ts'
import { boxesOverlap } from '../../document/geometry.ts'
import { makeSpatialIndex } from '../../document/spatial-index.ts'

export interface Crowd {
  /** Of each of them. */
  readonly size: Size
  readonly count: number
  /** What they gather around; null begins at the upper left. */
  readonly around: Point | null
}

/** From the outer walls, and between two of a row: a chair is pushed back, a person passes. */
const MARGIN_CM = 60
const GAP_CM = 20
const ROW_GAP_CM = 60
/** From what stands there already, on each side: nobody wants a desk wedged in. */
const CLEAR_CM = 15

/** Centres for as many as there is room for, in the order of reading. */
export function freeSpots(
  floor: Size,
  taken: readonly TurnedBox[],
  { size, count, around }: Crowd,
): readonly Point[] {
  const index = makeSpatialIndex(taken)
  const [width, height] = [size.width + 2 * CLEAR_CM, size.height + 2 * CLEAR_CM]
  const reach = Math.hypot(width, height) / 2
  const isFree = (at: Point) => {
    const box = { ...at, width, height, rotation: 0 }
    return !index.near(at, reach).some((other) => boxesOverlap(box, other))
  }
  const grid = gridOf(floor, size)
  if (around === null) return firstOf(grid, count, isFree)
  const far = ({ x, y }: Point) => Math.max(Math.abs(x - around.x), Math.abs(y - around.y))
  const near = [...grid].sort((a, b) => far(a) - far(b))
  return [...firstOf(near, count, isFree)].sort((a, b) => a.y - b.y || a.x - b.x)
}

function gridOf(floor: Size, size: Size): readonly Point[] {
  const along = (reach: number, side: number, gap: number) => {
    const count = Math.floor((reach - 2 * MARGIN_CM + gap) / (side + gap))
    return Array.from({ length: Math.max(0, count) }, (_, index) =>
      Math.round(MARGIN_CM + side / 2 + index * (side + gap)),
    )
  }
  const xs = along(floor.width, size.width, GAP_CM)
  return along(floor.height, size.height, ROW_GAP_CM).flatMap((y) => xs.map((x) => ({ x, y })))
}

/** No more of them are looked at than are needed: floors are large, tables are not. */
function firstOf(
  grid: readonly Point[],
  count: number,
  isFree: (at: Point) => boolean,
): readonly Point[] {
  const found: Point[] = []
  for (const at of grid) {
    if (found.length >= count) break
    if (isFree(at)) found.push(at)
  }
  return found
}
