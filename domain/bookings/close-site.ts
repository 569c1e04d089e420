/**
 * A closure or holiday: nobody's booking is orphaned by it. Each one inside must be moved, cancelled for free or kept (D-10), and
 * those who move find what the cancelled ones gave back.
 */
import type { Catalogue } from '../sites/catalogue.ts'
import { findResource } from '../sites/catalogue.ts'
import { closesResource, closureInterval } from '../sites/open-time.ts'
import type { Closure } from '../sites/opening-hours.ts'
import type { Instant } from '../values/instant.ts'
import { overlaps } from '../values/interval.ts'
import { type Booking, isLive } from './booking.ts'
import { cancelled } from './change-booking.ts'
import { moveBooking } from './move-booking.ts'
import type { Occupied } from './occupancy/occupancy.ts'
import type { ClosureRequest } from './wishes/intent.ts'
import type { Outcome } from './wishes/outcome.ts'
import type { Refusal } from './wishes/refusal.ts'

export interface ClosureDecision {
  readonly outcome: Outcome
  readonly closure: Closure | null
  /** New facts about the bookings inside it, in the order in which they must be written. */
  readonly bookings: readonly Booking[]
}

export interface ClosureFacts {
  readonly catalogue: Catalogue
  /** Live bookings of the site from the closure on, as far as a move may go. */
  readonly bookings: readonly Booking[]
  readonly occupied: readonly Occupied[]
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
      closesResource(catalogue, closure, resource) &&
      overlaps(booking.interval, closed)
    )
  })
}

export function decideClosure(
  request: ClosureRequest,
  facts: ClosureFacts,
  now: Instant,
): ClosureDecision {
  const closure = closureOf(request)
  const closed = closureInterval(facts.catalogue, closure)
  if (closed.startsAt >= closed.endsAt) return refuse({ reason: 'malformed' })
  const affected = affectedBookings(facts.catalogue, closure, facts.bookings, now)
  const unresolved = affected.filter((booking) => request.resolutions[booking.id] === undefined)
  if (unresolved.length > 0) {
    const bookingIds = unresolved.map((booking) => booking.id)
    return refuse({ reason: 'unresolved-bookings', bookingIds })
  }
  return resolveAll(request, closure, facts, affected, now)
}

/** First what is cancelled, then what moves: a place is given back before it is taken again. */
function resolveAll(
  { resolutions }: ClosureRequest,
  closure: Closure,
  facts: ClosureFacts,
  affected: readonly Booking[],
  now: Instant,
): ClosureDecision {
  const { catalogue } = facts
  const closedCatalogue = { ...catalogue, closures: [...catalogue.closures, closure] }
  const changed = affected
    .filter((booking) => resolutions[booking.id]?.kind === 'cancel')
    .map((booking) => cancelledBySpace(booking, now))
  let occupied = changed.reduce(withoutSpanOf, facts.occupied)
  for (const booking of affected) {
    const resolution = resolutions[booking.id]
    if (resolution?.kind !== 'move') continue
    const others = withoutSpanOf(occupied, booking)
    const moved = moveBooking(booking, resolution.choice, closedCatalogue, others, now)
    if (moved.kind === 'refused') return refuse(moved.refusal)
    changed.push(moved.booking)
    occupied = [...others, occupiedBy(moved.booking)]
  }
  return {
    outcome: { kind: 'confirmed', bookingId: null, choice: 0, price: null },
    closure,
    bookings: changed,
  }
}

/** The space's fault: whatever the policy says, nothing is owed (D-38). */
function cancelledBySpace(booking: Booking, now: Instant): Booking {
  return cancelled(booking, 'space', { because: 'space', percent: 100 }, now, now)
}

function withoutSpanOf(occupied: readonly Occupied[], booking: Booking): readonly Occupied[] {
  return occupied.filter(
    (span) =>
      span.resourceId !== booking.resourceId ||
      span.unit !== booking.unit ||
      span.interval.startsAt !== booking.interval.startsAt,
  )
}

export function occupiedBy(booking: Booking): Occupied {
  const { resourceId, unit, interval } = booking
  return { resourceId, unit, interval, state: booking.state === 'held' ? 'held' : 'booked' }
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
