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
import { limits } from '../values/limits.ts'
import { daysBetween } from '../values/local-date.ts'
import { toWallTime } from '../values/zone.ts'
import { type Booking, isLive } from './booking.ts'
import type { Occupied } from './occupancy/occupancy.ts'
import { resolveBookings } from './resolve-bookings.ts'
import { granted } from './wishes/granted.ts'
import type { ClosureRequest } from './wishes/intent.ts'
import type { Outcome } from './wishes/outcome.ts'
import type { Refusal } from './wishes/refusal.ts'
import type { ClosureProblem } from './wishes/room-refusal.ts'

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
  const wrong = closureRefusal(facts.catalogue, closure, now)
  if (wrong !== null) return refuse(wrong)
  const affected = affectedBookings(facts.catalogue, closure, facts.bookings, now)
  const unresolved = affected.filter((booking) => request.resolutions[booking.id] === undefined)
  if (unresolved.length > 0) {
    const bookingIds = unresolved.map((booking) => booking.id)
    return refuse({ reason: 'unresolved-bookings', bookingIds })
  }
  const { catalogue } = facts
  const closedCatalogue = { ...catalogue, closures: [...catalogue.closures, closure] }
  const answer = resolveBookings(
    request.resolutions,
    affected,
    facts.occupied,
    closedCatalogue,
    now,
  )
  if (answer.kind === 'refused') return refuse(answer.refusal)
  return {
    outcome: granted,
    closure,
    bookings: answer.bookings,
  }
}

/** Why it cannot be, whatever is booked in it; null when it can. It reaches as far as anything can be booked. */
export function closureRefusal(
  catalogue: Catalogue,
  closure: Closure,
  now: Instant,
): Refusal | null {
  const { startsAt, endsAt } = closureInterval(catalogue, closure)
  const no = (problem: ClosureProblem, limit = 0): Refusal => ({
    reason: 'closure',
    problem,
    limit,
  })
  if (startsAt >= endsAt) return no('backwards')
  if (endsAt <= now) return no('over')
  const today = toWallTime(catalogue.zone, now).date
  if (daysBetween(today, closure.until.date) > limits.closureAheadDaysMax) {
    return no('too-far', limits.closureAheadDaysMax)
  }
  const ahead = catalogue.closures.filter(
    (other) => other.eventId === null && closureInterval(catalogue, other).endsAt > now,
  )
  return ahead.length < limits.closuresAheadMax ? null : no('too-many', limits.closuresAheadMax)
}

export function closureOf(request: ClosureRequest): Closure {
  const { closureId, name, resourceIds, from, until } = request
  return { id: closureId, name, resourceIds, from, until, eventId: null }
}

function refuse(refusal: Refusal): ClosureDecision {
  return {
    outcome: { kind: 'refused', refusal, alternatives: [] },
    closure: null,
    bookings: [],
  }
}
