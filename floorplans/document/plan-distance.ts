import type { ResourceId } from '../../domain/values/ids.ts'
import type { FloorPlan } from './floor-plan.ts'
import { distanceBetween } from './geometry.ts'
import { stopsOf } from './nearest.ts'

/** Centimetres between two resources; null where they are not on one plan. */
export type PlanDistance = (from: ResourceId, to: ResourceId) => number | null

/**
 * Distances as the crow flies over the published plans of a site, one plan a floor. The device predicts alternatives and the space
 * decides them with this same function, so both rank them alike.
 */
export function planDistance(plans: readonly FloorPlan[]): PlanDistance {
  const floors = plans.map((plan) => new Map(stopsOf(plan).map((stop) => [stop.resourceId, stop])))
  return (from, to) => {
    for (const floor of floors) {
      const [a, b] = [floor.get(from), floor.get(to)]
      // Whole centimetres: rounding hides nothing a person could see and keeps ties equal on every machine.
      if (a !== undefined && b !== undefined) return Math.round(distanceBetween(a.centre, b.centre))
    }
    return null
  }
}
