/**
 * The bill of what is paid when it is booked: of that booking alone, issued the moment its money is there, so that a receipt, a credit note and
 * what goes back are what they are for any bill. Promo codes and credits count on the bill of the period.
 */

import { wholePrice } from '../bookings/baskets/whole-price.ts'
import type { Booking } from '../bookings/booking.ts'
import { bookingFacts } from '../bookings/change-booking.ts'
import type { PayerBillTo } from '../memberships/bill-to.ts'
import { type Catalogue, placeName } from '../sites/catalogue.ts'
import { type BillId, type BookingId, toId } from '../values/ids.ts'
import { addDays } from '../values/local-date.ts'
import { type BillDraft, draftBill } from './bill.ts'
import { chargesOfBooking } from './charge.ts'
import type { Purpose } from './paying/attempt.ts'

export interface BookedBillInput {
  readonly booking: Booking
  /** What was paid for; a booking that took its place again is another one. */
  readonly paidFor: BookingId
  readonly catalogue: Catalogue
  readonly memberName: string
  readonly billTo: PayerBillTo | null
}

/** What it asks for is what is charged: the price as agreed, with its tax. */
export function draftBookedBill(input: BookedBillInput): BillDraft {
  const { booking, paidFor, catalogue, memberName, billTo } = input
  const { site } = catalogue
  const { memberId, wall, siteId } = booking
  const place = placeName(catalogue, booking.resourceId) ?? ''
  const draft = draftBill({
    ...{ siteId, settings: site.billing, currency: site.currency },
    ...{ payer: { kind: 'member', memberId }, payerName: memberName, billTo },
    period: { from: wall.start.date, until: addDays(wall.start.date, 1) },
    charges: chargesOfBooking(asAgreed(booking), place),
    memberNames: new Map([[memberId, memberName]]),
    ...{ billed: new Map(), credits: [], promos: [] },
  })
  return { ...draft, paidFor }
}

/** The same of money that came when the place was not to be had any more: it is taken back with the same stroke. */
export function draftLateBill(input: BookedBillInput): BillDraft {
  const draft = draftBookedBill(input)
  const lines = draft.lines.map((line) => ({
    ...line,
    source: `late/${line.source}`,
    about:
      line.about.kind === 'booking' ? { ...line.about, ended: 'not-booked' as const } : line.about,
  }))
  return { ...draft, lines }
}

export function isLateSource(source: string): boolean {
  return source.startsWith('late/')
}

/** One a booking that was paid for. */
export function bookedBillId(paidFor: BookingId): BillId {
  return toId('bill', `bil_${paidFor.slice(4)}`)
}

/** What attempts of a bill are made for: itself, or the booking that it was paid with. */
export function purposesOf(billId: string): readonly string[] {
  return [billId, `bkg_${billId.slice(4)}`]
}

/** The bill that a payment for it belongs to. */
export function billIdOfPurpose({ kind, id }: Purpose): string {
  return kind === 'booking' ? bookedBillId(toId('booking', id)) : id
}

/** A hold owes nothing yet, and what lapsed nothing any more: what was agreed stands in its price. */
function asAgreed(booking: Booking): Booking {
  if (booking.state !== 'held' && booking.state !== 'lapsed' && booking.state !== 'cancelled') {
    return booking
  }
  return { ...bookingFacts(booking), owed: wholePrice(booking), state: 'confirmed' }
}
