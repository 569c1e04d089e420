/**
 * Money goes back the way it came: what a bill was paid beyond what it asks for, to its payments in reverse order, and never more to one than
 * came by it (D-32). What came by bank or as cash goes back by hand.
 */
import type { BillId } from '../../values/ids.ts'
import { DAY_MS, type Instant } from '../../values/instant.ts'
import type { LocalDate } from '../../values/local-date.ts'
import { type Money, money } from '../../values/money.ts'
import type { FundId } from '../fund.ts'
import { type BillStory, openOf, type Payment } from '../payment.ts'

export interface Refund {
  readonly id: string
  /** Null of a deposit. */
  readonly billId: BillId | null
  /** The deposit that it gives back; left out of a bill. */
  readonly fundId?: FundId
  /** The payment that it gives back of; its id is that of the attempt. */
  readonly paymentId: string
  /** At whoever moves the money. */
  readonly paymentRef: string
  readonly amount: Money
  /**
   * created: written down, not answered · sent: it is on its way, and in the books · failed: it never arrived, and is out of the books again;
   * somebody pays it back by hand
   */
  readonly state: 'created' | 'sent' | 'failed'
  readonly ref: string | null
  /** The payer's bank has taken the payment back and decides about it: until then nothing goes back of it, lest it go twice. */
  readonly isDisputed?: boolean
  readonly createdAt: Instant
  readonly on: LocalDate
}

export function refundId(billId: BillId, refunds: readonly Refund[]): string {
  return `${billId}.r${refunds.length + 1}`
}

/**
 * What a call for it carries, always the same: a repeat is the same refund. Only where it was refused because of a dispute, which is a definitive
 * answer that is remembered under its key, another day has another key.
 */
export function refundKey({ id, isDisputed }: Pick<Refund, 'id' | 'isDisputed'>, now: Instant) {
  return isDisputed === true ? `v1:rf:${id}:${Math.floor(now / DAY_MS)}` : `v1:rf:${id}`
}

export interface RefundPlan {
  readonly toCards: readonly { readonly paymentId: string; readonly amount: Money }[]
  readonly byHand: Money
}

export function planRefunds(story: BillStory, refunds: readonly Refund[]): RefundPlan {
  const open = openOf(story)
  const onTheWay = refunds.filter(({ state }) => state === 'created')
  let excess = onTheWay.reduce((left, { amount }) => left - amount.amountMinor, -open.amountMinor)
  const toCards: { paymentId: string; amount: Money }[] = []
  let hand = 0
  for (const { payment, left } of leftOfPayments(story, refunds)) {
    const part = Math.min(Math.max(excess, 0), left)
    if (part === 0) continue
    excess -= part
    if (payment.method === 'card' && !hasFailed(payment, refunds)) {
      toCards.push({ paymentId: payment.id, amount: money(part, open.currency) })
    } else hand += part
  }
  return { toCards, byHand: money(hand, open.currency) }
}

/** A card that took nothing back once takes nothing back: who keeps the books sees to it. */
function hasFailed({ id }: Payment, refunds: readonly Refund[]): boolean {
  return refunds.some(({ paymentId, state }) => paymentId === id && state === 'failed')
}

/** What is left of each payment, the newest first. Money that went back by hand went back of those that came by hand, or whose card failed. */
function leftOfPayments(story: BillStory, refunds: readonly Refund[]) {
  let byHand = story.payments
    .filter(({ amount, method }) => amount.amountMinor < 0 && method !== 'card')
    .reduce((sum, { amount }) => sum - amount.amountMinor, 0)
  return story.payments
    .filter((payment) => payment.amount.amountMinor > 0 && !isReturn(payment, refunds))
    .toReversed()
    .map((payment) => {
      const back = refunds
        .filter(({ paymentId, state }) => paymentId === payment.id && state !== 'failed')
        .reduce((sum, { amount }) => sum + amount.amountMinor, 0)
      const isByHand = payment.method !== 'card' || hasFailed(payment, refunds)
      const taken = isByHand ? Math.min(byHand, payment.amount.amountMinor - back) : 0
      byHand -= taken
      return { payment, left: payment.amount.amountMinor - back - taken }
    })
}

/** A refund that failed is in the books again, as what came back of it. */
function isReturn({ id }: Payment, refunds: readonly Refund[]): boolean {
  return refunds.some((refund) => returnId(refund) === id)
}

export function returnId({ id }: Pick<Refund, 'id'>): string {
  return `${id}.back`
}
