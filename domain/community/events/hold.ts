/**
 * An event keeps its place to itself, with the time to set up before it and to clear up after it. The place is closed for that time, by a
 * closure that belongs to the event: so whoever looks for a place is told what is there, nobody's booking is orphaned (D-10), and what the
 * event lets go of goes to who waits for it.
 */
import { type Booking, isLive } from '../../bookings/booking.ts'
import { affectedBookings } from '../../bookings/close-site.ts'
import { occupiedBy } from '../../bookings/occupied-by.ts'
import { resolveBookings } from '../../bookings/resolve-bookings.ts'
import type { EventHold } from '../../bookings/wishes/community-requests.ts'
import type { Refusal } from '../../bookings/wishes/refusal.ts'
import type { Resolutions } from '../../bookings/wishes/setting-requests.ts'
import { type Catalogue, findResource } from '../../sites/catalogue.ts'
import { closesResource, closureInterval } from '../../sites/open-time.ts'
import type { Closure } from '../../sites/opening-hours.ts'
import { type ClosureId, type EventId, toId } from '../../values/ids.ts'
import { addMinutes, DAY_MS, type Instant } from '../../values/instant.ts'
import { type Interval, overlaps } from '../../values/interval.ts'
import { limits } from '../../values/limits.ts'
import { toWallTime } from '../../values/zone.ts'
import type { CommunityEvent } from './event.ts'

/** The location, and its live bookings wherever an event is or one of them may move to. */
export interface Ground {
  readonly catalogue: Catalogue
  readonly bookings: readonly Booking[]
}

export type HoldDecision =
  | {
      readonly kind: 'held'
      /** What is closed from now on; null where nothing new is. */
      readonly closure: Closure | null
      readonly released: readonly ClosureId[]
      /** Those that had to go, as they are now, in the order in which they must be written. */
      readonly bookings: readonly Booking[]
      readonly after: Ground
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

/** The closure an event asks for; null where it keeps no place. Its id tells one hold of the event from the next. */
export function holdOf(event: CommunityEvent, { zone }: Pick<Catalogue, 'zone'>): Closure | null {
  const { id, title, resourceId, hold, isCalledOff, revision } = event
  if (hold === null || resourceId === null || isCalledOff) return null
  const { startsAt, endsAt } = timeHeld(event, hold)
  const [from, until] = [toWallTime(zone, startsAt), toWallTime(zone, endsAt)]
  const closureId = toId('closure', `clo_${id.slice('evt_'.length)}.${revision}`)
  return { id: closureId, name: title, resourceIds: [resourceId], from, until, eventId: id }
}

/** Gives the event its place, moves it, or lets go of it. Kept inside is nobody: two cannot have one room. */
export function decideHold(
  event: CommunityEvent,
  { catalogue, bookings }: Ground,
  resolutions: Resolutions,
  now: Instant,
): HoldDecision {
  const own = catalogue.closures.filter(({ eventId }) => eventId === event.id)
  const closure = holdOf(event, catalogue)
  const [before] = own
  if (closure !== null && before !== undefined && isSame(closure, before)) {
    const after = { catalogue, bookings }
    return { kind: 'held', closure: null, released: [], bookings: [], after }
  }
  const rest = without(catalogue, event.id)
  const released = own.map(({ id }) => id)
  if (closure === null) {
    const after = { catalogue: rest, bookings }
    return { kind: 'held', closure, released, bookings: [], after }
  }
  const there = whatIsThere(rest, closure)
  if (there !== null) {
    const conflict = closureInterval(rest, there)
    const isEvent = there.eventId === null ? {} : { isEvent: true as const }
    return refuse({ reason: 'blocked', conflict, closureName: there.name, ...isEvent })
  }
  const affected = affectedBookings(rest, closure, bookings, now)
  const left = affected.filter(({ id }) => (resolutions[id]?.kind ?? 'keep') === 'keep')
  if (left.length > 0) {
    return refuse({ reason: 'unresolved-bookings', bookingIds: left.map(({ id }) => id) })
  }
  const held = { ...rest, closures: [...rest.closures, closure] }
  const occupied = bookings.filter(({ state }) => isLive(state)).map(occupiedBy)
  const answer = resolveBookings(resolutions, affected, occupied, held, now)
  if (answer.kind === 'refused') return answer
  const after = { catalogue: held, bookings: asResolved(bookings, answer.bookings) }
  return { kind: 'held', closure, released, bookings: answer.bookings, after }
}

/** Live bookings that are where the event wants to be. */
export function inTheWay(
  event: CommunityEvent,
  { catalogue, bookings }: Ground,
  now: Instant,
): readonly Booking[] {
  const closure = holdOf(event, catalogue)
  return closure === null
    ? []
    : affectedBookings(without(catalogue, event.id), closure, bookings, now)
}

/** Another event, or works, where the event wants to be. A holiday of the whole location keeps nobody from an event. */
function whatIsThere(catalogue: Catalogue, closure: Closure): Closure | null {
  const wanted = closureInterval(catalogue, closure)
  const places = (closure.resourceIds ?? []).flatMap((id) => findResource(catalogue, id) ?? [])
  const found = catalogue.closures.find(
    (one) =>
      one.resourceIds !== null &&
      overlaps(closureInterval(catalogue, one), wanted) &&
      places.some((place) => closesResource(catalogue, one, place)),
  )
  return found ?? null
}

/** Holds of events that are long over: nobody asks for them any more, and every device carries what the location closes. */
export function longOver(catalogue: Catalogue, now: Instant): readonly ClosureId[] {
  const since = now - limits.eventHoldDaysBack * DAY_MS
  const isOver = (closure: Closure) => closureInterval(catalogue, closure).endsAt < since
  return catalogue.closures.filter((one) => one.eventId !== null && isOver(one)).map(({ id }) => id)
}

/** The location as it would be if the event were not. */
export function without(catalogue: Catalogue, id: EventId): Catalogue {
  const closures = catalogue.closures.filter(({ eventId }) => eventId !== id)
  return { ...catalogue, closures }
}

function isSame(one: Closure, other: Closure): boolean {
  const text = ({ name, resourceIds, from, until }: Closure) =>
    JSON.stringify([name, resourceIds, from.date, from.minute, until.date, until.minute])
  return text(one) === text(other)
}

function asResolved(all: readonly Booking[], changed: readonly Booking[]): readonly Booking[] {
  const byId = new Map(changed.map((booking) => [booking.id, booking]))
  return all.map((booking) => byId.get(booking.id) ?? booking)
}

function refuse(refusal: Refusal): HoldDecision {
  return { kind: 'refused', refusal }
}

/** The time that is the event's: its own, and what it takes before and after it. */
export function timeHeld(
  { startsAt, endsAt }: Interval,
  { setUpMinutes, clearUpMinutes }: EventHold,
): Interval {
  return {
    startsAt: addMinutes(startsAt, -setUpMinutes),
    endsAt: addMinutes(endsAt, clearUpMinutes),
  }
}
