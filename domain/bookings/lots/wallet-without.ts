import type { BookingId } from '../../values/ids.ts'
import type { Wallet } from './lot.ts'

/** What a member may book with while a booking of theirs is taken elsewhere: what it uses is free, what it spent is not. */
export function walletWithout(wallet: Wallet, bookingId: BookingId): Wallet {
  const uses = wallet.uses.filter((use) => use.bookingId !== bookingId || use.isSpent)
  return { ...wallet, uses }
}
