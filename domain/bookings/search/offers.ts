/** The places that answer a search at one time, best first: what Book lists, from data on the device alone. */
import type { Member } from '../../memberships/member.ts'
import type { Catalogue } from '../../sites/catalogue.ts'
import { offeredAround } from '../../sites/granularity.ts'
import type { Resource, ResourceKind } from '../../sites/resource.ts'
import type { ResourceId } from '../../values/ids.ts'
import type { Instant } from '../../values/instant.ts'
import type { Interval } from '../../values/interval.ts'
import { asOffered } from '../absences/as-offered.ts'
import { type BookingViewRow, liveViewStates } from '../booking-view-row.ts'
import { ownTimesOfRows } from '../limits/own-time.ts'
import { type Availability, availability } from '../occupancy/availability.ts'
import { groupByResource, type Occupied } from '../occupancy/occupancy.ts'

export interface Offer {
  readonly resource: Resource
  readonly availability: Availability
  /** The time it answers for: the wished one, or the day or half-day around it where the place is had in nothing else. */
  readonly interval: Interval
}

export interface OfferInput {
  readonly catalogue: Catalogue
  readonly member: Member
  readonly interval: Interval
  readonly people: number
  readonly occupied: readonly Occupied[]
  readonly bookings: readonly BookingViewRow[]
  readonly now: Instant
}

/** What a place must be, and which ones the member comes back to. */
export interface Wanted {
  readonly kind: ResourceKind
  readonly amenities: readonly string[]
  /** Places named in a search: they come first. */
  readonly named: readonly ResourceId[]
  /** The member's favourites, then the places they used, the most used first. */
  readonly known: readonly ResourceId[]
}

/**
 * Places of the kind with every amenity asked for. In order: what was named, then one's own, then what is free, then what is not; among these
 * what the member knows, the smallest that takes everybody, the cheapest, the order of the catalogue.
 */
export function offersOf(input: OfferInput, wanted: Wanted): readonly Offer[] {
  const byResource = groupByResource(input.occupied)
  const own = groupByResource(input.bookings.filter((row) => liveViewStates.includes(row.state)))
  const ownTimes = ownTimesOfRows(input.catalogue, input.bookings)
  const rankOf = ranking(wanted, input.people)
  return input.catalogue.resources
    .filter((resource) =>
      isWanted(asOffered(input.catalogue, resource, input.interval, input.member), wanted),
    )
    .map((resource) => {
      const occupied = byResource.get(resource.id) ?? []
      const mine = own.get(resource.id) ?? []
      const offer = {
        resource,
        ...offered(input, resource, (interval) =>
          availability({ ...input, interval, ownTimes, resource, occupied, own: mine }),
        ),
      }
      return { offer, rank: rankOf(offer) }
    })
    .sort((a, b) => compareRanks(a.rank, b.rank))
    .map(({ offer }) => offer)
}

export function isWanted(resource: Resource, { kind, amenities }: Wanted): boolean {
  return (
    resource.kind === kind && amenities.every((amenity) => resource.amenities.includes(amenity))
  )
}

export function offerOf(input: OfferInput, resource: Resource): Offer {
  const own = input.bookings.filter(
    (row) => row.resourceId === resource.id && liveViewStates.includes(row.state),
  )
  const ownTimes = ownTimesOfRows(input.catalogue, input.bookings)
  return {
    resource,
    ...offered(input, resource, (interval) =>
      availability({ ...input, interval, ownTimes, resource, own }),
    ),
  }
}

function offered(
  { catalogue, interval: wished }: OfferInput,
  resource: Resource,
  answer: (interval: Interval) => Availability,
): Pick<Offer, 'availability' | 'interval'> {
  const interval = offeredAround(catalogue, resource, wished)
  return { interval, availability: answer(interval) }
}

function ranking({ named, known }: Wanted, people: number): (offer: Offer) => readonly number[] {
  const places = new Map(known.map((id, index) => [id, index]))
  return ({ resource, availability: { state, price } }) => [
    named.includes(resource.id) ? 0 : 1,
    state === 'mine' ? 0 : state === 'available' ? 1 : 2,
    places.get(resource.id) ?? known.length,
    Math.max(0, resource.capacity - people),
    price?.amountMinor ?? 0,
  ]
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  for (const [index, rank] of a.entries()) {
    const difference = rank - (b[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
