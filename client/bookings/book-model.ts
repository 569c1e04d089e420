/** What can be booked when: the list behind Book, from rows on the device alone. */

import { liveViewStates } from '../../domain/bookings/booking-view-row.ts'
import { type OwnTime, ownTimesOfRows } from '../../domain/bookings/limits/own-time.ts'
import { type Availability, availability } from '../../domain/bookings/occupancy/availability.ts'
import { groupByResource, type Occupied } from '../../domain/bookings/occupancy/occupancy.ts'
import type { Member } from '../../domain/memberships/member.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import type { Resource, ResourceKind } from '../../domain/sites/resource.ts'
import type { Instant } from '../../domain/values/instant.ts'
import type { Interval } from '../../domain/values/interval.ts'
import type { BookingRow } from '../store/rows.ts'

export interface Offer {
  readonly resource: Resource
  readonly availability: Availability
}

export interface OfferInput {
  readonly catalogue: Catalogue
  readonly member: Member
  readonly interval: Interval
  readonly people: number
  readonly occupied: readonly Occupied[]
  readonly bookings: readonly BookingRow[]
  readonly now: Instant
}

/** The kinds that a location has at all, in the order of this list. */
export function kindsOf(catalogue: Catalogue, member: Member): readonly ResourceKind[] {
  const order: readonly ResourceKind[] = [
    'hot-desk',
    'meeting-room',
    'phone-booth',
    'private-office',
    'event-hall',
    'dedicated-desk',
  ]
  return order.filter((kind) =>
    catalogue.resources.some(
      (resource) =>
        resource.kind === kind &&
        // Held by contract: no matter for anybody but its holder.
        (resource.mode.kind !== 'assigned' || member.assigned.includes(resource.id)),
    ),
  )
}

/** What amenities places of a kind have, each once. */
export function amenitiesOf(catalogue: Catalogue, kind: ResourceKind): readonly string[] {
  const all = catalogue.resources
    .filter((resource) => resource.kind === kind)
    .flatMap((resource) => resource.amenities)
  return [...new Set(all)].sort()
}

export interface OfferFilter {
  readonly kind: ResourceKind
  readonly amenities: readonly string[]
}

/** The places of a kind with every amenity asked for, in the order of the catalogue: one's own first, then free, then not. */
export function offersOf(input: OfferInput, filter: OfferFilter): readonly Offer[] {
  const byResource = groupByResource(input.occupied)
  const ownTimes = ownTimesOfRows(input.catalogue, input.bookings)
  return input.catalogue.resources
    .filter(
      (resource) =>
        resource.kind === filter.kind &&
        filter.amenities.every((amenity) => resource.amenities.includes(amenity)),
    )
    .map((resource) => {
      const occupied = byResource.get(resource.id) ?? []
      return offerWith({ ...input, occupied }, ownTimes, resource)
    })
    .sort((a, b) => rank(a) - rank(b))
}

export function offerOf(input: OfferInput, resource: Resource): Offer {
  return offerWith(input, ownTimesOfRows(input.catalogue, input.bookings), resource)
}

function offerWith(input: OfferInput, ownTimes: readonly OwnTime[], resource: Resource): Offer {
  const own = input.bookings.filter(
    (row) => row.resourceId === resource.id && liveViewStates.includes(row.state),
  )
  return { resource, availability: availability({ ...input, ownTimes, resource, own }) }
}

function rank({ availability: { state } }: Offer): number {
  return state === 'mine' ? 0 : state === 'available' ? 1 : 2
}
