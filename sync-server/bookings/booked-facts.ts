/** What a booking becomes with its money: booked, with a bill of its own that is paid in the same stroke. */
import type { BillDraft } from '../../domain/billing/bill.ts'
import { type BookedBillInput, draftBookedBill } from '../../domain/billing/booked-bill.ts'
import type { CreditUse } from '../../domain/billing/fund.ts'
import type { Payment } from '../../domain/billing/payment.ts'
import type { Booking } from '../../domain/bookings/booking.ts'
import { bookingFacts } from '../../domain/bookings/change-booking.ts'
import { paidChanges } from '../../domain/bookings/series/pay-series-change.ts'
import type { Member } from '../../domain/memberships/member.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import type { Redemption } from '../../domain/sites/promo.ts'
import { must } from '../../domain/values/assert.ts'
import type { BookingId } from '../../domain/values/ids.ts'
import type { Instant } from '../../domain/values/instant.ts'
import type { LocalDate } from '../../domain/values/local-date.ts'
import type { Fact } from '../settlement/kind.ts'
import type { Ledger } from '../settlement/ledger.ts'
import { billTosOf } from '../storage/bill-tos.ts'
import { billedBefore } from '../storage/load-bills.ts'
import { daysOfBooked } from '../storage/load-days.ts'
import { redemptionsOf } from '../storage/load-promos.ts'
import { paidTogether } from './hold-together.ts'
import { loadMove } from './load-move.ts'

export interface Paid {
  /** One, or those that are paid together. */
  readonly bookings: readonly Booking[]
  readonly paidFor: BookingId
  readonly catalogue: Catalogue
  readonly member: Member | null
  readonly on: LocalDate
  /** Codes that the tables do not say yet. */
  readonly given: readonly Redemption[]
}

export interface Change {
  readonly booking: Booking
  readonly before: Booking | null
}

export async function paidOf(ledger: Ledger, first: Booking, on: LocalDate): Promise<Paid> {
  const catalogue = must(await ledger.catalogue(first.siteId), 'locations are never removed')
  const member = await ledger.member(first.memberId)
  const bookings = await paidTogether(ledger, first)
  return { bookings, paidFor: first.id, catalogue, member, on, given: [] }
}

/**
 * What all of it becomes with its money: booked, or what it changes is changed. Null where there is nothing to change any more: the booking is
 * gone, has begun, or is elsewhere.
 */
export async function standing(
  ledger: Ledger,
  { bookings }: Paid,
  now: Instant,
): Promise<readonly Change[] | null> {
  const [first] = bookings
  if (first === undefined || first.moves === null) return bookings.map(confirmed)
  const move = await loadMove(ledger, first, now)
  if (move === null) return null
  return paidChanges(bookings, { ...move, bookings: await movedBy(ledger, bookings) }, now)
}

/** What these would change, as it stands by now. */
async function movedBy(ledger: Ledger, holds: readonly Booking[]) {
  const found = new Map<BookingId, Booking>()
  for (const { moves } of holds) {
    if (moves === null) continue
    for (const { bookingId } of [moves, ...(moves.ofSeries?.also ?? [])]) {
      const booking = await ledger.booking(bookingId)
      if (booking !== null) found.set(bookingId, booking)
    }
  }
  return found
}

function confirmed(before: Booking): Change {
  return { booking: { ...bookingFacts(before), state: 'confirmed' }, before }
}

export async function drafted(
  { tx }: Ledger,
  { bookings, paidFor, catalogue, member, on, given }: Paid,
): Promise<BookedBillInput> {
  const ids = [...new Set(bookings.map(({ memberId }) => memberId))]
  const [billTo] = await billTosOf(tx, ids)
  const promos = [...(await redemptionsOf(tx, ids, catalogue.site.id)), ...given]
  const memberName = member?.name ?? ''
  const billed = await billedBefore(tx, bookings, catalogue.site.currency)
  const days = await daysOfBooked(tx, catalogue, bookings)
  const about = { bookings, paidFor, catalogue, memberName, billTo: billTo ?? null, promos, on }
  return { ...about, billed, days }
}

/** `creditsFor` says what credits pay of it. */
export async function booked(
  ledger: Ledger,
  paid: Paid,
  changes: readonly Change[],
  payment: Payment | null,
  creditsFor: (draft: BillDraft) => readonly CreditUse[],
): Promise<readonly Fact[]> {
  // The bill of a change is of what it adds, as it was held.
  const isChange = paid.bookings.some(({ moves }) => moves !== null)
  const bookings = isChange ? paid.bookings : changes.map(({ booking }) => booking)
  const draft = draftBookedBill(await drafted(ledger, { ...paid, bookings }))
  const paidFrom = creditsFor(draft)
  const whole = paidFrom.length === 0 ? draft : { ...draft, paidFrom }
  const facts = changes.map((change) => ({ kind: 'booking', ...change }) as const)
  return [...facts, billFact(paid, whole, payment, false)]
}

export function billFact(
  { catalogue, on: issuedOn }: Paid,
  draft: BillDraft,
  payment: Payment | null,
  isTakenBack: boolean,
): Fact {
  const { billing: settings } = catalogue.site
  return { kind: 'booked-bill', draft, settings, issuedOn, payment, isTakenBack }
}
