/** Bills of a small site for tests. */
import fc from 'fast-check'
import { ada, at, harbour, hotDesk } from '../bookings/for-tests.ts'
import type { BillingBodies } from '../bookings/wishes/billing-requests.ts'
import type { FundBodies } from '../bookings/wishes/fund-requests.ts'
import type { Membership } from '../memberships/membership.ts'
import {
  type BillingSettings,
  type MembershipFee,
  noReverseCharge,
} from '../sites/billing-settings.ts'
import { usualDunning } from '../sites/dunning-settings.ts'
import { firstMembershipId, type MemberId, toId } from '../values/ids.ts'
import { toLocalDate } from '../values/local-date.ts'
import { money } from '../values/money.ts'
import { type Bill, type BillDraft, type BillInput, draftBill, issueBill } from './bill.ts'
import type { Charge } from './charge.ts'
import { noDays } from './days/day-lines.ts'
import type { FeeFacts } from './fees.ts'
import type { Fund, FundStory } from './fund.ts'
import type { BillStory } from './payment.ts'
import { promoWishes } from './promos/for-tests.ts'

export const day = toLocalDate
export const euros = (amount: number) => money(Math.round(amount * 100), 'EUR')

/** A plan that is offered by the month and by days, and may be paused for nothing. */
export function fee(
  tierId: string,
  price: number,
  more: Partial<MembershipFee> = {},
): MembershipFee {
  return {
    ...{ tierId: toId('tier', tierId), priceMinor: Math.round(price * 100), per: 'month' },
    ...{ isOffered: true, isByDays: true, noticeDays: 0 },
    pause: { daysMax: 90, priceMinor: 0, keepsPasses: true },
    ...more,
  }
}

export const settings: BillingSettings = {
  startsOn: day('2026-01-01'),
  billingDay: 1,
  dueDays: 14,
  numberPrefix: 'HL-',
  company: { name: 'Harbour Loft GmbH', address: 'Am Sandtorkai 12', taxId: 'DE 1' },
  taxName: 'VAT',
  isTaxIncluded: true,
  taxRates: [{ kind: null, from: day('2020-01-01'), basisPoints: 2000 }],
  reverseCharge: noReverseCharge,
  fees: [fee('tie_hot', 300)],
  dunning: usualDunning,
}

/** Ada has had a hot desk for long. */
export function hotMembership(more: Partial<Membership> = {}): Membership {
  return {
    ...{ id: firstMembershipId(ada.id), siteId: harbour.site.id, tierId: hotDesk.id },
    ...{ startsOn: null, changes: [], ...more },
  }
}

export function feeFacts(more: Partial<FeeFacts> = {}): FeeFacts {
  return {
    ...{ memberId: ada.id, membership: hotMembership(), settings, tiers: [hotDesk] },
    ...{ currency: 'EUR', ...more },
  }
}

export const june = { from: day('2026-06-01'), until: day('2026-07-01') }

export function charge(
  source: string,
  on: string,
  amount: number,
  more: Partial<Charge> = {},
): Charge {
  return {
    ...{ source, kind: 'booking', memberId: ada.id, on: day(on), amount: euros(amount) },
    about: { kind: 'pass', name: source },
    ...more,
  }
}

export function input(charges: readonly Charge[], more: Partial<BillInput> = {}): BillInput {
  return {
    ...{ siteId: harbour.site.id, settings, currency: 'EUR', payerName: 'Ada', period: june },
    payer: { kind: 'member', memberId: ada.id },
    memberNames: new Map<MemberId, string>([[ada.id, 'Ada']]),
    ...{ billed: new Map(), days: noDays, credits: [], promos: [], billTo: null },
    ...{ charges, ...more },
  }
}

export function issued(draft: BillDraft, id = 'bil_1', used = settings): Bill {
  return issueBill(draft, used, {
    id: toId('bill', id),
    ...{ number: 'HL-2026-0001', issuedAt: at('2026-07-01', 480), issuedOn: day('2026-07-01') },
  })
}

