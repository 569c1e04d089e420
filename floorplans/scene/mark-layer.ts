import type { Graphics } from 'pixi.js'
import type { ResourceId } from '../../domain/values/ids.ts'
import type { FloorPlan, Placement } from '../document/floor-plan.ts'
import { fromBox } from '../document/geometry.ts'
import { type Brush, polyline } from './brush.ts'
import { roundOutline } from './pattern.ts'
import { replace } from './structure-layer.ts'

/** The ring around what is chosen: ink on a halo of paper, and the accent outside of it while the keyboard leads. */
export function paintMarks(
  marks: Graphics,
  { palette, px }: Brush,
  plan: FloorPlan,
  { id, isKeyboard }: { readonly id: ResourceId | null; readonly isKeyboard: boolean },
): void {
  replace(marks, (pen) => {
    for (const placement of plan.placements) {
      if (placement.resourceId !== id) continue
      polyline(pen, ring(placement, 1.4 * px), 5 * px, palette.surface)
      polyline(pen, ring(placement, 1.4 * px), 2.6 * px, palette.ink)
      if (isKeyboard) polyline(pen, ring(placement, 5 * px), 2.6 * px, palette.available)
    }
  })
}

function ring(placement: Placement, away: number) {
  const width = placement.width + 2 * away
  const height = placement.height + 2 * away
  const outline = roundOutline(width, height, Math.min(10 + away, width / 2, height / 2))
  const [first] = outline
  return [...outline, ...(first === undefined ? [] : [first])].map((at) => fromBox(placement, at))
}
