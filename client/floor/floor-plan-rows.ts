import { type Accessor, createEffect, createMemo } from 'solid-js'
import type { Floor } from '../../domain/sites/site.ts'
import type { FloorPlan } from '../../floorplans/document/floor-plan.ts'
import { parseFloorPlan } from '../../floorplans/document/parse-floor-plan.ts'
import { database } from '../store/database.ts'
import { createLiveQuery } from '../store/live-query.ts'

/** The published plan of a floor as this device keeps it: undefined while reading, null where none is kept. */
export function createFloorPlan(floor: () => Floor): Accessor<FloorPlan | null | undefined> {
  const key = createMemo(() => `${floor().id}/${floor().planVersion}`)
  const row = createLiveQuery(async () => {
    const wanted = key()
    return { key: wanted, found: await database().plans.get(wanted) }
  })
  createEffect(() => {
    const read = row()
    if (read !== undefined && read.found === undefined) void fetchPlan(read.key)
  })
  return createMemo(() => {
    const read = row()
    if (read === undefined || read.key !== key()) return undefined
    const parsed = read.found === undefined ? null : parseFloorPlan(read.found.plan)
    return parsed?.ok === true ? parsed.value : null
  })
}

/** A version never changes, so it is asked for once and kept. Without a connection the next visit asks again. */
async function fetchPlan(key: string): Promise<void> {
  try {
    const answer = await fetch(`/api/plans/${key}`)
    if (answer.ok) await database().plans.put({ key, plan: await answer.json() })
  } catch {
    // No connection: the list stands in for the plan.
  }
}
