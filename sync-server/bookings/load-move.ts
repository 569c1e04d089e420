/** What is known of a booking that something else would take elsewhere, once the team has approved that or its money is there. */

import type { Booking } from '../../domain/bookings/booking.ts'
import type { MoveFacts } from '../../domain/bookings/changes/ask-to-move.ts'
import type { Instant } from '../../domain/values/instant.ts'
import type { Ledger } from '../settlement/ledger.ts'
import { payingOf } from './load-facts.ts'

/** Null of what moves nothing, or where its member or location is gone. */
export async function loadMove(
  ledger: Ledger,
  { moves, siteId, memberId }: Booking,
  now: Instant,
): Promise<(MoveFacts & { readonly isPaying: boolean }) | null> {
  const catalogue = moves === null ? null : await ledger.catalogue(siteId)
  const member = moves === null ? null : await ledger.member(memberId)
  if (moves === null || catalogue === null || member === null) return null
  const booking = await ledger.booking(moves.bookingId)
  const wallet = await ledger.walletOf(catalogue, member, now)
  const { paying } = await payingOf(ledger, catalogue)
  return { booking, catalogue, member, wallet, isPaying: paying !== undefined }
}
