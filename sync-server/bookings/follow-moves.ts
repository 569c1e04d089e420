/** A request to move a booking ends with what it would have moved: cancelled, missed, begun, or taken elsewhere meanwhile. */
import {
  isPointless,
  requestsToMove,
  withdrawn,
} from '../../domain/bookings/changes/ask-to-move.ts'
import type { Consequence, Fact } from '../settlement/kind.ts'

export const followMoves: Consequence = async (ledger, { fresh }, now) => {
  const ended: Fact[] = []
  for (const fact of fresh) {
    if (fact.kind !== 'booking' || fact.before === null) continue
    const { booking, before } = fact
    // What asks is never itself what is moved.
    if (booking.moves !== null || !isPointless(booking, before)) continue
    const own = await ledger.bookingsOf(booking.memberId, now)
    for (const request of requestsToMove(booking, own)) {
      ended.push({ kind: 'booking', booking: withdrawn(request, now), before: request })
    }
  }
  return ended
}
