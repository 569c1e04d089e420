/** What publishing a state of a draft would mean, as things are now. */
import type { PublishRequest } from '../../domain/bookings/wishes/setting-requests.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import type { SiteId } from '../../domain/values/ids.ts'
import { BACKGROUND_ID } from '../../floorplans/document/draft/draft.ts'
import type { DraftProblem } from '../../floorplans/document/draft/draft-problems.ts'
import type { FloorPlan } from '../../floorplans/document/floor-plan.ts'
import { changesBetween, type PlanChanges } from '../../floorplans/document/publish/plan-changes.ts'
import {
  type DrawnPlaces,
  type Publication,
  publicationOf,
} from '../../floorplans/document/publish/publication.ts'
import { findBlob } from '../storage/blobs.ts'
import { loadPublished } from '../storage/load-plans.ts'
import type { Reader } from '../storage/storage.ts'
import { readDraftAt } from '../sync/drafts/plan-draft.ts'

export interface LoadedPublication extends Publication {
  readonly changes: PlanChanges
  /** What the draft says about places. */
  readonly said: DrawnPlaces
}

/** Null where there is no such floor, or that state of its draft cannot be read any more. */
export async function loadPublication(
  reader: Reader,
  catalogue: Catalogue,
  { siteId, floorId, epoch, n }: PublishRequest,
): Promise<LoadedPublication | null> {
  const floor = catalogue.site.floors.find(({ id }) => id === floorId)
  if (floor === undefined) return null
  const draft = await readDraftAt(reader, { kind: 'plan-draft', siteId, floorId }, epoch, n)
  if (draft === null) return null
  const published = await loadPublished(reader, floorId, floor.planVersion)
  const resources = new Map(catalogue.resources.map((resource) => [resource.id, resource]))
  const publication = publicationOf(draft, floorId, published, resources)
  const changes = changesBetween(published.plan, publication.plan)
  const problems = [...publication.problems, ...(await missing(reader, siteId, publication.plan))]
  return { ...publication, problems, changes, said: draft.resources }
}

/** A version lasts: what lies below it must be this location's own, and here. */
async function missing(
  reader: Reader,
  siteId: SiteId,
  { background }: FloorPlan,
): Promise<readonly DraftProblem[]> {
  if (background === undefined) return []
  if ((await findBlob(reader, siteId, background.picture)) !== undefined) return []
  return [{ reason: 'no-picture', objectIds: [BACKGROUND_ID] }]
}
