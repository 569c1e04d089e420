/**
 * The bill of one payer for one period. One function makes it: what a member sees as their next bill, what an operator looks at before a run,
 * and what is issued are the same by construction.
 *
 *   charges that belong to it ─ less what was billed of each before ─▶ lines ─▶ taxes by rate ─▶ total
 */
import { type BillTo, isNothing, type PayerBillTo } from '../memberships/bill-to.ts'
import { type Holder, payerId } from '../memberships/holder.ts'
import { isChargeable } from '../prices/minimum.ts'
import type { BillingSettings, ChargeKind, Company } from '../sites/billing-settings.ts'
import type { Redemption } from '../sites/promo.ts'
import type { BillId, BookingId, IntentId, MemberId, SiteId } from '../values/ids.ts'
import type { Instant } from '../values/instant.ts'
import { addDays, type LocalDate } from '../values/local-date.ts'
import { add, type Currency, type Money, subtract, zero } from '../values/money.ts'
import { type BillingPeriod, periodOf } from './billing-period.ts'
import type { Charge } from './charge.ts'
import { type Days, dayLines } from './days/day-lines.ts'
import { type CreditUse, type FundStory, spendCredit } from './fund.ts'
import type { BillStory } from './payment.ts'
import { discountLines } from './promos/discount-lines.ts'
import { reversedKinds } from './reverse-charge.ts'
import { type TaxSum, taxOfLines, taxRateOn, taxSums } from './tax.ts'

export interface BillLine extends Charge {
  readonly memberName: string
  /** What this bill asks for: all that is owed for it, less what earlier bills asked for. */
  readonly amount: Money
  /** What those asked for; zero almost always. */
  readonly billedBefore: Money
  readonly basisPoints: number
  readonly tax: Money
}

export interface BillDraft {
  readonly siteId: SiteId
  readonly payer: Holder
  readonly payerName: string
  /** Left out where they are called as they are here. */
  readonly billTo?: BillTo
  readonly period: BillingPeriod
  /** Left out of the bill of a period: what was paid before it stood, whose bill it is: the booking, or the first of those paid together; its period is the days of it. Or the wish that kept it of a deposit. */
  readonly paidFor?: BookingId | IntentId
  readonly taxName: string
  readonly isTaxIncluded: boolean
  /** Why tax is missing of some of its lines, as the space words it; left out where it is of none. */
  readonly reverseCharge?: string
  readonly lines: readonly BillLine[]
  readonly taxes: readonly TaxSum[]
  /** All that is to be paid, taxes included. */
  readonly total: Money
  /** What the payer’s credits pay of it the moment it is issued; left out where they have none. */
  readonly paidFrom?: readonly CreditUse[]
}

/** Issued, it never changes, nor do the names in it (D-43). */
export interface Bill extends BillDraft {
  readonly id: BillId
  readonly number: string
  readonly issuedAt: Instant
  readonly issuedOn: LocalDate
  readonly dueOn: LocalDate
  readonly company: Company
}

export interface BillInput {
  readonly siteId: SiteId
  readonly settings: BillingSettings
  readonly currency: Currency
  readonly payer: Holder
  readonly payerName: string
  readonly period: BillingPeriod
  /** Of everybody the payer pays for. */
  readonly charges: readonly Charge[]
  readonly memberNames: ReadonlyMap<MemberId, string>
  /** What bills asked for so far, by cause. */
  readonly billed: ReadonlyMap<string, Money>
  /** What they asked this payer for on days that the bill may be about. */
  readonly days: Days
  /** The payer’s, with what became of them. */
  readonly credits: readonly FundStory[]
  /** Of everybody the payer pays for. */
  readonly promos: readonly Redemption[]
  readonly billTo: PayerBillTo | null
  /** Left out of the bill of a period: what this one is of, and the day on which that is paid. */
  readonly paidNow?: { readonly paidFor: BookingId; readonly on: LocalDate }
}

export function draftBill(input: BillInput): BillDraft {
  const { siteId, payer, payerName, period, settings, currency } = input
  const billTo = ownBillTo(input)
  const reversed = reversedKinds(settings, billTo)
  const lineOf = toLine(input, reversed)
  const due = input.charges.filter((charge) => isDue(charge, input)).map(lineOf)
  const asked = due.filter(({ amount }) => amount.amountMinor !== 0)
  const running = input.paidNow === undefined ? period : null
  const ofDays = dayLines({ asked, before: input.days, period: running, currency, lineOf })
  const owed = [...asked, ...ofDays].sort(byPersonAndDate)
  const sorted = [...owed, ...discountsOf(input, owed)]
  const { taxName, isTaxIncluded } = settings
  const taxes = taxOfLines(sorted, isTaxIncluded)
  const lines = sorted.map((line, index) => ({ ...line, tax: taxes[index] ?? zero(currency) }))
  const sums = taxSums(lines, isTaxIncluded)
  const total = sums.reduce((sum, one) => add(sum, one.total), zero(currency))
  const paidFrom = spendCredit(input.credits, payer, total, period.until)
  return {
    ...{ siteId, payer, payerName, period, taxName, isTaxIncluded },
    ...{ lines, taxes: sums, total },
    ...(paidFrom.length === 0 ? {} : { paidFrom }),
    ...(lines.some(({ kind }) => reversed.includes(kind))
      ? { reverseCharge: settings.reverseCharge.note }
      : {}),
    ...billToOf(billTo),
  }
}

