/**
 * What a finger meant. The placement under the point wins; else the nearest one within reach, so that a desk smaller than a fingertip
 * can still be met. Where a desk stands in a room that can be booked too, the smaller one wins.
 */
import type { ResourceId } from '../../domain/values/ids.ts'
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

/**
 * Everything that may have been meant, the likeliest first and each resource once: what is hit, and what is farther by no more than a
 * finger trembles. Beside all places that is `slack`; on a place it is a third of it, and a room around a desk is never in doubt with it.
 */
export function hitTestAll(
  index: SpatialIndex<Placement>,
  point: Point,
  reach: number,
  slack: number,
): readonly Placement[] {
  const best = hitTest(index, point, reach)
  if (best === null) return []
  const nearest = distanceToBox(best, point)
  const within = nearest + (nearest === 0 ? slack / 3 : slack)
  const others = index
    .near(point, within)
    .filter((one) => nearest > 0 || one.shape === best.shape)
    .map((one) => ({ one, distance: distanceToBox(one, point) }))
    .filter(({ distance }) => distance <= within)
    .toSorted((a, b) => a.distance - b.distance)
  const found = new Map<ResourceId, Placement>([[best.resourceId, best]])
  for (const { one } of others) {
    if (!found.has(one.resourceId)) found.set(one.resourceId, one)
  }
  return [...found.values()]
}
