/**
 * What becomes of bookings that a change of the space takes the ground from: each is cancelled for free, moved or kept (D-10), and those
 * that move find what the cancelled ones gave back.
 */
import type { Catalogue } from '../sites/catalogue.ts'
import type { Instant } from '../values/instant.ts'
import type { Booking } from './booking.ts'
import { cancelled } from './change-booking.ts'
import { moveBooking } from './move-booking.ts'
import type { Occupied } from './occupancy/occupancy.ts'
import { occupiedBy } from './occupied-by.ts'
import type { Refusal } from './wishes/refusal.ts'
import type { Resolutions } from './wishes/setting-requests.ts'

export type ResolvedBookings =
  /** New facts in the order in which they must be written; what is kept is not among them. */
  | { readonly kind: 'resolved'; readonly bookings: readonly Booking[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

/** `catalogue` as it will be. First what is cancelled, then what moves: a place is given back before it is taken again. */
export function resolveBookings(
  resolutions: Resolutions,
  affected: readonly Booking[],
  occupiedNow: readonly Occupied[],
  catalogue: Catalogue,
  now: Instant,
): ResolvedBookings {
  const changed = affected
    .filter((booking) => resolutions[booking.id]?.kind === 'cancel')
    .map((booking) => cancelledBySpace(booking, now))
  let occupied = changed.reduce(withoutSpanOf, occupiedNow)
  for (const booking of affected) {
    const resolution = resolutions[booking.id]
    if (resolution?.kind !== 'move') continue
    const others = withoutSpanOf(occupied, booking)
    const moved = moveBooking(booking, resolution.choice, catalogue, others, now)
    if (moved.kind === 'refused') return moved
    changed.push(moved.booking)
    occupied = [...others, occupiedBy(moved.booking)]
  }
  return { kind: 'resolved', bookings: changed }
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
