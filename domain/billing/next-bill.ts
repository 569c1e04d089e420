/** What a member would be billed as it stands now, from what their own device knows. */
import type { Booking } from '../bookings/booking.ts'
import type { KnownLot } from '../bookings/lots/lot.ts'
import type { PayerBillTo } from '../memberships/bill-to.ts'
import { type Holder, payerId } from '../memberships/holder.ts'
import type { Member } from '../memberships/member.ts'
import { type Catalogue, placeName } from '../sites/catalogue.ts'
import type { Redemption } from '../sites/promo.ts'
import type { LocalDate } from '../values/local-date.ts'
import type { Addon } from './addons/addon.ts'
import { feesOfAddons } from './addons/addon-fees.ts'
import { type BillDraft, billedBy, draftBill } from './bill.ts'
import { type BillingPeriod, nextPeriod, periodOf } from './billing-period.ts'
import { type Charge, chargeOfPass, chargesOfBooking } from './charge.ts'
import { type Days, daysHad } from './days/day-lines.ts'
import { feesOfMember } from './fees.ts'
import type { FundStory } from './fund.ts'
import type { BillStory } from './payment.ts'

export interface OwnFacts {
  readonly member: Member
  readonly catalogue: Catalogue
  readonly bookings: readonly Booking[]
  readonly lots: readonly KnownLot[]
  /** Those of this location that were issued, newest or oldest first. */
  readonly bills: readonly BillStory[]
  /** Credits of the member, and of the team they manage. */
  readonly credits: readonly FundStory[]
  /** What they have and had by the month. */
  readonly addons: readonly Addon[]
  /** Codes they have redeemed. */
  readonly promos: readonly Redemption[]
  /** Who their bills are made out to, where they have said so. */
  readonly billTo: PayerBillTo | null
}

/** Null where the location does not bill yet. What a team pays for is its part of the team's bill. */
export function nextBill(facts: OwnFacts, today: LocalDate): BillDraft | null {
  const { member, catalogue, bills, credits, promos, billTo } = facts
  const { site } = catalogue
  const { startsOn, billingDay } = site.billing
  if (startsOn === null) return null
  const payer: Holder =
    member.teamId === null
      ? { kind: 'member', memberId: member.id }
      : { kind: 'team', teamId: member.teamId }
  return draftBill({
    ...{ siteId: site.id, settings: site.billing, currency: site.currency, payer },
    payerName: member.name,
    period: nextPeriodOf(billingDay, bills, today),
    charges: ownCharges(facts, nextPeriodOf(billingDay, bills, today)),
    memberNames: new Map([[member.id, member.name]]),
    ...{ billed: billedBy(bills), days: ownDays(facts, payer), credits, promos, billTo },
  })
}

/** What this payer's bills asked for of days that their bookings are on. */
export function ownDays(
  { catalogue, bookings, bills }: Pick<OwnFacts, 'catalogue' | 'bookings' | 'bills'>,
  payer: Holder,
): Days {
  const here = bookings.filter(({ siteId }) => siteId === catalogue.site.id)
  return daysHad(here, billedBy(bills.filter(({ bill }) => payerId(bill.payer) === payerId(payer))))
}

/** The one that runs, or the next where that is billed already. What an older one left unbilled is on it too, with its date. */
export function nextPeriodOf(
  billingDay: number,
  bills: readonly BillStory[],
  today: LocalDate,
): BillingPeriod {
  const running = periodOf(billingDay, today)
  const isBilled = bills.some(
    ({ bill }) => bill.paidFor === undefined && bill.period.from === running.from,
  )
  return isBilled ? nextPeriod(billingDay, running) : running
}

function ownCharges(facts: OwnFacts, period: BillingPeriod): readonly Charge[] {
  const { member, catalogue, bookings, lots, addons } = facts
  const { site, zone } = catalogue
  return [
    ...feesOfMember(member, catalogue, period),
    ...feesOfAddons(member, catalogue, addons, period),
    ...bookings
      .filter(({ siteId }) => siteId === site.id)
      .flatMap((booking) =>
        chargesOfBooking(booking, placeName(catalogue, booking.resourceId) ?? ''),
      ),
    ...lots
      .filter(({ siteId, holder }) => siteId === site.id && holder.kind === 'member')
      .map((lot) => chargeOfPass(lot, zone)),
  ]
}
