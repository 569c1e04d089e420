/**
 * A floor plan is published: members see its next version, and the places they book follow what was drawn. Which places a drawing names is
 * read from it elsewhere; here is decided what that makes of the catalogue and of bookings.
 */
import type { Catalogue } from '../../sites/catalogue.ts'
import { newPlace } from '../../sites/new-place.ts'
import type { Resource } from '../../sites/resource.ts'
import { resourceProblems } from '../../sites/resource-problems.ts'
import { problemIf, type SettingProblem, under } from '../../sites/setting-problem.ts'
import type { FloorId, ResourceId, SiteId } from '../../values/ids.ts'
import type { Instant } from '../../values/instant.ts'
import type { PublishRequest } from '../wishes/setting-requests.ts'
import type { SettingFact } from './apply-setting.ts'
import {
  type Applied,
  decideApplied,
  refuseSetting,
  type SettingDecision,
  type SettingFacts,
} from './decide-setting.ts'

/** What a drawing says about the places of its floor. */
export interface PlacesDrawn {
  readonly floorId: FloorId
  /** The version that it becomes. */
  readonly version: number
  /** Every place drawn, and what is set about it there; nothing where it stays as it is. */
  readonly places: readonly { readonly resourceId: ResourceId; readonly set: PlaceSettings }[]
  /** Drawn in the version before, and not any more. */
  readonly gone: readonly ResourceId[]
}

export type PlaceSettings = Partial<
  Pick<Resource, 'name' | 'kind' | 'zoneName' | 'capacity' | 'amenities'>
>

/** `drawn` is null where that state of the draft cannot be read any more. */
export function decidePublishing(
  { floorId, basedOn, resolutions }: PublishRequest,
  drawn: PlacesDrawn | null,
  facts: SettingFacts,
  now: Instant,
): SettingDecision {
  const floor = facts.catalogue.site.floors.find(({ id }) => id === floorId)
  if (drawn === null || floor?.planVersion !== basedOn) {
    return refuseSetting({ reason: 'setting-changed' })
  }
  return decideApplied(applyPlan(facts.catalogue, drawn), resolutions, facts, now)
}

export function applyPlan(catalogue: Catalogue, drawn: PlacesDrawn): Applied {
  const { floorId, version, places, gone } = drawn
  const { site } = catalogue
  const floors = site.floors.map((floor) =>
    floor.id === floorId ? { ...floor, planVersion: version } : floor,
  )
  const published = { ...site, floors }
  const known = new Map(catalogue.resources.map((resource) => [resource.id, resource]))
  const added: Resource[] = []
  const changed = new Map<ResourceId, Resource>()
  for (const { resourceId, set } of places) {
    const before = known.get(resourceId)
    if (before === undefined) added.push(placeOf(catalogue, floorId, resourceId, set))
    else if (Object.keys(set).length > 0) changed.set(resourceId, { ...before, ...set })
  }
  const retired = new Set(gone)
  const resources = catalogue.resources
    .filter(({ id }) => !retired.has(id))
    .map((resource) => changed.get(resource.id) ?? resource)
  const after = { ...catalogue, site: published, resources: [...resources, ...added] }
  return {
    after,
    problems: [
      ...places.flatMap(({ resourceId }) => drawnProblems(catalogue, floorId, resourceId)),
      ...[...changed.values(), ...added].flatMap((resource) =>
        under(resource.id, resourceProblems(resource, after)),
      ),
    ],
    facts: [
      ...[...changed.values()].map(saved(false)),
      ...added.map(saved(true)),
      ...gone.map((resourceId) => retire(site.id, resourceId)),
      { kind: 'site', site: published },
    ],
    subject: floorId,
  }
}

function placeOf(
  catalogue: Catalogue,
  floorId: FloorId,
  id: ResourceId,
  set: PlaceSettings,
): Resource {
  return { ...newPlace(catalogue, id, floorId, set.kind), ...set }
}

/** A place stands on one floor, and one that was retired does not come back: what was booked there is history. */
function drawnProblems(
  { resources, former }: Catalogue,
  floorId: FloorId,
  resourceId: ResourceId,
): readonly SettingProblem[] {
  const known = resources.find(({ id }) => id === resourceId)
  const isElsewhere = known !== undefined && known.floorId !== floorId
  const isRetired = former.some(({ id }) => id === resourceId)
  return under(resourceId, [
    ...problemIf(isElsewhere, 'floorId', 'other-floor'),
    ...problemIf(isRetired, 'id', 'unknown-place'),
  ])
}

function saved(isNew: boolean): (resource: Resource) => SettingFact {
  return (resource) => ({ kind: 'resource', resource, isNew })
}

function retire(siteId: SiteId, resourceId: ResourceId): SettingFact {
  return { kind: 'resource-retired', siteId, resourceId }
}
