/** The team's yes is written over whatever the request has become meanwhile: lapsed, taken back, or declined. */
import type { Booking } from '../../../domain/bookings/booking.ts'
import { bookingFacts } from '../../../domain/bookings/change-booking.ts'
import { findBooking } from '../../storage/load-bookings.ts'
import type { Mistake } from './mistake.ts'

export const lateYes: Mistake = {
  title: 'a yes that comes too late',
  foundBy: [
    'a booking that has ended never lives again',
    'every wish has exactly one outcome',
    'what is on disk holds every invariant',
  ],
  seenAt: 15,
  kinds: (real) =>
    real.map((kind) => ({
      ...kind,
      settle: async (ledger, intent, actor, now) => {
        if (intent.kind !== 'booking.approve') return kind.settle(ledger, intent, actor, now)
        const before = await findBooking(ledger.tx, intent.body.bookingId)
        if (before === null) return kind.settle(ledger, intent, actor, now)
        const booking: Booking = { ...bookingFacts(before), state: 'confirmed' }
        return {
          outcome: { kind: 'confirmed', bookingId: booking.id, choice: 0, price: null },
          facts: [{ kind: 'booking', booking, before }],
        }
      },
    })),
}
