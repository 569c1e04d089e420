/** Wishes about a booking that exists: cancel, confirm a hold, hold a little longer. */
import { isStaff } from '../../domain/access/role.ts'
import type { Booking } from '../../domain/bookings/booking.ts'
import {
  type Asker,
  cancelBooking,
  confirmHold,
  extendHold,
} from '../../domain/bookings/change-booking.ts'
import type { SettleDecision } from '../../domain/bookings/settle.ts'
import type { Member } from '../../domain/memberships/member.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { type Decision, type Fact, settlementKind } from '../settlement/kind.ts'
import { findBooking } from '../storage/load-bookings.ts'

type ChangeKind = 'booking.cancel' | 'booking.confirm' | 'booking.extend-hold'

function settleChange<Kind extends ChangeKind>(
  kind: Kind,
  change: (booking: Booking, asker: Asker, now: Instant) => SettleDecision,
) {
  return settlementKind<Kind, Booking | null>({
    kind,
    load: async (ledger, { body: { bookingId } }) => {
      const found = await findBooking(ledger.tx, bookingId)
      const read = found === null ? [] : [found]
      return ledger.asDecided(read, (booking) => booking.id === bookingId)[0] ?? null
    },
    decide: (_intent, booking, actor, now): Decision => {
      const asker = booking === null ? null : askerOf(booking, actor)
      if (booking === null || asker === null) return unknownBooking
      const { outcome, booking: next } = change(booking, asker, now)
      if (next === null) return { outcome, facts: [] }
      const facts: Fact[] = [{ kind: 'booking', booking: next, before: booking }]
      if (asker === 'space') {
        facts.push({ kind: 'audit', command: kind, subject: booking.id, detail: '' })
      }
      return { outcome, facts }
    },
  })
}

/** Somebody else's booking and no booking are the same answer, so that ids tell nothing. */
export const unknownBooking: Decision = {
  outcome: { kind: 'refused', refusal: { reason: 'unknown-booking' }, alternatives: [] },
  facts: [],
}

export function askerOf(booking: Booking, actor: Member): Asker | null {
  if (booking.memberId === actor.id) return 'member'
  return isStaff(actor.role) && actor.siteIds.includes(booking.siteId) ? 'space' : null
}

export const changeKinds = [
  settleChange('booking.cancel', cancelBooking),
  settleChange('booking.confirm', (booking, _asker, now) => confirmHold(booking, now)),
  settleChange('booking.extend-hold', (booking, _asker, now) => extendHold(booking, now)),
]
