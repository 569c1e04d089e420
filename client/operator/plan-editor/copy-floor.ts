/** Another floor's plan to start from: all that is drawn, and for each place a new one like it. */
import type { Catalogue } from '../../../domain/sites/catalogue.ts'
import type { ResourceId } from '../../../domain/values/ids.ts'
import type {
  Draft,
  DraftObject,
  DraftObjectId,
  DraftResource,
} from '../../../floorplans/document/draft/draft.ts'
import { draftOfPlan } from '../../../floorplans/document/draft/plan-of-draft.ts'
import type { FloorPlan } from '../../../floorplans/document/floor-plan.ts'

/** Places that are not known any more, and seats of a pool, which is set up under Settings, are left out. */
export function copyOfFloor(
  plan: FloorPlan,
  catalogue: Catalogue,
  newId: () => ResourceId,
  nextName: (prefix: string) => string,
): Draft {
  const original = draftOfPlan(plan)
  const objects = new Map<DraftObjectId, DraftObject>()
  const resources = new Map<ResourceId, DraftResource>()
  for (const [id, object] of original.objects) {
    if (object.kind !== 'place') {
      objects.set(id, object)
      continue
    }
    const like = catalogue.resources.find((one) => one.id === object.resourceId)
    if (like === undefined || object.unit !== null) continue
    const { kind, zoneName, capacity, amenities } = like
    const resourceId = newId()
    const name = nextName(like.name.replace(/ \d+$/, ''))
    objects.set(id, { ...object, resourceId })
    resources.set(resourceId, { name, kind, zoneName, capacity, amenities })
  }
  return { size: original.size, objects, resources }
}
