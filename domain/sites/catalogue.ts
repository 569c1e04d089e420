import type { Tier } from '../memberships/tier.ts'
import { derived } from '../values/derived.ts'
import type { ResourceId } from '../values/ids.ts'
import type { ZoneTable } from '../values/zone.ts'
import type { Closure } from './opening-hours.ts'
import type { RateRow } from './rate-row.ts'
import type { Resource } from './resource.ts'
import type { Site } from './site.ts'

/** Everything members of a site know about it: the document `catalogue/<site>`. */
export interface Catalogue {
  readonly site: Site
  readonly zone: ZoneTable
  readonly resources: readonly Resource[]
  /** Places that are no more, for the stories in which they stand. */
  readonly former: readonly FormerPlace[]
  readonly closures: readonly Closure[]
  readonly tiers: readonly Tier[]
  readonly rates: readonly RateRow[]
}

export type FormerPlace = Pick<Resource, 'id' | 'kind' | 'name'>

export function findResource(catalogue: Catalogue, id: ResourceId): Resource | null {
  return byId(catalogue.resources).get(id) ?? null
}

const byId = derived(
  (resources: readonly Resource[]): ReadonlyMap<ResourceId, Resource> =>
    new Map(resources.map((resource) => [resource.id, resource])),
)

/** What a place is or was called; null where that is not known. */
export function placeName(catalogue: Catalogue | undefined, id: string): string | null {
  const places: readonly FormerPlace[] = [
    ...(catalogue?.resources ?? []),
    ...(catalogue?.former ?? []),
  ]
  return places.find((place) => place.id === id)?.name ?? null
}
