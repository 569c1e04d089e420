/** From which scale on the numbers of desks are read; below it their zones speak for them. Pure. */
import type { FloorPlan, Placement } from '../document/floor-plan.ts'
import { topOf } from './paint-place.ts'

/** A zone that somebody comes closer to shows its desks by this factor larger than just legible. */
export const ZONE_ZOOM = 1.5

const NUMBER_CM = 40
const NUMBER_PX_MIN = 9
const NUMBER_PX_MAX = 17
/** A number narrower than its desk by this much is still read; below, the desk stays plain. */
const DESK_PX_MIN = 17

/** How large a desk's number is set, in pixels, at a scale of pixels per centimetre. */
export function numberPx(scale: number): number {
  return Math.min(NUMBER_PX_MAX, Math.max(NUMBER_PX_MIN, NUMBER_CM * scale))
}

export function isNumberLegible(placement: Placement, scale: number): boolean {
  const top = topOf(placement)
  return top.height * scale > numberPx(scale) * 1.15 && top.width * scale > DESK_PX_MIN
}

/** The least scale at which half of the desks bear a number; 0 on a floor without desks, which has nothing to sum up. */
export function legibleScale(plan: FloorPlan): number {
  const scales = plan.placements
    .filter(({ shape }) => shape !== 'room')
    .map((placement) => {
      const top = topOf(placement)
      return Math.max((NUMBER_PX_MIN * 1.15) / top.height, DESK_PX_MIN / top.width)
    })
    .toSorted((a, b) => a - b)
  return scales[Math.floor(scales.length / 2)] ?? 0
}
