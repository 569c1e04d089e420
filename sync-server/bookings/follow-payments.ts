/**
 * What a payment for a booking does, in the transaction in which it is heard: the hold becomes a booking, and its bill is issued and paid.
 * Money that comes late takes the place again where it is still to be had, or goes back, once (B-34).
 */
import { bookedBillId, draftBookedBill, draftLateBill } from '../../domain/billing/booked-bill.ts'
import type { PaymentAttempt } from '../../domain/billing/paying/attempt.ts'
import type { Payment } from '../../domain/billing/payment.ts'
import type { Booking } from '../../domain/bookings/booking.ts'
import { bookingFacts } from '../../domain/bookings/change-booking.ts'
import { lateBookingId } from '../../domain/bookings/prepaid/late-booking.ts'
import { isToPay } from '../../domain/bookings/prepaid/payment-hold.ts'
import { settle } from '../../domain/bookings/settle.ts'
import { wishFor } from '../../domain/bookings/waitlist/give-place.ts'
import { choiceAt } from '../../domain/bookings/wishes/choice.ts'
import type { Member } from '../../domain/memberships/member.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import { must } from '../../domain/values/assert.ts'
import { type BookingId, toId } from '../../domain/values/ids.ts'
import type { Instant } from '../../domain/values/instant.ts'
import type { Consequence, Fact } from '../settlement/kind.ts'
import type { Ledger } from '../settlement/ledger.ts'
import { billTosOf } from '../storage/bill-tos.ts'
import { findBill } from '../storage/load-bills.ts'
import type { LoadFacts } from './load-facts.ts'

export function followPayments(loadFacts: LoadFacts): Consequence {
  return async (ledger, { fresh }, now) => {
    const followed: Fact[] = []
    for (const fact of fresh) {
      if (fact.kind !== 'attempt') continue
      const { attempt } = fact
      if (attempt.purpose.kind !== 'booking' || attempt.standing.state !== 'succeeded') continue
      followed.push(...(await follow(ledger, attempt, loadFacts, now)))
    }
    return followed
  }
}

interface Paid {
  readonly booking: Booking
  readonly paidFor: BookingId
  readonly catalogue: Catalogue
  readonly member: Member | null
  readonly payment: Payment
}

async function follow(
  ledger: Ledger,
  attempt: PaymentAttempt,
  loadFacts: LoadFacts,
  now: Instant,
): Promise<readonly Fact[]> {
  const paidFor = toId('booking', attempt.purpose.id)
  const booking = must(await ledger.booking(paidFor), 'bookings are never removed')
  const payment = paymentOf(attempt, paidFor, now)
  const known = await findBill(ledger.tx, payment.billId)
  // It was paid already: what is too much goes back by itself.
  if (known !== null) return [{ kind: 'payment', bill: known.bill, payment }]
  const catalogue = must(await ledger.catalogue(booking.siteId), 'locations are never removed')
  const member = await ledger.member(booking.memberId)
  const paid: Paid = { booking, paidFor, catalogue, member, payment }
  if (isToPay(booking)) {
    const confirmed: Booking = { ...bookingFacts(booking), state: 'confirmed' }
    return booked(ledger, { ...paid, booking: confirmed }, booking)
  }
  const taken = booking.state === 'lapsed' ? await takeAgain(ledger, paid, loadFacts, now) : null
  if (taken !== null) return booked(ledger, { ...paid, booking: taken }, null)
  const draft = draftLateBill(await drafted(ledger, paid))
  return [bill(paid, draft, true)]
}

function paymentOf(attempt: PaymentAttempt, paidFor: BookingId, now: Instant): Payment {
  const { id, standing, amount, method, on } = attempt
  const received = standing.state === 'succeeded' ? standing.received : amount
  const about = { id, billId: bookedBillId(paidFor), amount: received, method: 'card' } as const
  return { ...about, on, reference: method?.label ?? '', notedAt: now }
}

async function booked(
  ledger: Ledger,
  paid: Paid,
  before: Booking | null,
): Promise<readonly Fact[]> {
  const draft = draftBookedBill(await drafted(ledger, paid))
  return [{ kind: 'booking', booking: paid.booking, before }, bill(paid, draft, false)]
}

function bill(
  { catalogue, payment }: Paid,
  draft: ReturnType<typeof draftBookedBill>,
  isTakenBack: boolean,
): Fact {
  const { billing: settings } = catalogue.site
  return { kind: 'booked-bill', draft, settings, payment, isTakenBack }
}

async function drafted(ledger: Ledger, { booking, paidFor, catalogue, member }: Paid) {
  const [billTo] = await billTosOf(ledger.tx, [booking.memberId])
  const memberName = member?.name ?? ''
  return { booking, paidFor, catalogue, memberName, billTo: billTo ?? null }
}

/** The same place and time as a wish of its own, decided by the same rules, for no more than was paid. What lapsed stays lapsed. */
async function takeAgain(
  ledger: Ledger,
  { booking, paidFor, catalogue, member }: Paid,
  loadFacts: LoadFacts,
  now: Instant,
): Promise<Booking | null> {
  if (member === null || booking.extras.length > 0) return null
  const { siteId, people, note, payWith, resourceId, interval, price: quote } = booking
  const whose = { member, madeBy: null }
  const facts = await loadFacts(ledger, siteId, [booking], whose, now)
  if (facts === null) return null
  const choice = choiceAt(catalogue, resourceId, interval)
  const wished = { siteId, people, note, payWith, choice, quote }
  const again = settle(wishFor(booking.intentId, wished, now), facts, now, () => []).booking
  if (again === null) return null
  return { ...bookingFacts(again), id: lateBookingId(paidFor), isPrepaid: true, state: 'confirmed' }
}
