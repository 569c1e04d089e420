/** A problem that the team knows of, with places: whoever is about to report it reads that it is known. */
import type { OutageId, ResourceId, SiteId } from '../values/ids.ts'
import type { Instant } from '../values/instant.ts'

export interface Outage {
  readonly id: OutageId
  readonly siteId: SiteId
  readonly resourceIds: readonly ResourceId[]
  readonly text: string
  readonly since: Instant
  readonly endedAt: Instant | null
}

/** The one that is known of a place, the newest where there are several. */
export function outageOf<One extends Pick<Outage, 'resourceIds'>>(
  outages: readonly One[],
  resourceId: ResourceId | null,
): One | null {
  if (resourceId === null) return null
  return outages.findLast(({ resourceIds }) => resourceIds.includes(resourceId)) ?? null
}
