import type { FloorId, ResourceId } from '../values/ids.ts'
import type { Catalogue } from './catalogue.ts'
import { type Resource, type ResourceKind, resourceKinds } from './resource.ts'
import { usualRules } from './usual-rules.ts'

/** A place that is added: like the first of its kind there is, so that its rules are a good guess; else like the first of any. */
export function newPlace(
  { site, resources }: Catalogue,
  id: ResourceId,
  floorId: FloorId,
  kind?: ResourceKind,
): Resource {
  const like = resources.find((other) => other.kind === kind) ?? resources[0]
  return {
    id,
    siteId: site.id,
    floorId,
    kind: kind ?? like?.kind ?? resourceKinds['hot-desk'],
    name: '',
    zoneName: like?.zoneName ?? site.floors.find((floor) => floor.id === floorId)?.name ?? '',
    mode: { kind: 'exclusive' },
    capacity: 1,
    amenities: [],
    rules: like?.rules ?? usualRules,
    hours: null,
    holdMinutes: null,
    approvalMinutes: null,
    partOf: null,
    isBookable: true,
    absences: [],
    photos: [],
  }
}
