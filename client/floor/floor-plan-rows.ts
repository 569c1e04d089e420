import { type Accessor, createMemo } from 'solid-js'
import type { Floor } from '../../domain/sites/site.ts'
import type { FloorPlan } from '../../floorplans/document/floor-plan.ts'
import { parseFloorPlan } from '../../floorplans/document/parse-floor-plan.ts'
import { createPlan } from '../store/plans.ts'

/** The published plan of a floor as this device keeps it: undefined while reading, null where none is kept or it cannot be read. */
export function createFloorPlan(floor: () => Floor): Accessor<FloorPlan | null | undefined> {
  const stored = createPlan(() => floor().id)
  return createMemo(() => {
    const found = stored()
    if (found === undefined || found === null) return found
    const parsed = parseFloorPlan(found.plan)
    return parsed.ok ? parsed.value : null
  })
}
