/** What is paid with one payment is held, given back and booked as one: whatever becomes of one of them becomes of the others (B-33). */
import type { Booking } from '../../domain/bookings/booking.ts'
import { follow, isPaidWith, paidAs } from '../../domain/bookings/prepaid/pay-together.ts'
import { isToPay } from '../../domain/bookings/prepaid/payment-hold.ts'
import type { Consequence, Fact } from '../settlement/kind.ts'
import type { Ledger } from '../settlement/ledger.ts'

export const holdTogether: Consequence = async (ledger, { fresh }, now) => {
  const followed = new Map<string, Extract<Fact, { kind: 'booking' }>>()
  for (const fact of fresh) {
    if (fact.kind !== 'booking' || fact.before === null) continue
    const { booking, before } = fact
    if (booking.paidWith === null || !isToPay(before)) continue
    for (const other of await paidTogether(ledger, booking)) {
      const next = followed.has(other.id) ? null : follow(other, booking, now)
      if (next !== null) followed.set(other.id, { kind: 'booking', booking: next, before: other })
    }
  }
  return [...followed.values()]
}

/** Itself, and those that its payment is for too, as they stand by now. All of them end after they were decided. */
export async function paidTogether(ledger: Ledger, booking: Booking): Promise<readonly Booking[]> {
  if (booking.paidWith === null) return [booking]
  const own = await ledger.bookingsOf(booking.memberId, booking.settledAt)
  return own.filter(isPaidWith({ id: paidAs(booking) }))
}
