import type { Booking } from '../booking.ts'
import type { Wallet } from './lot.ts'
import { usesOf } from './use-of.ts'

/** What is left to book with once these bookings are as they are now. */
export function walletWith(wallet: Wallet, bookings: readonly Booking[]): Wallet {
  const isUsed = wallet.uses.length > 0 || bookings.some(({ covered }) => covered.length > 0)
  if (!isUsed) return wallet
  const ids = new Set<string>(bookings.map(({ id }) => id))
  const others = wallet.uses.filter(({ bookingId }) => !ids.has(bookingId))
  return { ...wallet, uses: [...others, ...bookings.flatMap(usesOf)] }
}
