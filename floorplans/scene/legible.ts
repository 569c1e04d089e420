/** From which scale on the numbers of desks are read; below it their zones speak for them. Pure. */
import type { FloorPlan, Placement } from '../document/floor-plan.ts'
import { topOf } from './paint-place.ts'

/** A zone that somebody comes closer to shows its desks by this factor larger than just legible. */
export const ZONE_ZOOM = 1.5

const NUMBER_PX_MIN = 9
const NUMBER_PX_MAX = 17

/**
 * How large a number is set on a place of the plan, how much higher than that its top has to be, and how wide: narrower or lower, it stays plain. A
 * seat's part of a table is low, so its number fills it: figures reach neither above nor below themselves.
 */
const tops = {
  desk: { numberCm: 40, air: 1.15, widthPxMin: 17 },
  seat: { numberCm: 32, air: 0.9, widthPxMin: 14 },
}

/** How large the number of a desk or seat is set, in pixels, at a scale of pixels per centimetre. */
export function numberPx(shape: 'desk' | 'seat', scale: number): number {
  return Math.min(NUMBER_PX_MAX, Math.max(NUMBER_PX_MIN, tops[shape].numberCm * scale))
}

export function isNumberLegible(placement: Placement, scale: number): boolean {
  if (placement.shape === 'room') return false
  const { air, widthPxMin } = tops[placement.shape]
  const top = topOf(placement)
  const isHighEnough = top.height * scale > numberPx(placement.shape, scale) * air
  return isHighEnough && top.width * scale > widthPxMin
}

/** The least scale at which half of the desks bear a number; 0 on a floor without desks, which has nothing to sum up. */
export function legibleScale(plan: FloorPlan): number {
  const scales = plan.placements
    .flatMap((placement) => {
      if (placement.shape === 'room') return []
      const { air, widthPxMin } = tops[placement.shape]
      const top = topOf(placement)
      return Math.max((NUMBER_PX_MIN * air) / top.height, widthPxMin / top.width)
    })
    .toSorted((a, b) => a - b)
  return scales[Math.floor(scales.length / 2)] ?? 0
}
