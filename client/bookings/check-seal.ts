/** Whether a booking is what the space signed: told by this device alone, with the space's public key. */
import { isSealOf, sealedBooking } from '../../domain/billing/papers/booking-seal.ts'
import type { Booking } from '../../domain/bookings/booking.ts'
import { checkSignature } from '../store/check-signature.ts'
import type { SealRow } from '../store/rows.ts'

/** Unknown: this browser cannot tell, or what is signed is the booking as it was before. */
export type CheckedSeal = 'matches' | 'differs' | 'unknown'

export async function checkSeal(booking: Booking, row: SealRow): Promise<CheckedSeal> {
  const { key, seal } = row
  if (!isSealOf(row, booking)) return 'unknown'
  const isTheirs = key.siteId === booking.siteId && key.id === seal.keyId
  if (!isTheirs || seal.signedAt < key.since) return 'differs'
  const signed = await checkSignature(key.publicKey, sealedBooking(booking, seal), seal.signature)
  if (signed === 'unknown') return 'unknown'
  return signed === 'signed' ? 'matches' : 'differs'
}
