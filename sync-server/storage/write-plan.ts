import type { MemberId, SiteId } from '../../domain/values/ids.ts'
import type { Instant } from '../../domain/values/instant.ts'
import type { FloorPlan } from '../../floorplans/document/floor-plan.ts'
import { formatDrawnPlaces } from '../../floorplans/document/publish/drawn-places.ts'
import type { PlanChanges } from '../../floorplans/document/publish/plan-changes.ts'
import type { DrawnPlaces } from '../../floorplans/document/publish/publication.ts'
import type { Tx } from './storage.ts'

export interface PublishedPlan {
  readonly plan: FloorPlan
  /** Null for what comes with the space. */
  readonly by: MemberId | null
  readonly changes: PlanChanges | null
  readonly places: DrawnPlaces
}

/** Publishes a version of a floor's plan. A version is written once and never changes. */
export async function writePlan(
  tx: Tx,
  siteId: SiteId,
  { plan, by, changes, places }: PublishedPlan,
  publishedAt: Instant,
): Promise<void> {
  await tx
    .insertInto('floor_plan')
    .values({
      floor_id: plan.floorId,
      version: plan.version,
      site_id: siteId,
      body: JSON.stringify(plan),
      published_at: publishedAt,
      published_by: by,
      changes: changes === null ? null : JSON.stringify(changes),
      drawn_places: formatDrawnPlaces(places),
    })
    .execute()
}

/** A plan that comes with the space. */
export function firstVersion(plan: FloorPlan): PublishedPlan {
  return { plan, by: null, changes: null, places: new Map() }
}
