/** What is charged for bookings that are paid before they stand: as their bill comes to, from what a device knows of them. */
import type { PayerBillTo } from '../memberships/bill-to.ts'
import type { Redemption } from '../sites/promo.ts'
import type { Site } from '../sites/site.ts'
import { type MemberId, toId } from '../values/ids.ts'
import type { LocalDate } from '../values/local-date.ts'
import { add, type Money, zero } from '../values/money.ts'
import { draftBill } from './bill.ts'
import { daysOf } from './booked-bill.ts'
import type { Charge } from './charge.ts'

export interface BookedPart {
  readonly price: Money
  readonly extras: readonly Money[]
  readonly on: LocalDate
}

export interface BookedBy {
  readonly site: Site
  readonly memberId: MemberId
  /** Codes that they have redeemed there. */
  readonly promos: readonly Redemption[]
  /** Who their bills are made out to, where they have said so. */
  readonly billTo: PayerBillTo | null
  readonly today: LocalDate
}

export function bookedTotal(by: BookedBy, parts: readonly BookedPart[]): Money {
  const { site, memberId, promos, billTo, today } = by
  const { id: siteId, billing: settings, currency } = site
  if (parts.length === 0) return zero(currency)
  return draftBill({
    ...{ siteId, settings, currency, promos, payerName: '', memberNames: new Map() },
    ...{ billed: new Map(), credits: [], billTo, payer: { kind: 'member', memberId } },
    period: daysOf(parts.map(({ on }) => on)),
    charges: parts.flatMap((part, index) => chargesOf(part, index, memberId)),
    paidNow: { paidFor: notYet, on: today },
  }).total
}

/** Nothing is booked yet that could have an id. */
const notYet = toId('booking', 'bkg_not-yet')

function chargesOf(
  { price, extras, on }: BookedPart,
  index: number,
  memberId: MemberId,
): readonly Charge[] {
  const about = { kind: 'extras', bookingId: notYet, place: '', extras: [] } as const
  const common = { memberId, on, about }
  const all = extras.reduce(add, zero(price.currency))
  return [
    { ...common, source: `${index}`, kind: 'booking', amount: price },
    { ...common, source: `${index}/extras`, kind: 'extra', amount: all },
  ]
}
