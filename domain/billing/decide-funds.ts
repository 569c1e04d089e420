/** What who keeps the books may do with money of payers: give credit, take and return deposits, pay bills from them. */
import type { Intent } from '../bookings/wishes/intent.ts'
import type { Refusal } from '../bookings/wishes/refusal.ts'
import type { Site } from '../sites/site.ts'
import type { Instant } from '../values/instant.ts'
import type { LocalDate } from '../values/local-date.ts'
import { compare, type Money, subtract, zero } from '../values/money.ts'
import { payerId } from './bill.ts'
import { type Decided, no, yes } from './decide-money.ts'
import { returnToCard } from './deposits/decide-deposit.ts'
import type { DepositAsk } from './deposits/deposit.ts'
import { type Fund, type FundMove, type FundStory, isToCard, leftOf } from './fund.ts'
import type { Refund } from './paying/refund.ts'
import { type BillStory, openOf, type Payment } from './payment.ts'

export interface NewFund {
  readonly site: Pick<Site, 'id' | 'currency'>
  /** Null where nobody of that id pays here. */
  readonly payerName: string | null
  readonly today: LocalDate
}

export function grantCredit(
  { id, body }: Intent<'credit.grant'>,
  { site, payerName, today }: NewFund,
  now: Instant,
): Decided<Fund> {
  if (payerName === null) return no({ reason: 'unknown-payer' })
  if (body.amount.currency !== site.currency) return no({ reason: 'malformed' })
  if (body.validUntil !== null && body.validUntil < today) return no({ reason: 'past' })
  const { payer, amount, reason, validUntil } = body
  return yes({
    ...{ id, kind: 'credit', siteId: site.id, payer, payerName, amount, reason, validUntil },
    ...{ on: today, notedAt: now, method: null, refundOf: null },
  })
}

/** What a plan has asked for is asked for no more once it came, however much of it that is. */
export function takeDeposit(
  { id, body }: Intent<'deposit.take'>,
  { site, payerName, today }: NewFund,
  asked: DepositAsk | null,
  now: Instant,
): Decided<{ readonly fund: Fund; readonly ask: DepositAsk | null }> {
  if (payerName === null) return no({ reason: 'unknown-payer' })
  if (body.amount.currency !== site.currency) return no({ reason: 'malformed' })
  if (body.on > today) return no({ reason: 'not-yet' })
  const { payer, amount, reason, on, method, askId } = body
  const isTheirs =
    asked?.standing.state === 'open' &&
    asked.siteId === site.id &&
    payerId(asked.payer) === payerId(payer)
  if (askId !== undefined && !isTheirs) return no({ reason: 'unknown-deposit' })
  const ask = askId === undefined ? null : asked
  const fund: Fund = {
    ...{ id, kind: 'deposit', siteId: site.id, payer, payerName, amount, reason, on, method },
    ...{ validUntil: null, notedAt: now, refundOf: null },
    ...(ask === null ? {} : { membershipId: ask.membershipId }),
  }
  return yes({
    fund,
    ask: ask === null ? null : { ...ask, standing: { state: 'paid', fundId: id } },
  })
}

/** What is to be paid back of a bill stays as credit: a payment back, of which no money moves. */
export function keepAsCredit(
  { id, body }: Intent<'credit.keep'>,
  story: BillStory | null,
  today: LocalDate,
  now: Instant,
): Decided<{ readonly fund: Fund; readonly payment: Payment }> {
  if (story === null) return no({ reason: 'unknown-bill' })
  const open = openOf(story)
  if (open.amountMinor >= 0) return no({ reason: 'not-open', open })
  const { siteId, payer, payerName, number } = story.bill
  const common = { on: today, notedAt: now }
  return yes({
    fund: {
      ...{ ...common, id, kind: 'credit', siteId, payer, payerName, reason: number },
      amount: subtract(zero(open.currency), open),
      ...{ validUntil: null, method: null, refundOf: body.billId },
    },
    payment: {
      ...{ ...common, id, billId: body.billId, amount: open, method: 'credit' },
      reference: number,
    },
  })
}

