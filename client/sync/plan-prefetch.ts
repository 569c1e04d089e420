/**
 * Keeps the published floor plans that the catalogues name, so that a plan opens without a network. A plan that a catalogue stopped
 * naming stays until its successor is here.
 */
import type { FloorId } from '../../domain/values/ids.ts'
import type { PortalDatabase } from '../store/database.ts'
import { planKey } from '../store/plans.ts'

/** The plan as JSON, or null when the space cannot be reached or does not have it. */
export type FetchPlan = (floorId: FloorId, version: number) => Promise<unknown>

const ANSWERED_WITHIN_MS = 30_000

export async function fetchPlan(floorId: FloorId, version: number): Promise<unknown> {
  try {
    const response = await fetch(`/api/plans/${floorId}/${version}`, {
      signal: AbortSignal.timeout(ANSWERED_WITHIN_MS),
    })
    return response.ok ? await response.json() : null
  } catch {
    return null // no network, or a page where JSON was expected
  }
}

export async function prefetchPlans(db: PortalDatabase, fetchOne: FetchPlan): Promise<void> {
  const catalogues = await db.catalogues.toArray()
  const floors = catalogues.flatMap(({ catalogue }) => catalogue.site.floors)
  const held = new Set(await db.plans.toCollection().primaryKeys())
  for (const { id, planVersion } of floors) {
    const key = planKey(id, planVersion)
    if (planVersion === 0 || held.has(key)) continue
    const plan = await fetchOne(id, planVersion)
    if (plan === null) continue
    await db.plans.put({ key, plan })
    held.add(key)
  }
  const isReplaced = (key: string) => {
    const floor = floors.find(({ id }) => key.startsWith(`${id}/`))
    if (floor === undefined) return true
    const named = planKey(floor.id, floor.planVersion)
    return key !== named && held.has(named)
  }
  await db.plans.bulkDelete([...held].filter(isReplaced))
}
