/** Published plans as distances between places. A version never changes, so what was read once is kept while it is the current one. */
import type { Site } from '../../domain/sites/site.ts'
import type { FloorId } from '../../domain/values/ids.ts'
import type { FloorPlan } from '../../floorplans/document/floor-plan.ts'
import { parseFloorPlan } from '../../floorplans/document/parse-floor-plan.ts'
import { type PlanDistance, planDistance } from '../../floorplans/document/plan-distance.ts'
import { parseDrawnPlaces } from '../../floorplans/document/publish/drawn-places.ts'
import type { Published } from '../../floorplans/document/publish/publication.ts'
import type { Reader } from './storage.ts'

/** Distances over all floors of a site; a floor without a published plan has none. */
export type LoadDistances = (reader: Reader, site: Site) => Promise<PlanDistance>

export function makeLoadDistances(): LoadDistances {
  const known = new Map<string, { readonly versions: string; readonly distance: PlanDistance }>()
  return async (reader, site) => {
    const versions = site.floors.map((floor) => `${floor.id}/${floor.planVersion}`).join(' ')
    const held = known.get(site.id)
    if (held?.versions === versions) return held.distance
    const distance = planDistance(await loadPlans(reader, site))
    known.set(site.id, { versions, distance })
    return distance
  }
}

async function loadPlans(reader: Reader, site: Site): Promise<readonly FloorPlan[]> {
  const plans: FloorPlan[] = []
  for (const floor of site.floors) {
    const plan = await loadPlan(reader, floor.id, floor.planVersion)
    if (plan !== null) plans.push(plan)
  }
  return plans
}

/** Null when there is no such version. */
export async function loadPlan(
  reader: Reader,
  floorId: FloorId,
  version: number,
): Promise<FloorPlan | null> {
  const row = await reader
    .selectFrom('floor_plan')
    .select('body')
    .where('floor_id', '=', floorId)
    .where('version', '=', version)
    .executeTakeFirst()
  const parsed = row === undefined ? null : parseFloorPlan(JSON.parse(row.body))
  return parsed?.ok === true ? parsed.value : null
}

/** The version that stands, with what its draft said about places. */
export async function loadPublished(
  reader: Reader,
  floorId: FloorId,
  version: number,
): Promise<Published> {
  const row = await reader
    .selectFrom('floor_plan')
    .select('drawn_places')
    .where('floor_id', '=', floorId)
    .where('version', '=', version)
    .executeTakeFirst()
  const said: unknown = JSON.parse(row?.drawn_places ?? 'null')
  return { plan: await loadPlan(reader, floorId, version), places: parseDrawnPlaces(said) }
}
