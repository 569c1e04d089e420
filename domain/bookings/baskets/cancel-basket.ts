/**
 * What was booked together, given back together: each booking under its own policy, all that were shown or none. What is not named stays,
 * so that one item of a basket can be given back by itself.
 */
import type { Instant } from '../../values/instant.ts'
import type { Booking } from '../booking.ts'
import { type Cancelling, cancelBooking } from '../change-booking.ts'
import type { BasketCancel } from '../wishes/basket-wish.ts'
import { granted } from '../wishes/granted.ts'
import type { Outcome } from '../wishes/outcome.ts'
import type { Refusal } from '../wishes/refusal.ts'

export interface BasketChange {
  readonly outcome: Outcome
  readonly changes: readonly { readonly booking: Booking; readonly before: Booking }[]
}

/** `bookings` are those of the basket that the wish names. */
export function cancelBasket(
  { basketId, bookingIds }: BasketCancel,
  bookings: readonly Booking[],
  how: Cancelling,
  now: Instant,
): BasketChange {
  const own = bookings.filter((booking) => booking.basketId === basketId)
  if (own.length < bookingIds.length) return refused({ reason: 'unknown-basket' })
  const changes: { booking: Booking; before: Booking }[] = []
  for (const before of own) {
    const { booking, outcome } = cancelBooking(before, how, now)
    if (outcome.kind === 'refused') return refused(outcome.refusal)
    if (booking !== null) changes.push({ booking, before })
  }
  return { outcome: granted, changes }
}

function refused(refusal: Refusal): BasketChange {
  return { outcome: { kind: 'refused', refusal, alternatives: [] }, changes: [] }
}
