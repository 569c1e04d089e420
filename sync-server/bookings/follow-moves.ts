/** What would move a booking ends with it: cancelled, missed, begun, or taken elsewhere meanwhile. */
import { isPointless, waitingToMove, withdrawn } from '../../domain/bookings/changes/ask-to-move.ts'
import type { Consequence, Fact } from '../settlement/kind.ts'

export const followMoves: Consequence = async (ledger, { fresh }, now) => {
  const ended: Fact[] = []
  for (const fact of fresh) {
    if (fact.kind !== 'booking' || fact.before === null) continue
    const { booking, before } = fact
    // What asks is never itself what is moved.
    if (booking.moves !== null) continue
    const own = await ledger.bookingsOf(booking.memberId, now)
    for (const request of waitingToMove(booking, own)) {
      if (!isPointless(booking, before, request)) continue
      ended.push({ kind: 'booking', booking: withdrawn(request, now), before: request })
    }
  }
  return ended
}
