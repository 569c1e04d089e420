/**
 * A booking taken to another place or time by the space, because its own is closed. It keeps its identity, its price and its
 * state. Notice, advance limits and membership are not asked, for the move is not the member's wish; what the place can hold, its
 * hours and everybody else's bookings are.
 */
import type { Catalogue } from '../sites/catalogue.ts'
import { findResource } from '../sites/catalogue.ts'
import { partIdsOf } from '../sites/links.ts'
import type { Instant } from '../values/instant.ts'
import type { Booking } from './booking.ts'
import { checkMove } from './booking-rules.ts'
import { withLinked } from './links/linked-spans.ts'
import { findUnit } from './occupancy/find-unit.ts'
import type { Occupied } from './occupancy/occupancy.ts'
import { bookedWallTime, resolveChoice } from './wishes/choice.ts'
import type { Choice } from './wishes/intent.ts'
import type { Refusal } from './wishes/refusal.ts'

export type MoveAnswer =
  | { readonly kind: 'moved'; readonly booking: Booking }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

/** `occupied` is what others hold: the booking's own span is not in its own way. */
export function moveBooking(
  booking: Booking,
  choice: Choice,
  catalogue: Catalogue,
  occupied: readonly Occupied[],
  now: Instant,
): MoveAnswer {
  const resource = findResource(catalogue, choice.resourceId)
  if (resource === null) return { kind: 'refused', refusal: { reason: 'unknown-resource' } }
  const resolved = resolveChoice(catalogue.zone, choice)
  if (resolved.kind === 'refused') return resolved
  const { interval } = resolved
  const refusal = checkMove({ catalogue, resource, interval, people: booking.people, now })
  if (refusal !== null) return { kind: 'refused', refusal }
  const found = findUnit(resource, interval, withLinked(catalogue, occupied), choice.unit)
  if (found.kind === 'taken') return { kind: 'refused', refusal: found.refusal }
  const wall = bookedWallTime(catalogue.zone, interval)
  return {
    kind: 'moved',
    booking: {
      ...booking,
      resourceId: resource.id,
      unit: found.unit,
      parts: partIdsOf(catalogue, resource),
      interval,
      wall,
    },
  }
}
