/** What somebody is asked to pay for on a page: a bill, or a booking that is held until it is paid. */
import type { BillDraft } from '../../../domain/billing/bill.ts'
import { draftBookedBill } from '../../../domain/billing/booked-bill.ts'
import { creditTowards, lessCredit } from '../../../domain/billing/booked-credit.ts'
import type { Purpose } from '../../../domain/billing/paying/attempt.ts'
import { openOf } from '../../../domain/billing/payment.ts'
import type { Booking } from '../../../domain/bookings/booking.ts'
import { isToPay } from '../../../domain/bookings/prepaid/payment-hold.ts'
import { payerId } from '../../../domain/memberships/holder.ts'
import { placeName } from '../../../domain/sites/catalogue.ts'
import { must } from '../../../domain/values/assert.ts'
import type { SiteId } from '../../../domain/values/ids.ts'
import type { Instant } from '../../../domain/values/instant.ts'
import type { LocalDate } from '../../../domain/values/local-date.ts'
import { type Money, zero } from '../../../domain/values/money.ts'
import { toWallTime } from '../../../domain/values/zone.ts'
import { funds } from '../../../domain/words/english/funds.ts'
import { prepaid } from '../../../domain/words/english/prepaid.ts'
import { billTosOf } from '../../storage/bill-tos.ts'
import { billedBefore, findBill } from '../../storage/load-bills.ts'
import { bookingsPaidWith, findBooking } from '../../storage/load-bookings.ts'
import { loadCatalogue } from '../../storage/load-catalogue.ts'
import { daysOfBooked } from '../../storage/load-days.ts'
import { asksOfPayers, findAsk } from '../../storage/load-deposits.ts'
import { openCredits } from '../../storage/load-funds.ts'
import { redemptionsOf } from '../../storage/load-promos.ts'
import type { Reader } from '../../storage/storage.ts'

export interface Payable {
  readonly siteId: SiteId
  readonly payerId: string
  /** What is to be paid of it; nothing once it is paid, or not held any more. */
  readonly open: Money
  /** As the page calls it. */
  readonly title: string
  /** Where whoever was on the page comes back to. */
  readonly back: string
  /** Null of a bill. */
  readonly booking: Booking | null
}

export async function payableOf(
  reader: Reader,
  { kind, id }: Purpose,
  now: Instant,
): Promise<Payable> {
  switch (kind) {
    case 'bill': {
      const story = must(await findBill(reader, id), 'bills are never removed')
      const { bill } = story
      const common = { siteId: bill.siteId, payerId: payerId(bill.payer), booking: null }
      return {
        ...common,
        open: openOf(story),
        title: bill.number,
        back: `/bills/${bill.id}?from=page`,
      }
    }
    case 'booking':
      return payableBooking(reader, id, now)
    case 'deposit':
      return payableDeposit(reader, id)
  }
}

/** Nothing once it came, was withdrawn, or was taken back with what asked for it. */
async function payableDeposit(reader: Reader, depositId: string): Promise<Payable> {
  const ask = must(await findAsk(reader, depositId), 'what was asked for is never removed')
  const { id, siteId, payer, plan, amount } = ask
  const asked = await asksOfPayers(reader, [payerId(payer)])
  const isOpen = asked.some((one) => one.id === id)
  return {
    ...{ siteId, payerId: payerId(payer), booking: null, back: `/me/bills?deposit=${id}` },
    open: isOpen ? amount : zero(amount.currency),
    title: funds.pageTitle(plan),
  }
}

async function payableBooking(reader: Reader, bookingId: string, now: Instant): Promise<Payable> {
  const booking = must(await findBooking(reader, bookingId), 'bookings are never removed')
  const { siteId, memberId, resourceId, wall } = booking
  const catalogue = must(await loadCatalogue(reader, siteId), 'locations are never removed')
  const [billTo] = await billTosOf(reader, [memberId])
  const on = toWallTime(catalogue.zone, now).date
  const bookings = await bookingsPaidWith(reader, booking)
  const drafted = {
    bookings,
    paidFor: booking.id,
    catalogue,
    memberName: '',
    billTo: billTo ?? null,
    billed: await billedBefore(reader, bookings, catalogue.site.currency),
    days: await daysOfBooked(reader, catalogue, bookings),
    promos: await redemptionsOf(reader, [memberId], siteId),
    on,
  }
  const open = isToPay(booking)
    ? await chargedFor(reader, draftBookedBill(drafted), on)
    : zero(booking.price.currency)
  const place = placeName(catalogue, resourceId) ?? ''
  const title = prepaid.pageTitle(place, wall.start.date, bookings.length - 1)
  const common = { siteId, payerId: memberId, booking, open }
  return { ...common, title, back: `/bookings?paid=${booking.id}` }
}

/** Less what its payer's credits pay of it. */
async function chargedFor(
  reader: Reader,
  { siteId, payer, total }: BillDraft,
  on: LocalDate,
): Promise<Money> {
  const credits = await openCredits(reader, siteId, [payerId(payer)])
  return lessCredit(total, creditTowards(total, { credits, payer, on }))
}
