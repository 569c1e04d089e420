/** What who keeps the books may do with money of payers: give credit, take and return deposits, pay bills from them. */
import type { Intent } from '../bookings/wishes/intent.ts'
import type { Refusal } from '../bookings/wishes/refusal.ts'
import type { PayerBillTo } from '../memberships/bill-to.ts'
import { payerId } from '../memberships/holder.ts'
import type { Site } from '../sites/site.ts'
import type { Instant } from '../values/instant.ts'
import type { LocalDate } from '../values/local-date.ts'
import { add, compare, type Money, subtract, zero } from '../values/money.ts'
import type { Bill, BillDraft } from './bill.ts'
import { bookedBillId } from './booked-bill.ts'
import { type Decided, no, openByHand, yes } from './decide-money.ts'
import { draftDamageBill } from './deposits/damage-bill.ts'
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
  known: { readonly story: BillStory; readonly refunds: readonly Refund[] } | null,
  today: LocalDate,
  now: Instant,
): Decided<{ readonly fund: Fund; readonly payment: Payment }> {
  if (known === null) return no({ reason: 'unknown-bill' })
  const { story, refunds } = known
  const open = openByHand(story, refunds)
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

/**
 * `paymentRef` is the payment by card that it came by, where whoever moves money now still knows it. What goes to the card waits for a bank that
 * decides about it; nothing goes beside that by hand.
 */
export function returnDeposit(
  { id, body }: Intent<'deposit.return'>,
  story: FundStory | null,
  came: { readonly paymentRef: string | null; readonly isDisputed: boolean },
  today: LocalDate,
  now: Instant,
): Decided<{ readonly move: FundMove; readonly refund: Refund | null }> {
  if (story?.fund.kind !== 'deposit') return no({ reason: 'unknown-fund' })
  const { amount, method, on, reference } = body
  const refusal = beyond(amount, leftOf(story))
  if (refusal !== null) return no(refusal)
  const { paymentRef, isDisputed } = came
  if (method === 'card') {
    if (paymentRef === null || !isToCard(story.fund)) return no({ reason: 'not-to-card' })
    return yes(returnToCard(story, amount, paymentRef, { on: today, now, reference }))
  }
  if (isDisputed) return no({ reason: 'is-disputed' })
  if (on > today) return no({ reason: 'not-yet' })
  const move: FundMove = {
    ...{ id, fundId: story.fund.id, kind: 'returned', amount, on, method, reference },
    ...{ notedAt: now, billId: null },
  }
  return yes({ move, refund: null })
}

export interface KeptForDamage {
  readonly draft: BillDraft
  readonly payment: Payment
  readonly move: FundMove
}

/** The space keeps a part of it, or all, for damage: a document says so, and the deposit pays it at once. */
export function keepDeposit(
  { id, body }: Intent<'deposit.keep'>,
  story: FundStory | null,
  about: { readonly site: Site; readonly billTo: PayerBillTo | null; readonly today: LocalDate },
  now: Instant,
): Decided<KeptForDamage> {
  if (story?.fund.kind !== 'deposit') return no({ reason: 'unknown-fund' })
  const { amount, reason } = body
  const refusal = beyond(amount, leftOf(story))
  if (refusal !== null) return no(refusal)
  const { fund } = story
  const { site, billTo, today: on } = about
  const paid = paidFromDeposit(id, fund, { billId: bookedBillId(id), amount, on }, now)
  return yes({
    draft: draftDamageBill(site, { id, fund, amount, reason, on, billTo }),
    payment: paid.payment,
    move: { ...paid.move, kind: 'kept', reference: reason },
  })
}

export interface PaidFromDeposit {
  readonly bill: Bill
  readonly move: FundMove
  readonly payment: Payment
}

/**
 * A deposit pays for bills of who had given it, as far as they are open: `bills` is the one that was named, or all of theirs. Of several the
 * oldest is paid first.
 */
export function deductDeposit(
  { id, body }: Intent<'deposit.deduct'>,
  story: FundStory | null,
  bills: readonly BillStory[],
  today: LocalDate,
  now: Instant,
): Decided<readonly PaidFromDeposit[]> {
  if (story?.fund.kind !== 'deposit') return no({ reason: 'unknown-fund' })
  const { fund } = story
  const theirs = bills.filter(({ bill }) => payerId(bill.payer) === payerId(fund.payer))
  if (theirs.length === 0) return no({ reason: 'unknown-bill' })
  const { amount } = body
  const refusal = beyond(amount, leftOf(story))
  if (refusal !== null) return no(refusal)
  const none = zero(amount.currency)
  const owing = theirs.length === 1 ? theirs : theirs.filter(isOwing).toSorted(olderFirst)
  const open = owing.map(openOf).reduce(add, none)
  if (compare(amount, open) > 0) return no({ reason: 'not-open', open })
  let left = amount
  return yes(
    owing.flatMap((one, index) => {
      const part = smaller(left, openOf(one))
      left = subtract(left, part)
      if (part.amountMinor <= 0) return []
      const own = owing.length === 1 ? id : `${id}/${index + 1}`
      const { bill } = one
      const paid = { billId: bill.id, amount: part, on: today }
      return [{ bill, ...paidFromDeposit(own, fund, paid, now) }]
    }),
  )
}

function paidFromDeposit(
  id: string,
  { id: fundId, reason: reference }: Fund,
  paid: Pick<Payment, 'billId' | 'amount' | 'on'>,
  notedAt: Instant,
): Omit<PaidFromDeposit, 'bill'> {
  const common = { ...paid, id, reference, notedAt }
  return {
    move: { ...common, fundId, kind: 'pays', method: null },
    payment: { ...common, method: 'deposit' },
  }
}

function isOwing(story: BillStory): boolean {
  return openOf(story).amountMinor > 0
}

function olderFirst({ bill: a }: BillStory, { bill: b }: BillStory): number {
  return a.issuedAt - b.issuedAt || (a.number < b.number ? -1 : 1)
}

function smaller(a: Money, b: Money): Money {
  return compare(a, b) < 0 ? a : b
}

function beyond(amount: Money, left: Money): Refusal | null {
  const fits = amount.currency === left.currency && compare(amount, left) <= 0
  return fits ? null : { reason: 'not-kept', left }
}