/** What is left of a credit is the space's again. */
export function withdrawCredit(
  { id, body }: Intent<'credit.withdraw'>,
  story: FundStory | null,
  today: LocalDate,
  now: Instant,
): Decided<FundMove> {
  if (story?.fund.kind !== 'credit') return no({ reason: 'unknown-fund' })
  const left = leftOf(story)
  if (left.amountMinor === 0) return no({ reason: 'not-kept', left })
  return yes(ended(id, story, body.reason, today, now))
}

/** Its time is over. Null while it is not, and where nothing is left. */
export function endCredit(story: FundStory, today: LocalDate, now: Instant): FundMove | null {
  const { id, validUntil } = story.fund
  const isOver = validUntil !== null && validUntil < today
  if (!isOver || leftOf(story).amountMinor === 0) return null
  return ended(`${id}/over`, story, '', today, now)
}

function ended(
  id: string,
  story: FundStory,
  reference: string,
  on: LocalDate,
  notedAt: Instant,
): FundMove {
  const common = { id, fundId: story.fund.id, kind: 'ended', amount: leftOf(story) } as const
  return { ...common, on, notedAt, billId: null, method: null, reference }
}

/** `paymentRef` is the payment by card that it came by, where whoever moves money now still knows it. */
export function returnDeposit(
  { id, body }: Intent<'deposit.return'>,
  story: FundStory | null,
  paymentRef: string | null,
  today: LocalDate,
  now: Instant,
): Decided<{ readonly move: FundMove; readonly refund: Refund | null }> {
  if (story?.fund.kind !== 'deposit') return no({ reason: 'unknown-fund' })
  const { amount, method, on, reference } = body
  const refusal = beyond(amount, leftOf(story))
  if (refusal !== null) return no(refusal)
  if (method === 'card') {
    if (paymentRef === null || !isToCard(story.fund)) return no({ reason: 'not-to-card' })
    return yes(returnToCard(story, amount, paymentRef, { on: today, now, reference }))
  }
  if (on > today) return no({ reason: 'not-yet' })
  const move: FundMove = {
    ...{ id, fundId: story.fund.id, kind: 'returned', amount, on, method, reference },
    ...{ notedAt: now, billId: null },
  }
  return yes({ move, refund: null })
}

/** The space keeps a part of it, or all: for what it was given for, with a reason. */
export function keepDeposit(
  { id, body }: Intent<'deposit.keep'>,
  story: FundStory | null,
  today: LocalDate,
  now: Instant,
): Decided<FundMove> {
  if (story?.fund.kind !== 'deposit') return no({ reason: 'unknown-fund' })
  const { amount, reason: reference } = body
  const refusal = beyond(amount, leftOf(story))
  if (refusal !== null) return no(refusal)
  return yes({
    ...{ id, fundId: story.fund.id, kind: 'kept', amount, on: today, method: null, reference },
    ...{ notedAt: now, billId: null },
  })
}

/** A deposit pays for a bill of who had given it, as far as that is open. */
export function deductDeposit(
  { id, body }: Intent<'deposit.deduct'>,
  story: FundStory | null,
  bill: BillStory | null,
  today: LocalDate,
  now: Instant,
): Decided<{ readonly move: FundMove; readonly payment: Payment }> {
  if (story?.fund.kind !== 'deposit') return no({ reason: 'unknown-fund' })
  const isTheirs = bill !== null && payerId(bill.bill.payer) === payerId(story.fund.payer)
  if (!isTheirs) return no({ reason: 'unknown-bill' })
  const { amount, billId } = body
  const refusal = beyond(amount, leftOf(story))
  if (refusal !== null) return no(refusal)
  const open = openOf(bill)
  if (amount.amountMinor > open.amountMinor) return no({ reason: 'not-open', open })
  const { reason: reference, id: fundId } = story.fund
  const common = { id, billId, amount, on: today, reference, notedAt: now }
  return yes({
    move: { ...common, fundId, kind: 'pays', method: null },
    payment: { ...common, method: 'deposit' },
  })
}

function beyond(amount: Money, left: Money): Refusal | null {
  const fits = amount.currency === left.currency && compare(amount, left) <= 0
  return fits ? null : { reason: 'not-kept', left }
}
