/** Walking a plan by the arrow keys, and what lies next to something. */
import type { ResourceId } from '../../domain/values/ids.ts'
import type { FloorPlan, Point } from './floor-plan.ts'
import { type Bounds, centreOf, cornersOf, hullOf } from './geometry.ts'

export type Direction = 'left' | 'right' | 'up' | 'down'

/** One resource as a stop for the keyboard: all the seats of a pool together are one. */
export interface Stop {
  readonly resourceId: ResourceId
  readonly bounds: Bounds
  readonly centre: Point
}

export function stopsOf(plan: FloorPlan): readonly Stop[] {
  const points = new Map<ResourceId, Point[]>()
  for (const placement of plan.placements) {
    const known = points.get(placement.resourceId) ?? []
    points.set(placement.resourceId, [...known, ...cornersOf(placement)])
  }
  return [...points].map(([resourceId, corners]) => {
    const bounds = hullOf(corners)
    return { resourceId, bounds, centre: centreOf(bounds) }
  })
}

/**
 * The next stop in a direction, or null at the edge. Distance ahead counts once, distance aside twice, and what lies more aside than
 * ahead is left to the other keys: the eye expects a row to be followed to its end before the next one is entered.
 */
export function nextStop(stops: readonly Stop[], from: Stop, direction: Direction): Stop | null {
  let best: Stop | null = null
  let bestCost = Number.POSITIVE_INFINITY
  for (const stop of stops) {
    if (stop.resourceId === from.resourceId) continue
    const { ahead, aside } = offsetTo(from.centre, stop.centre, direction)
    if (ahead <= 0 || aside > ahead * ASIDE_MAX) continue
    const cost = ahead + aside * 2
    if (cost < bestCost) {
      best = stop
      bestCost = cost
    }
  }
  return best
}

/** 2: about 63 degrees to either side, so that four keys together reach everything with overlap. */
const ASIDE_MAX = 2

function offsetTo(from: Point, to: Point, direction: Direction) {
  const dx = to.x - from.x
  const dy = to.y - from.y
  switch (direction) {
    case 'left':
      return { ahead: -dx, aside: Math.abs(dy) }
    case 'right':
      return { ahead: dx, aside: Math.abs(dy) }
    case 'up':
      return { ahead: -dy, aside: Math.abs(dx) }
    case 'down':
      return { ahead: dy, aside: Math.abs(dx) }
  }
}
