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
import { type SettleFacts, settle } from '../../domain/bookings/settle.ts'
import { wishFor, withGiven } from '../../domain/bookings/waitlist/give-place.ts'
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
import { paidTogether } from './hold-together.ts'
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
  /** One, or those that are paid together. */
  readonly bookings: readonly Booking[]
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
  const first = must(await ledger.booking(paidFor), 'bookings are never removed')
  const payment = paymentOf(attempt, paidFor, now)
  const known = await findBill(ledger.tx, payment.billId)
  // It was paid already: what is too much goes back by itself.
  if (known !== null) return [{ kind: 'payment', bill: known.bill, payment }]
  const catalogue = must(await ledger.catalogue(first.siteId), 'locations are never removed')
  const member = await ledger.member(first.memberId)
  const bookings = await paidTogether(ledger, first)
  const paid: Paid = { bookings, paidFor, catalogue, member, payment }
  if (isToPay(first)) return booked(ledger, paid, bookings.map(confirmed))
  const taken = first.state === 'lapsed' ? await takeAgain(ledger, paid, loadFacts, now) : null
  if (taken !== null) return booked(ledger, paid, taken)
  const draft = draftLateBill(await drafted(ledger, paid))
  return [bill(paid, draft, true)]
}

function paymentOf(attempt: PaymentAttempt, paidFor: BookingId, now: Instant): Payment {
  const { id, standing, amount, method, on } = attempt
  const received = standing.state === 'succeeded' ? standing.received : amount
  const about = { id, billId: bookedBillId(paidFor), amount: received, method: 'card' } as const
  return { ...about, on, reference: method?.label ?? '', notedAt: now }
}

interface Change {
  readonly booking: Booking
  readonly before: Booking | null
}

function confirmed(before: Booking): Change {
  return { booking: { ...bookingFacts(before), state: 'confirmed' }, before }
}

async function booked(
  ledger: Ledger,
  paid: Paid,
  changes: readonly Change[],
): Promise<readonly Fact[]> {
  const bookings = changes.map(({ booking }) => booking)
  const draft = draftBookedBill(await drafted(ledger, { ...paid, bookings }))
  const facts = changes.map((change) => ({ kind: 'booking', ...change }) as const)
  return [...facts, bill(paid, draft, false)]
}

function bill(
  { catalogue, payment }: Paid,
  draft: ReturnType<typeof draftBookedBill>,
  isTakenBack: boolean,
): Fact {
  const { billing: settings } = catalogue.site
  return { kind: 'booked-bill', draft, settings, payment, isTakenBack }
}

async function drafted(ledger: Ledger, { bookings, paidFor, catalogue, member }: Paid) {
  const ids = bookings.map(({ memberId }) => memberId)
  const [billTo] = await billTosOf(ledger.tx, [...new Set(ids)])
  const memberName = member?.name ?? ''
  return { bookings, paidFor, catalogue, memberName, billTo: billTo ?? null }
}

/**
 * The same places and times as wishes of their own, decided by the same rules, for no more than was paid: all of them or none. What lapsed
 * stays lapsed.
 */
async function takeAgain(
  ledger: Ledger,
  { bookings, catalogue, member }: Paid,
  loadFacts: LoadFacts,
  now: Instant,
): Promise<readonly Change[] | null> {
  const [first] = bookings
  if (first === undefined || member === null) return null
  if (bookings.some(({ extras }) => extras.length > 0)) return null
  const whose = { member, madeBy: null }
  const facts = await loadFacts(ledger, first.siteId, bookings, whose, now)
  if (facts === null) return null
  const taken: Booking[] = []
  for (const booking of bookings) {
    const again = takeOne(booking, catalogue, withGiven(facts, taken), now)
    if (again === null) return null
    taken.push(again)
  }
  return taken.map((booking) => ({ booking, before: null }))
}

function takeOne(
  booking: Booking,
  catalogue: Catalogue,
  facts: SettleFacts,
  now: Instant,
): Booking | null {
  const { siteId, people, note, payWith, resourceId, interval, price: quote } = booking
  const choice = choiceAt(catalogue, resourceId, interval)
  const wished = { siteId, people, note, payWith, choice, quote }
  const again = settle(wishFor(booking.intentId, wished, now), facts, now, () => []).booking
  if (again === null) return null
  const { basketId, series, paidWith } = booking
  return {
    ...{ ...bookingFacts(again), basketId, series, id: lateBookingId(booking.id) },
    paidWith: paidWith === null ? null : lateBookingId(paidWith),
    isPrepaid: true,
    state: 'confirmed',
  }
}