/** Paid at once, it counts when it is paid, for whatever day it is; codes that take an amount off a bill do so on that of the period. */
function discountsOf(
  { promos, paidNow, period, settings: { billingDay } }: BillInput,
  owed: readonly Omit<BillLine, 'tax'>[],
): readonly Omit<BillLine, 'tax'>[] {
  if (paidNow === undefined) return discountLines(promos, owed, period, billingDay)
  const shares = promos.filter(({ gift }) => gift.kind === 'percent')
  const lines = discountLines(shares, owed, periodOf(billingDay, paidNow.on), billingDay)
  return lines.map((line) => ({ ...line, source: `${line.source}/${paidNow.paidFor}` }))
}

/** A device that knows another payer's does not put it on this one's. */
function ownBillTo({ billTo, payer }: BillInput): PayerBillTo | null {
  return billTo !== null && payerId(billTo.payer) === payerId(payer) ? billTo : null
}

function billToOf(known: PayerBillTo | null): Pick<BillDraft, 'billTo'> {
  if (known === null || isNothing(known)) return {}
  const { name, address, taxId, orderText } = known
  return { billTo: { name, address, taxId, orderText } }
}

/**
 * Usage by the end of the period, a month that is paid in advance and begins with the next one too; nothing from before the first day that is billed. A
 * month that was billed is not looked at again: what is changed of it later is a cause of its own.
 */
function isDue(
  { on, kind, source, about }: Charge,
  { settings, period, billed }: BillInput,
): boolean {
  if (settings.startsOn === null || on < settings.startsOn) return false
  if ((about.kind === 'fee' || about.kind === 'addon') && billed.has(source)) return false
  return isInAdvance(kind) ? on <= period.until : on < period.until
}

/** What comes by the month is paid before it is had, and is owed where it is billed; everything else when it is priced. */
export function isInAdvance(kind: ChargeKind): boolean {
  return kind === 'membership' || kind === 'addon'
}

function toLine(
  { billed, currency, memberNames, settings }: BillInput,
  reversed: readonly ChargeKind[],
) {
  return (charge: Charge): Omit<BillLine, 'tax'> => {
    const billedBefore = billed.get(charge.source) ?? zero(currency)
    return {
      ...charge,
      memberName: charge.memberId === null ? '' : (memberNames.get(charge.memberId) ?? ''),
      amount: subtract(charge.amount, billedBefore),
      billedBefore,
      basisPoints: reversed.includes(charge.kind) ? 0 : taxRateOn(settings, charge.kind, charge.on),
    }
  }
}

function byPersonAndDate(a: Omit<BillLine, 'tax'>, b: Omit<BillLine, 'tax'>): number {
  const keyOf = ({ memberName, on, source }: Omit<BillLine, 'tax'>) =>
    [memberName, on, source].join('\n')
  return keyOf(a) < keyOf(b) ? -1 : 1
}

/** Nothing is issued that asks for nothing: what is in the payer's favour waits for the next bill. */
export function isIssuable({ total }: Pick<BillDraft, 'total'>): boolean {
  return isChargeable(total)
}

export interface Issue {
  readonly id: BillId
  readonly number: string
  readonly issuedAt: Instant
  readonly issuedOn: LocalDate
}

export function issueBill(
  draft: BillDraft,
  { company, dueDays }: BillingSettings,
  issue: Issue,
): Bill {
  return { ...draft, ...issue, company, dueOn: addDays(issue.issuedOn, dueDays) }
}

/** What bills asked for and did not take back again, by cause. */
export function billedBy(
  stories: readonly Pick<BillStory, 'bill' | 'credits'>[],
): ReadonlyMap<string, Money> {
  const billed = new Map<string, Money>()
  const lines = stories.flatMap(({ bill, credits }) => [
    ...bill.lines,
    ...credits.flatMap((note) => note.lines ?? []),
  ])
  for (const { source, amount } of lines) {
    const known = billed.get(source)
    billed.set(source, known === undefined ? amount : add(known, amount))
  }
  return billed
}
