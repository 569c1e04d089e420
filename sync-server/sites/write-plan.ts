import type { SiteId } from '../../domain/values/ids.ts'
import type { Instant } from '../../domain/values/instant.ts'
import type { FloorPlan } from '../../floorplans/document/floor-plan.ts'
import type { Tx } from '../storage/storage.ts'

/** Publishes a version of a floor's plan. A version is written once and never changes. */
export async function writePlan(
  tx: Tx,
  siteId: SiteId,
  plan: FloorPlan,
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
    })
    .execute()
}
