/**
 * What a finger meant. The placement under the point wins; else the nearest one within reach, so that a desk smaller than a fingertip
 * can still be met. Where a desk stands in a room that can be booked too, the smaller one wins.
 */
import type { Placement, Point } from './floor-plan.ts'
import { distanceToBox } from './geometry.ts'
import type { SpatialIndex } from './spatial-index.ts'

export function hitTest(
  index: SpatialIndex<Placement>,
  point: Point,
  reach: number,
): Placement | null {
  let best: Placement | null = null
  let bestDistance = Number.POSITIVE_INFINITY
  for (const placement of index.near(point, reach)) {
    const distance = distanceToBox(placement, point)
    if (distance > reach) continue
    const isCloser = distance < bestDistance
    const isSmaller = distance === bestDistance && best !== null && size(placement) < size(best)
    if (isCloser || isSmaller) {
      best = placement
      bestDistance = distance
    }
  }
  return best
}

function size(placement: Placement): number {
  return placement.width * placement.height
}
