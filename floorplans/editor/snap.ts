/**
 * Where a drag comes to rest: at an edge or the middle of something near, so that desks stand in line, else on the grid. Each axis by
 * itself. The lines it came to rest on are shown.
 */
import type { Point } from '../document/floor-plan.ts'
import { type Bounds, distanceBetween } from '../document/geometry.ts'

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

/** A wall's centre line. */
export interface Line {
  readonly from: Point
  readonly to: Point
}

export interface WallSnapOptions extends SnapOptions {
  /** Lines of the walls that are there: what is drawn begins and ends at them. */
  readonly walls: readonly Line[]
}

/** A point a wall begins or ends at: an end of another wall, else a place on its line, else on the grid. */
export function snapPoint(at: Point, { grid, reach, walls }: WallSnapOptions): Point {
  const onGrid = { x: snapTo(at.x, grid), y: snapTo(at.y, grid) }
  const end = nearest(
    at,
    walls.flatMap(({ from, to }) => [from, to]),
    reach,
  )
  if (end !== null) return end
  const foot = nearest(
    at,
    walls.map((line) => footOn(line, at)),
    reach,
  )
  if (foot === null) return onGrid
  // Along a straight wall the grid still counts.
  const wall = walls.find((line) => isSame(footOn(line, at), foot))
  if (wall?.from.y === wall?.to.y) return { x: onGrid.x, y: foot.y }
  if (wall?.from.x === wall?.to.x) return { x: foot.x, y: onGrid.y }
  return { x: Math.round(foot.x), y: Math.round(foot.y) }
}

/**
 * The end of a wall: where another one ends; else upright, level or at 45 degrees when it is nearly so, in line with the ends of others; else at
 * another wall or on the grid.
 */
export function snapEnd(from: Point, to: Point, options: WallSnapOptions): Point {
  const { grid, reach, walls } = options
  const ends = walls.flatMap((line) => [line.from, line.to])
  const met = nearest(to, ends, reach)
  if (met !== null && !isSame(met, from)) return met
  const [dx, dy] = [Math.abs(to.x - from.x), Math.abs(to.y - from.y)]
  const along = (axis: 'x' | 'y') =>
    inLine(
      to[axis],
      ends.map((end) => end[axis]),
      reach,
    ) ?? snapTo(to[axis], grid)
  if (dy < dx * STRAIGHT) return { x: along('x'), y: from.y }
  if (dx < dy * STRAIGHT) return { x: from.x, y: along('y') }
  if (Math.abs(dx - dy) < Math.max(dx, dy) * STRAIGHT) {
    const side = snapTo((dx + dy) / 2, grid)
    return {
      x: from.x + side * Math.sign(to.x - from.x),
      y: from.y + side * Math.sign(to.y - from.y),
    }
  }
  return snapPoint(to, options)
}

/** A corner of something drawn or pulled: in line with edges that are near, else on the grid. */
export function snapCorner(
  at: Point,
  others: readonly Bounds[],
  { grid, reach }: SnapOptions,
): Point {
  const x = inLine(
    at.x,
    others.flatMap(({ minX, maxX }) => [minX, maxX]),
    reach,
  )
  const y = inLine(
    at.y,
    others.flatMap(({ minY, maxY }) => [minY, maxY]),
    reach,
  )
  return { x: x ?? snapTo(at.x, grid), y: y ?? snapTo(at.y, grid) }
}

/** About seven degrees. */
const STRAIGHT = 0.12

function isSame(a: Point, b: Point): boolean {
  return a.x === b.x && a.y === b.y
}

function nearest(at: Point, points: readonly Point[], reach: number): Point | null {
  const near = points.filter((point) => distanceBetween(point, at) <= reach)
  return near.toSorted((a, b) => distanceBetween(a, at) - distanceBetween(b, at))[0] ?? null
}

function inLine(value: number, lines: readonly number[], reach: number): number | null {
  const near = lines.filter((line) => Math.abs(line - value) <= reach)
  return near.toSorted((a, b) => Math.abs(a - value) - Math.abs(b - value))[0] ?? null
}

/** The point of a line that lies nearest. */
function footOn({ from, to }: Line, at: Point): Point {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const square = dx * dx + dy * dy
  const share = square === 0 ? 0 : ((at.x - from.x) * dx + (at.y - from.y) * dy) / square
  const held = Math.min(1, Math.max(0, share))
  return { x: from.x + dx * held, y: from.y + dy * held }
}
