/** `booking.guests` and `guest.check-in`: whom a member brings, and that they came. */

import type { Booking } from '../../domain/bookings/booking.ts'
import { changeGuests, checkInGuest } from '../../domain/bookings/guests/change-guests.ts'
import type { SettleDecision } from '../../domain/bookings/settle.ts'
import { findResource } from '../../domain/sites/catalogue.ts'
import type { Resource } from '../../domain/sites/resource.ts'
import { type Decision, type Fact, settlementKind } from '../settlement/kind.ts'
import { askerOf, unknownBooking } from './settle-change.ts'

interface Facts {
  readonly booking: Booking
  readonly resource: Resource | null
}

export const guestKinds = [
  settlementKind<'booking.guests', Facts | null>({
    kind: 'booking.guests',
    load: async (ledger, { body: { bookingId } }) => {
      const booking = await ledger.booking(bookingId)
      if (booking === null) return null
      const catalogue = await ledger.catalogue(booking.siteId)
      const resource = catalogue === null ? null : findResource(catalogue, booking.resourceId)
      return { booking, resource }
    },
    decide: ({ kind, body }, facts, actor, now) => {
      const asker = facts === null ? null : askerOf(facts.booking, actor)
      if (facts === null || asker === null) return unknownBooking
      // A place that is no more still takes those whom it took.
      const capacity = facts.resource?.capacity ?? facts.booking.people
      const decision = changeGuests(facts.booking, body, capacity, now)
      return written(facts.booking, decision, asker === 'space' ? kind : null)
    },
  }),
  settlementKind<'guest.check-in', Booking | null>({
    kind: 'guest.check-in',
    load: (ledger, { body: { bookingId } }) => ledger.booking(bookingId),
    decide: ({ kind, body }, booking, actor, now) => {
      if (booking === null || !actor.siteIds.includes(booking.siteId)) return unknownBooking
      return written(booking, checkInGuest(booking, body, now), kind)
    },
  }),
]

/** What staff did is kept in the trail; names stay out of it. */
function written(before: Booking, decision: SettleDecision, command: string | null): Decision {
  const { booking, outcome } = decision
  if (booking === null || booking === before) return { outcome, facts: [] }
  const facts: Fact[] = [{ kind: 'booking', booking, before }]
  if (command !== null) facts.push({ kind: 'audit', command, subject: before.id, detail: '' })
  return { outcome, facts }
}
