/** `booking.check-in`: a booking is claimed, by its member or by staff who see them come. */
import { checkIn } from '../../domain/bookings/arrival/check-in.ts'
import type { Booking } from '../../domain/bookings/booking.ts'
import { effectiveAt } from '../../domain/bookings/cancellation/effective-at.ts'
import { type Fact, settlementKind } from '../settlement/kind.ts'
import { isClaimedByOther } from '../storage/claims.ts'
import { askerOf, loadGeneration, unknownBooking } from './settle-change.ts'

interface Facts {
  readonly booking: Booking
  readonly isRelet: boolean
  readonly generation: string | null
}

export const settleCheckIn = settlementKind<'booking.check-in', Facts | null>({
  kind: 'booking.check-in',
  load: async (ledger, { body: { bookingId } }) => {
    const booking = await ledger.booking(bookingId)
    if (booking === null) return null
    // What the batch has given away and not written yet is refused by the guard, and looked at again by itself.
    const isGivenBack = booking.state === 'no-show'
    const isRelet = isGivenBack && (await isClaimedByOther(ledger.tx, booking))
    return { booking, isRelet, generation: await loadGeneration(ledger) }
  },
  decide: (intent, facts, actor, now) => {
    const asker = facts === null ? null : askerOf(facts.booking, actor)
    if (facts === null || asker === null) return unknownBooking
    const { booking, isRelet, generation } = facts
    const evidence = effectiveAt(intent, generation, now)
    const decision = checkIn(booking, { evidenceAt: evidence, isRelet, now })
    if (decision.booking === null) return { outcome: decision.outcome, facts: [] }
    const written: Fact[] = [{ kind: 'booking', booking: decision.booking, before: booking }]
    if (asker === 'space') {
      written.push({ kind: 'audit', command: intent.kind, subject: booking.id, detail: '' })
    }
    return { outcome: decision.outcome, facts: written }
  },
})
