/** Why a place cannot become a part of another one, and what becomes of bookings when links change. */
import type { Catalogue } from '../../sites/catalogue.ts'
import { findResource } from '../../sites/catalogue.ts'
import { partIdsOf, partsOf, wholesOf } from '../../sites/links.ts'
import type { Resource } from '../../sites/resource.ts'
import type { BookingId, ResourceId } from '../../values/ids.ts'
import type { Instant } from '../../values/instant.ts'
import { overlaps } from '../../values/interval.ts'
import { type Booking, isLive } from '../booking.ts'

export type LinkProblem =
  | { readonly kind: 'unknown-whole' }
  | { readonly kind: 'other-floor' }
  | { readonly kind: 'circle' }
  /** Pools and places held by contract are not booked as one room. */
  | { readonly kind: 'not-exclusive'; readonly resourceId: ResourceId }
  | {
      readonly kind: 'overlapping'
      readonly bookings: readonly (readonly [BookingId, BookingId])[]
    }

/** Everything that speaks against the place as it is to be saved; empty where it may be. */
export function linkProblems(
  resource: Resource,
  catalogue: Catalogue,
  bookings: readonly Booking[],
  now: Instant,
): readonly LinkProblem[] {
  if (resource.partOf === null) return []
  const whole = findResource(catalogue, resource.partOf)
  if (resource.partOf === resource.id) return [{ kind: 'circle' }]
  if (whole === null) return [{ kind: 'unknown-whole' }]
  const { resources } = withResource(catalogue, resource)
  const wholes = wholesOf(resources, resource.id)
  const below = [resource, ...partsOf(resources, resource.id)]
  // Above each place there is an end, unless the way leads round.
  if (below.some(({ id }) => wholes.some((above) => above.id === id)) || isRound(wholes)) {
    return [{ kind: 'circle' }]
  }
  const shared = [resource, whole].filter(({ mode }) => mode.kind !== 'exclusive')
  const pairs = overlapping(below, wholes, bookings, now)
  return [
    ...(whole.floorId === resource.floorId ? [] : [{ kind: 'other-floor' } as const]),
    ...shared.map(({ id }) => ({ kind: 'not-exclusive', resourceId: id }) as const),
    ...(pairs.length === 0 ? [] : [{ kind: 'overlapping', bookings: pairs } as const]),
  ]
}

function withResource(catalogue: Catalogue, resource: Resource): Catalogue {
  const others = catalogue.resources.filter(({ id }) => id !== resource.id)
  return { ...catalogue, resources: [...others, resource] }
}

/** True when the highest of the wholes is again a part of something: then it is one of them, or is not there. */
function isRound(wholes: readonly Resource[]): boolean {
  const highest = wholes.at(-1)
  return highest !== undefined && highest.partOf !== null
}

function overlapping(
  below: readonly Resource[],
  wholes: readonly Resource[],
  bookings: readonly Booking[],
  now: Instant,
): readonly (readonly [BookingId, BookingId])[] {
  const ahead = bookings.filter(({ state, interval }) => isLive(state) && interval.endsAt > now)
  const on = (places: readonly Resource[]) =>
    ahead.filter(({ resourceId }) => places.some(({ id }) => id === resourceId))
  const above = on(wholes)
  return on(below).flatMap((part) =>
    above
      .filter((whole) => overlaps(whole.interval, part.interval))
      .map((whole) => [part.id, whole.id] as const),
  )
}

/** The live bookings ahead whose parts are others now, each with those it takes from here on. */
export function relinked(
  catalogue: Catalogue,
  bookings: readonly Booking[],
  now: Instant,
): readonly Booking[] {
  return bookings.flatMap((booking) => {
    const resource = findResource(catalogue, booking.resourceId)
    if (resource === null || !isLive(booking.state) || booking.interval.endsAt <= now) return []
    const parts = partIdsOf(catalogue, resource)
    return parts.join() === booking.parts.join() ? [] : [{ ...booking, parts }]
  })
}
