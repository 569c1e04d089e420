/**
 * What the space signs of a booking: that it stands as agreed, and, once somebody came, when. Whoever holds the booking and the space's public key
 * can tell, without asking anybody, that it is what was confirmed.
 */
import type { Booking } from '../../bookings/booking.ts'
import { canonical } from '../../values/canonical.ts'
import type { BookingId } from '../../values/ids.ts'
import type { Seal, SigningKey } from './paper.ts'

/** Of a booking as it stood: once it is another, so is its seal. */
export interface BookingSeal {
  readonly bookingId: BookingId
  readonly revision: number
  readonly state: Booking['state']
  readonly seal: Seal
}

/** Seals with the keys that made them, as the space hands them out. */
export interface HandedSeals {
  readonly seals: readonly BookingSeal[]
  readonly keys: readonly SigningKey[]
}

const sealedStates: readonly Booking['state'][] = ['confirmed', 'checked-in', 'completed']

/** What was not confirmed, or does not stand any more, confirms nothing. */
export function isSealed({ state }: Pick<Booking, 'state'>): boolean {
  return sealedStates.includes(state)
}

export function isSealOf(
  { bookingId, revision, state }: Pick<BookingSeal, 'bookingId' | 'revision' | 'state'>,
  booking: Booking,
): boolean {
  return bookingId === booking.id && revision === booking.revision && state === booking.state
}

/** Ed25519 is over this. Another version of it would be another text, so the version stands in it. */
export function sealedBooking(
  booking: Booking,
  { keyId, signedAt }: Pick<Seal, 'keyId' | 'signedAt'>,
): string {
  const { id, revision, state, siteId, memberId, resourceId, unit, parts } = booking
  const { interval, wall, people, extras, price, owed, policy } = booking
  return canonical({
    v: 1,
    booking: {
      ...{ id, revision, state, siteId, memberId, resourceId, unit, parts },
      ...{ interval, wall, people, extras, price, owed, policy },
    },
    came: booking.state === 'checked-in' ? booking.checkedInAt : null,
    ...{ key: keyId, at: signedAt },
  })
}
