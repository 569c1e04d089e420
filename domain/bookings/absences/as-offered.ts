/** A desk held by contract, as somebody else may have it while its holder is away. */
import type { Member } from '../../memberships/member.ts'
import type { Catalogue } from '../../sites/catalogue.ts'
import type { Resource, ResourceKind } from '../../sites/resource.ts'
import { contains, type Interval } from '../../values/interval.ts'
import { localDay, type ZoneTable } from '../../values/zone.ts'

/** The place as this member would book it at that time: a hot desk where its holder is away for all of it, else as it is. */
export function asOffered(
  { zone }: Pick<Catalogue, 'zone'>,
  resource: Resource,
  interval: Interval,
  { assigned }: Pick<Member, 'assigned'>,
): Resource {
  if (resource.mode.kind !== 'assigned' || assigned.includes(resource.id)) return resource
  if (!isOffered(zone, resource, interval)) return resource
  return { ...resource, kind: 'hot-desk', mode: { kind: 'exclusive' } }
}

/** As what a booking at that time counts. */
export function kindThen(zone: ZoneTable, resource: Resource, interval: Interval): ResourceKind {
  return isOffered(zone, resource, interval) ? 'hot-desk' : resource.kind
}

function isOffered(zone: ZoneTable, { absences }: Resource, interval: Interval): boolean {
  return absences.some(({ from, until }) => {
    const days = { startsAt: localDay(zone, from).startsAt, endsAt: localDay(zone, until).endsAt }
    return contains(days, interval)
  })
}
