/**
 * The bill of what is paid when it is booked: of that alone, issued the moment its money is there, so that a receipt, a credit note and
 * what goes back are what they are for any bill. What is paid together is on one bill, a line a place. Codes count as on any bill, and the payer's credits pay of it before a card does (`booked-credit`).
 */

import { wholePrice } from '../bookings/baskets/whole-price.ts'
import type { Booking } from '../bookings/booking.ts'
import { bookingFacts } from '../bookings/change-booking.ts'
import { bookedWallTime } from '../bookings/wishes/choice.ts'
import type { PayerBillTo } from '../memberships/bill-to.ts'
import { type Catalogue, placeName } from '../sites/catalogue.ts'
import type { Redemption } from '../sites/promo.ts'
import { must } from '../values/assert.ts'
import { type BillId, type BookingId, type IntentId, toId } from '../values/ids.ts'
import { contains } from '../values/interval.ts'
import { addDays, type LocalDate } from '../values/local-date.ts'
import { add, type Money } from '../values/money.ts'
import { type BillDraft, draftBill } from './bill.ts'
import type { BillingPeriod } from './billing-period.ts'
import { type Charge, chargesOfBooking } from './charge.ts'
import type { Days } from './days/day-lines.ts'
import type { Purpose } from './paying/attempt.ts'

export interface BookedBillInput {
  /** One, or those that are paid together. */
  readonly bookings: readonly Booking[]
  /** What was paid for, the first of them; a booking that took its place again is another one. */
  readonly paidFor: BookingId
  readonly catalogue: Catalogue
  readonly memberName: string
  readonly billTo: PayerBillTo | null
  /** What bills have asked for of what is changed; empty of what is booked. */
  readonly billed: ReadonlyMap<string, Money>
  /** What their bills asked for of the days that it is for. */
  readonly days: Days
  /** Codes that the member has redeemed. */
  readonly promos: readonly Redemption[]
  /** When it is paid. */
  readonly on: LocalDate
}

/** What it asks for is what is charged: the price as agreed, with its tax. */
export function draftBookedBill(input: BookedBillInput): BillDraft {
  const { bookings, paidFor, catalogue, memberName, billTo, billed, days, promos, on } = input
  const { site } = catalogue
  const { memberId, siteId } = must(bookings[0], 'something is paid for')
  const placeOf = ({ resourceId }: Booking) => placeName(catalogue, resourceId) ?? ''
  const draft = draftBill({
    ...{ siteId, settings: site.billing, currency: site.currency },
    ...{ payer: { kind: 'member', memberId }, payerName: memberName, billTo },
    period: daysOf(bookings.map(({ wall }) => wall.start.date)),
    charges: bookings.flatMap((one) => chargesOf(one, placeOf(one), input)),
    memberNames: new Map([[memberId, memberName]]),
    ...{ billed, days, credits: [], promos, paidNow: { paidFor, on } },
  })
  return { ...draft, paidFor }
}

/**
 * What a change adds is more of what its booking owes: no cause of its own, or the next bill would ask for it again. Longer, it is of its day as
 * all that it will be; what is moved counts for its day from the next bill on, because what it left owed does not.
 */
function chargesOf(
  booking: Booking,
  place: string,
  { billed, catalogue }: BookedBillInput,
): readonly Charge[] {
  const charges = chargesOfBooking(asAgreed(booking), place)
  const { moves } = booking
  if (moves === null) return charges
  const { bookingId, to } = moves
  const { start, end } = bookedWallTime(catalogue.zone, to)
  const isLonger = contains(to, moves.interval) && booking.resourceId === moves.resourceId
  return charges.flatMap((charge) => {
    const { about } = charge
    if (about.kind !== 'booking') return []
    const before = billed.get(bookingId)
    const amount = before === undefined ? charge.amount : add(before, charge.amount)
    const { dayPrice, ...rest } = about
    const ofDay = isLonger && dayPrice !== undefined ? { start, end, dayPrice } : {}
    return { ...charge, source: bookingId, about: { ...rest, ...ofDay, bookingId }, amount }
  })
}

/** What of a booking a bill has asked for, by the cause that a change of it adds to. */
export function changedBy(bookings: readonly Booking[]): readonly BookingId[] {
  return bookings.flatMap(({ moves }) => moves?.bookingId ?? [])
}

/** From the first to the last on which anything of it begins. */
export function daysOf(dates: readonly LocalDate[]): BillingPeriod {
  const days = dates.toSorted()
  const [first, last] = [must(days[0], 'something is paid for'), must(days.at(-1), 'so it ends')]
  return { from: first, until: addDays(last, 1) }
}

/** The same of money that came when the place was not to be had any more: it is taken back with the same stroke. */
export function draftLateBill(input: BookedBillInput): BillDraft {
  const bookings = input.bookings.map((one): Booking => ({ ...one, moves: null, dayPrice: null }))
  const draft = draftBookedBill({ ...input, bookings, promos: [] })
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

/** One a booking that was paid for, those that were paid together, or a wish that keeps something of a deposit. */
export function bookedBillId(paidFor: BookingId | IntentId): BillId {
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
