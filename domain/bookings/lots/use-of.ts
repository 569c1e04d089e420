/** What is used of a lot, and what is left. The settlement, the device and the check of the tables count with the same function. */
import type { Booking } from '../booking.ts'
import type { KnownLot, KnownUse } from './lot.ts'

/** Bookings of one member on one day pass use it once, however many they are (D-21). */
export function usedOf(lotId: string, uses: readonly KnownUse[]): number {
  const days = new Set<string>()
  let amount = 0
  for (const { lot, amount: one, day, memberId } of uses) {
    if (lot.id !== lotId) continue
    if (day === null) amount += one
    else days.add(`${memberId} ${day.on} ${day.nth}`)
  }
  return amount + days.size
}

export function leftOf(lot: KnownLot, uses: readonly KnownUse[]): number {
  return Math.max(0, lot.amount - lot.usedElsewhere - usedOf(lot.id, uses))
}

export function usesOf({ id, memberId, interval, covered }: UsingBooking): readonly KnownUse[] {
  return covered.map((use) => ({ ...use, bookingId: id, memberId, interval }))
}

type UsingBooking = Pick<Booking, 'id' | 'memberId' | 'interval' | 'covered'>
