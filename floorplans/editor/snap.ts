/**
 * Where a drag comes to rest: at an edge or the middle of something near, so that desks stand in line, else on the grid. Each axis by
 * itself. The lines it came to rest on are shown.
 */
import type { Point } from '../document/floor-plan.ts'
import type { Bounds } from '../document/geometry.ts'

export interface Snapped {
  /** How far to move in the end. */
  readonly by: Point
  /** The upright line at x, the level line at y; null where the grid decided. */
  readonly guides: { readonly x: number | null; readonly y: number | null }
}

export interface SnapOptions {
  /** Centimetres between two lines; 0 is no grid. */
  readonly grid: number
  /** From how far something attracts. */
  readonly reach: number
}

export function snapMove(
  moving: Bounds,
  by: Point,
  others: readonly Bounds[],
  { grid, reach }: SnapOptions,
): Snapped {
  const x = snapAxis(
    [moving.minX, (moving.minX + moving.maxX) / 2, moving.maxX],
    by.x,
    others.flatMap(({ minX, maxX }) => [minX, (minX + maxX) / 2, maxX]),
    grid,
    reach,
  )
  const y = snapAxis(
    [moving.minY, (moving.minY + moving.maxY) / 2, moving.maxY],
    by.y,
    others.flatMap(({ minY, maxY }) => [minY, (minY + maxY) / 2, maxY]),
    grid,
    reach,
  )
  return { by: { x: x.by, y: y.by }, guides: { x: x.guide, y: y.guide } }
}

/** The first of `own` is what the grid holds. */
function snapAxis(
  own: readonly [number, number, number],
  by: number,
  lines: readonly number[],
  grid: number,
  reach: number,
): { readonly by: number; readonly guide: number | null } {
  let best: { readonly by: number; readonly guide: number } | null = null
  for (const line of lines) {
    for (const edge of own) {
      const needed = line - edge
      const isNearer = best === null || Math.abs(needed - by) < Math.abs(best.by - by)
      if (Math.abs(needed - by) <= reach && isNearer) best = { by: needed, guide: line }
    }
  }
  return best ?? { by: grid === 0 ? by : snapTo(own[0] + by, grid) - own[0], guide: null }
}

export function snapTo(value: number, grid: number): number {
  return grid === 0 ? Math.round(value) : Math.round(value / grid) * grid
}

/** The end of a wall: upright or level when nearly so, and on the grid. */
export function snapEnd(from: Point, to: Point, grid: number): Point {
  const [dx, dy] = [Math.abs(to.x - from.x), Math.abs(to.y - from.y)]
  const isLevel = dy < dx * STRAIGHT
  const isUpright = dx < dy * STRAIGHT
  return {
    x: isUpright ? from.x : snapTo(to.x, grid),
    y: isLevel ? from.y : snapTo(to.y, grid),
  }
}

/** About seven degrees. */
const STRAIGHT = 0.12
