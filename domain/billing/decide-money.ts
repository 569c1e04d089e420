/** What who keeps the books may do with bills: issue those of a period, note what was paid, take back a part. */

import { granted } from '../bookings/wishes/granted.ts'
import type { Intent } from '../bookings/wishes/intent.ts'
import type { Outcome } from '../bookings/wishes/outcome.ts'
import type { Refusal } from '../bookings/wishes/refusal.ts'
import type { BillingSettings } from '../sites/billing-settings.ts'
import type { Instant } from '../values/instant.ts'
import type { LocalDate } from '../values/local-date.ts'
import { add, compare, type Money, money, zero } from '../values/money.ts'
import { type BillingPeriod, periodOf } from './billing-period.ts'
import { type CreditNote, creditable, creditTaxes } from './credit.ts'
import { owedBack, type Refund } from './paying/refund.ts'
import { type BillStory, maySettle, openOf, type Payment } from './payment.ts'

export interface Decided<Fact> {
  readonly outcome: Outcome
  readonly fact: Fact | null
}

/** A period is billed when it is over, whole, and once. */
export function startRun(
  { body }: Intent<'bills.issue'>,
  { startsOn, billingDay }: BillingSettings,
  isBegun: boolean,
  today: LocalDate,
): Decided<BillingPeriod> {
  if (startsOn === null) return no({ reason: 'no-billing' })
  const period = periodOf(billingDay, body.from)
  if (period.from !== body.from || period.until <= startsOn) return no({ reason: 'no-billing' })
  if (isBegun) return no({ reason: 'bills-issued' })
  if (period.until > today) return no({ reason: 'period-runs', until: period.until })
  return yes(period)
}

export function notePayment(
  { id, body }: Intent<'bill.pay'>,
  known: { readonly story: BillStory; readonly refunds: readonly Refund[] } | null,
  today: LocalDate,
  now: Instant,
): Decided<Payment> {
  if (known === null) return no({ reason: 'unknown-bill' })
  const open = openByHand(known.story, known.refunds)
  if (!maySettle(open, body.amount)) return no({ reason: 'not-open', open })
  if (body.on > today) return no({ reason: 'not-yet' })
  const { billId, amount, method, on, reference } = body
  return yes({ id, billId, amount, method, on, reference, notedAt: now })
}

/** What somebody may still see to: what is on its way back to a card, or waits for a bank to decide, is nobody's to give beside it. */
export function openByHand(story: BillStory, refunds: readonly Refund[]): Money {
  const open = openOf(story)
  return open.amountMinor < 0 ? money(0 - owedBack(story, refunds), open.currency) : open
}

/** Without its number, which it is given where it is written. */
export function giveCredit(
  { id, body }: Intent<'bill.credit'>,
  story: BillStory | null,
  today: LocalDate,
  now: Instant,
): Decided<Omit<CreditNote, 'number'>> {
  if (story === null) return no({ reason: 'unknown-bill' })
  const { amount, billId, reason } = body
  const left = creditable(story.bill, story.credits)
  const fits = amount.currency === left.currency && amount.amountMinor > 0
  if (!fits || compare(amount, left) > 0) return no({ reason: 'not-creditable', left })
  const taxes = creditTaxes(story.bill, amount)
  const total = taxes.reduce((sum, one) => add(sum, one.total), zero(amount.currency))
  return yes({ id, billId, issuedAt: now, issuedOn: today, reason, taxes, total })
}

export function yes<Fact>(fact: Fact): Decided<Fact> {
  return { outcome: granted, fact }
}

export function no<Fact>(refusal: Refusal): Decided<Fact> {
  return { outcome: { kind: 'refused', refusal, alternatives: [] }, fact: null }
}
