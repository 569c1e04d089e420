/** A place that was retired never comes back as itself: drawn again it is a new one, with a name of its own. */
import type { Catalogue } from '../../../domain/sites/catalogue.ts'
import type { ResourceId } from '../../../domain/values/ids.ts'
import type {
  Draft,
  DraftObject,
  DraftObjectId,
  DraftObjectOf,
  DraftResource,
} from '../../../floorplans/document/draft/draft.ts'
import { words } from '../../ui/team-words.ts'
import { newResourceId } from './new-object.ts'
import { zoneAt } from './place-facts.ts'

export interface Renewed {
  readonly object: DraftObjectOf<'place'>
  readonly resource: { readonly id: ResourceId; readonly facts: DraftResource }
}

/** Null for a place that was never retired, which comes back as what it is. */
export function renewPlace(
  place: DraftObjectOf<'place'>,
  catalogue: Catalogue,
  draft: Draft,
  nextName: (prefix: string) => string,
): Renewed | null {
  if (!catalogue.former.some(({ id }) => id === place.resourceId)) return null
  const id = newResourceId()
  const own = draft.resources.get(place.resourceId)
  const isRoom = place.shape === 'room'
  const facts: DraftResource = {
    kind: isRoom ? 'meeting-room' : 'hot-desk',
    zoneName: zoneAt(draft, place.at),
    capacity: 1,
    ...own,
    name: nextName(own?.name?.replace(/ \d+$/, '') ?? words.drawing.tool[isRoom ? 'room' : 'desk']),
  }
  return { object: { ...place, resourceId: id, unit: null }, resource: { id, facts } }
}

/** A whole version with its retired places renewed; seats of a pool that is gone are left out. */
export function renewPlaces(
  wanted: Draft,
  catalogue: Catalogue,
  nextName: (prefix: string) => string,
): Draft {
  const objects = new Map<DraftObjectId, DraftObject>()
  const resources = new Map(wanted.resources)
  for (const [id, object] of wanted.objects) {
    const renewed = object.kind === 'place' ? renewPlace(object, catalogue, wanted, nextName) : null
    if (renewed === null) objects.set(id, object)
    else if (object.kind === 'place' && object.unit === null) {
      objects.set(id, renewed.object)
      resources.set(renewed.resource.id, renewed.resource.facts)
    }
  }
  return { ...wanted, objects, resources }
}
