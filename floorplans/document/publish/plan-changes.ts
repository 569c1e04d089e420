/** What a version changed, counted: "3 moved, 1 added, 1 removed". */
import * as v from 'valibot'
import { diffPlans, type PlanDiff } from '../draft/diff-plans.ts'
import type { FloorPlan } from '../floor-plan.ts'

export interface PlanChanges {
  readonly added: number
  readonly removed: number
  readonly moved: number
  readonly reshaped: number
  readonly drawn: PlanDiff['drawn']
  readonly isResized: boolean
}

/** From nothing to a first version, all of it is added. */
export function changesBetween(before: FloorPlan | null, after: FloorPlan): PlanChanges {
  const { added, removed, moved, reshaped, drawn, isResized } = diffPlans(
    before ?? emptied(after),
    after,
  )
  return {
    added: added.length,
    removed: removed.length,
    moved: moved.length,
    reshaped: reshaped.length,
    drawn,
    isResized,
  }
}

function emptied({ background: _, ...plan }: FloorPlan): FloorPlan {
  return { ...plan, areas: [], zones: [], walls: [], fixtures: [], placements: [], labels: [] }
}

const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const schema = v.object({
  added: count,
  removed: count,
  moved: count,
  reshaped: count,
  drawn: v.object({ added: count, removed: count }),
  isResized: v.boolean(),
})

/** Null where it is none. */
export function parsePlanChanges(input: unknown): PlanChanges | null {
  const found = v.safeParse(schema, input)
  return found.success ? found.output : null
}
