import { affectedBookings } from '../../bookings/close-site.ts'
import { findResource } from '../../sites/catalogue.ts'
import { closureInterval, findClosure } from '../../sites/open-time.ts'
import type { Resource } from '../../sites/resource.ts'
import type { ResourceId } from '../../values/ids.ts'
import type { Instant } from '../../values/instant.ts'
import type { CommunityEvent } from './event.ts'
import { type Ground, holdOf, without } from './hold.ts'

/** Most places that are named instead: a choice, not a list. */
const OTHERS_MAX = 3

/** Where else the event could be at its time: places that hold as many and have nobody in them, of the same kind first, the largest first. */
export function otherPlaces(
  event: CommunityEvent,
  ground: Ground,
  now: Instant,
): readonly ResourceId[] {
  const catalogue = without(ground.catalogue, event.id)
  const closure = holdOf(event, catalogue)
  const wished = event.resourceId === null ? null : findResource(catalogue, event.resourceId)
  if (closure === null || wished === null) return []
  const isFree = (place: Resource) => {
    const there = { ...closure, resourceIds: [place.id] }
    if (findClosure(catalogue, place, closureInterval(catalogue, there)) !== null) return false
    return affectedBookings(catalogue, there, ground.bookings, now).length === 0
  }
  const people = event.capacity ?? 1
  return catalogue.resources
    .filter((place) => place.id !== wished.id && isRoom(place) && place.capacity >= people)
    .toSorted((a, b) => kinship(b, wished) - kinship(a, wished) || b.capacity - a.capacity)
    .filter(isFree)
    .slice(0, OTHERS_MAX)
    .map(({ id }) => id)
}

function kinship(place: Resource, wished: Resource): number {
  return place.kind === wished.kind ? 1 : 0
}

/** Places that something can happen in. */
export function isRoom({ kind }: Pick<Resource, 'kind'>): boolean {
  return kind !== 'hot-desk' && kind !== 'dedicated-desk' && kind !== 'equipment'
}
