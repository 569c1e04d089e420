/**
 * What a payment for a booking does, in the transaction in which it is heard: the hold becomes a booking, and its bill is issued and paid.
 * Money that comes late takes the place again where it is still to be had, or goes back, once (B-34).
 */
import type { BillDraft } from '../../domain/billing/bill.ts'
import { bookedBillId, draftLateBill } from '../../domain/billing/booked-bill.ts'
import { spendCredit } from '../../domain/billing/fund.ts'
import type { PaymentAttempt } from '../../domain/billing/paying/attempt.ts'
import type { Payment } from '../../domain/billing/payment.ts'
import type { Booking } from '../../domain/bookings/booking.ts'
import { bookingFacts } from '../../domain/bookings/change-booking.ts'
import { withdrawn } from '../../domain/bookings/changes/ask-to-move.ts'
import { lateBookingId } from '../../domain/bookings/prepaid/late-booking.ts'
import { isToPay } from '../../domain/bookings/prepaid/payment-hold.ts'
import { type SettleFacts, settle } from '../../domain/bookings/settle.ts'
import { wishFor, withGiven } from '../../domain/bookings/waitlist/give-place.ts'
import { choiceAt } from '../../domain/bookings/wishes/choice.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import { must } from '../../domain/values/assert.ts'
import { type BookingId, toId } from '../../domain/values/ids.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { subtract } from '../../domain/values/money.ts'
import type { Consequence, Fact } from '../settlement/kind.ts'
import type { Ledger } from '../settlement/ledger.ts'
import { findBill } from '../storage/load-bills.ts'
import { openCredits } from '../storage/load-funds.ts'
import {
  billFact,
  booked,
  type Change,
  drafted,
  type Paid,
  paidOf,
  standing,
} from './booked-facts.ts'
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
  const paid = await paidOf(ledger, first, payment.on)
  const credits = await openCredits(ledger.tx, first.siteId, [first.memberId])
  const rest = ({ total, payer }: BillDraft) =>
    spendCredit(credits, payer, subtract(total, payment.amount), payment.on)
  const taken = isToPay(first)
    ? await standing(ledger, paid, now)
    : await takeAgain(ledger, paid, loadFacts, now)
  if (taken !== null) return booked(ledger, paid, taken, payment, rest)
  const draft = draftLateBill(await drafted(ledger, paid))
  const ended: readonly Fact[] = isToPay(first)
    ? [{ kind: 'booking', booking: withdrawn(first, now), before: first }]
    : []
  return [...ended, billFact(paid, draft, payment, true)]
}

function paymentOf(attempt: PaymentAttempt, paidFor: BookingId, now: Instant): Payment {
  const { id, standing, amount, method, on } = attempt
  const received = standing.state === 'succeeded' ? standing.received : amount
  const about = { id, billId: bookedBillId(paidFor), amount: received, method: 'card' } as const
  return { ...about, on, reference: method?.label ?? '', notedAt: now }
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
  // A change is not made late: its booking is where it was, and may be something else by now.
  if (first === undefined || first.moves !== null || first.state !== 'lapsed') return null
  if (member === null) return null
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
