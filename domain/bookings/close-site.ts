/** A closure or holiday: nobody's booking is orphaned by it. Each one inside must be moved, cancelled for free or kept (D-10). */
import type { Catalogue } from '../sites/catalogue.ts'
import { findResource } from '../sites/catalogue.ts'
import { closesResource, closureInterval } from '../sites/open-time.ts'
import type { Closure } from '../sites/opening-hours.ts'
import type { Instant } from '../values/instant.ts'
import { overlaps } from '../values/interval.ts'
import { type Booking, isLive } from './booking.ts'
import { bookingFacts } from './change-booking.ts'
import { bookedWallTime, intervalOf } from './choice.ts'
import { findUnit } from './find-unit.ts'
import type { ClosureRequest } from './intent.ts'
import type { Occupied } from './occupancy.ts'
import type { Outcome } from './outcome.ts'
import type { Refusal } from './refusal.ts'

export interface ClosureDecision {
  readonly outcome: Outcome
  readonly closure: Closure | null
  /** New facts about the bookings inside it. */
  readonly bookings: readonly Booking[]
}

/** Live bookings that the closure touches and that are not over. */
export function affectedBookings(
  catalogue: Catalogue,
  closure: Closure,
  bookings: readonly Booking[],
  now: Instant,
): readonly Booking[] {
  const closed = closureInterval(catalogue, closure)
  return bookings.filter((booking) => {
    const resource = findResource(catalogue, booking.resourceId)
    return (
      isLive(booking.state) &&
      booking.interval.endsAt > now &&
      resource !== null &&
      closesResource(closure, resource) &&
      overlaps(booking.interval, closed)
    )
  })
}

export function decideClosure(
  request: ClosureRequest,
  facts: {
    readonly catalogue: Catalogue
    readonly bookings: readonly Booking[]
    readonly occupied: readonly Occupied[]
  },
  now: Instant,
): ClosureDecision {
  const closure = closureOf(request)
  const closed = closureInterval(facts.catalogue, closure)
  if (closed.startsAt >= closed.endsAt) return refuse({ reason: 'malformed' })
  const affected = affectedBookings(facts.catalogue, closure, facts.bookings, now)
  const unresolved = affected.filter((booking) => request.resolutions[booking.id] === undefined)
  if (unresolved.length > 0) {
    return refuse({
      reason: 'unresolved-bookings',
      bookingIds: unresolved.map((booking) => booking.id),
    })
  }
  const changed: Booking[] = []
  for (const booking of affected) {
    const next = resolve(request, facts, booking, changed, now)
    if (next.kind === 'refused') return refuse(next.refusal)
    if (next.booking !== null) changed.push(next.booking)
  }
  return {
    outcome: { kind: 'confirmed', bookingId: null, choice: 0, price: null },
    closure,
    bookings: changed,
  }
}

type Resolved =
  | { readonly kind: 'done'; readonly booking: Booking | null }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

function resolve(
  request: ClosureRequest,
  facts: { readonly catalogue: Catalogue; readonly occupied: readonly Occupied[] },
  booking: Booking,
  changed: readonly Booking[],
  now: Instant,
): Resolved {
  const resolution = request.resolutions[booking.id]
  if (resolution === undefined || resolution.kind === 'keep') return { kind: 'done', booking: null }
  if (resolution.kind === 'cancel') {
    const next: Booking = {
      ...bookingFacts(booking),
      state: 'cancelled',
      cancelledAt: now,
      cancelledBy: 'space',
    }
    return { kind: 'done', booking: next }
  }
  const { catalogue } = facts
  const resource = findResource(catalogue, resolution.choice.resourceId)
  const interval = intervalOf(catalogue.zone, resolution.choice)
  if (resource === null || interval === null) {
    return { kind: 'refused', refusal: { reason: 'unknown-resource' } }
  }
  const others = [
    ...facts.occupied.filter((span) => !isSpanOf(span, booking)),
    ...changed.filter((one) => isLive(one.state)).map(occupiedBy),
  ]
  const found = findUnit(resource, interval, others, resolution.choice.unit)
  if (found.kind === 'taken') return { kind: 'refused', refusal: found.refusal }
  const wall = bookedWallTime(catalogue.zone, interval)
  return {
    kind: 'done',
    booking: { ...booking, resourceId: resource.id, unit: found.unit, interval, wall },
  }
}

export function occupiedBy(booking: Booking): Occupied {
  const { resourceId, unit, interval } = booking
  return { resourceId, unit, interval, state: booking.state === 'held' ? 'held' : 'booked' }
}

function isSpanOf(span: Occupied, booking: Booking): boolean {
  return (
    span.resourceId === booking.resourceId &&
    span.unit === booking.unit &&
    span.interval.startsAt === booking.interval.startsAt
  )
}

export function closureOf(request: ClosureRequest): Closure {
  const { closureId, name, resourceIds, from, until } = request
  return { id: closureId, name, resourceIds, from, until }
}

function refuse(refusal: Refusal): ClosureDecision {
  return {
    outcome: { kind: 'refused', refusal, alternatives: [] },
    closure: null,
    bookings: [],
  }
}
