/** What is charged for bookings that are paid before they stand: as their bill comes to, from what a device knows of them. */
import type { PayerBillTo } from '../memberships/bill-to.ts'
import type { DayPrice } from '../prices/day-price.ts'
import type { Redemption } from '../sites/promo.ts'
import type { Site } from '../sites/site.ts'
import { type MemberId, toId } from '../values/ids.ts'
import type { LocalDate } from '../values/local-date.ts'
import { add, type Money, zero } from '../values/money.ts'
import type { WallTime } from '../values/zone.ts'
import { draftBill } from './bill.ts'
import { daysOf } from './booked-bill.ts'
import type { Charge } from './charge.ts'
import type { Days } from './days/day-lines.ts'

export interface BookedPart {
  readonly price: Money
  readonly extras: readonly Money[]
  readonly start: WallTime
  readonly end: WallTime
  readonly dayPrice: DayPrice | null
}

export interface BookedBy {
  readonly site: Site
  readonly memberId: MemberId
  /** Codes that they have redeemed there. */
  readonly promos: readonly Redemption[]
  /** Who their bills are made out to, where they have said so. */
  readonly billTo: PayerBillTo | null
  /** What their bills asked for of days. */
  readonly days: Days
  readonly today: LocalDate
}

export function bookedTotal(by: BookedBy, parts: readonly BookedPart[]): Money {
  const { site, memberId, promos, billTo, days, today } = by
  const { id: siteId, billing: settings, currency } = site
  if (parts.length === 0) return zero(currency)
  return draftBill({
    ...{ siteId, settings, currency, promos, payerName: '', memberNames: new Map() },
    ...{ billed: new Map(), days, credits: [], billTo, payer: { kind: 'member', memberId } },
    period: daysOf(parts.map(({ start }) => start.date)),
    charges: parts.flatMap((part, index) => chargesOf(part, index, memberId)),
    paidNow: { paidFor: notYet, on: today },
  }).total
}

/** Nothing is booked yet that could have an id. */
const notYet = toId('booking', 'bkg_not-yet')

function chargesOf(
  { price, extras, start, end, dayPrice }: BookedPart,
  index: number,
  memberId: MemberId,
): readonly Charge[] {
  const common = { memberId, on: start.date }
  const about = { bookingId: notYet, place: '' }
  const ofDay = dayPrice === null ? {} : { dayPrice }
  const all = extras.reduce(add, zero(price.currency))
  return [
    {
      ...{ ...common, source: `${index}`, kind: 'booking', amount: price },
      about: { ...about, kind: 'booking', start, end, ended: null, ...ofDay },
    },
    {
      ...{ ...common, source: `${index}/extras`, kind: 'extra', amount: all },
      about: { ...about, kind: 'extras', extras: [] },
    },
  ]
}