export const billOf = (...charges: readonly Charge[]): Bill => issued(draftBill(input(charges)))

/** Just issued. */
export const unpaid = (bill: Bill): BillStory => ({ bill, payments: [], credits: [] })

export function fundOf(amount: number, more: Partial<Fund> = {}): FundStory {
  const on = day('2026-06-01')
  return {
    fund: {
      ...{ id: toId('intent', 'bki_fund'), kind: 'credit', siteId: harbour.site.id, on },
      ...{ payer: { kind: 'member', memberId: ada.id }, payerName: 'Ada', reason: 'Sorry' },
      ...{ amount: euros(amount), validUntil: null, method: null },
      ...{ notedAt: at('2026-06-01', 480), refundOf: null, ...more },
    },
    moves: [],
  }
}

const siteId = fc.constant(harbour.site.id)
const billId = fc.constant(toId('bill', 'bil_1'))
const cents = fc.integer({ min: 1, max: 100_000 })

const fundId = fc.constant(toId('intent', 'bki_fund'))
const payer = fc.constant({ kind: 'member', memberId: ada.id })
const amount = cents.map((minor) => money(minor, 'EUR'))
const on = fc.constant(june.from)
const method = fc.constantFrom('bank', 'cash')
const reason = fc.constantFrom('The heating was off', 'x')

/** Bodies of wishes about money of payers. */
const fundWishes: { readonly [Kind in keyof FundBodies]: fc.Arbitrary<unknown> } = {
  'credit.grant': fc.record({ siteId, payer, amount, reason, validUntil: fc.option(on) }),
  'credit.keep': fc.record({ siteId, billId }),
  'credit.withdraw': fc.record({ siteId, fundId, reason }),
  'deposit.take': fc.record({ siteId, payer, amount, method, on, reason }),
  'deposit.withdraw': fc.record({
    siteId,
    askId: fc.constant(toId('deposit', 'dep_1')),
    reason,
  }),
  'deposit.keep': fc.record({ siteId, fundId, amount, reason }),
  'deposit.return': fc.record({ siteId, fundId, amount, method, on, reference: reason }),
  'deposit.deduct': fc.record({
    ...{ siteId, fundId, amount },
    billId,
  }),
}

/** Bodies of wishes about bills. */
export const billingWishes: {
  readonly [Kind in keyof BillingBodies | 'billing.save']: fc.Arbitrary<unknown>
} = {
  ...{ ...fundWishes, ...promoWishes },
  'addon.take': fc.record({
    siteId,
    extraId: fc.constant(toId('extra', 'ext_locker')),
    quote: amount,
  }),
  'addon.end': fc.record({ siteId, addonId: fc.constant(toId('addon', 'add_1')) }),
  'addon.end-for': fc.record({
    ...{ siteId, memberId: fc.constant(ada.id), addonId: fc.constant(toId('addon', 'add_1')) },
    ...{ when: fc.constantFrom('period', 'now'), reason },
  }),
  'bill-to.save': fc.record({
    payer,
    billTo: fc.constant({ name: 'Ada GmbH', address: 'x', taxId: 'DE 1', orderText: 'PO 7' }),
  }),
  'tax-id.check': fc.record({ siteId, payer, taxId: fc.constant('DE 1'), isGood: fc.boolean() }),
  'bills.issue': fc.record({ siteId, from: fc.constant(june.from) }),
  'signing.renew': fc.record({ siteId }),
  'bill.pay': fc.record({
    ...{ siteId, billId, method: fc.constantFrom('bank', 'cash'), on: fc.constant(june.until) },
    amount: cents.map((minor) => money(minor, 'EUR')),
    reference: fc.constantFrom('', 'HL-2026-0001'),
  }),
  'bill.credit': fc.record({
    ...{ siteId, billId, reason: fc.constantFrom('The heating was off', 'x') },
    amount: cents.map((minor) => money(minor, 'EUR')),
  }),
  'billing.save': fc.record({
    siteId,
    basedOn: fc.option(fc.constant('abc')),
    billing: fc.constant(settings),
  }),
}
