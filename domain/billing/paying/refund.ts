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
import { coverOf } from './dispute.ts'

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
   * somebody pays it back by hand · taken: the payer's bank had taken it already, so nothing is sent · withdrawn: it was never made, and what is
   * owed is planned anew
   */
  readonly state: 'created' | 'sent' | 'failed' | 'taken' | 'withdrawn'
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

interface Part {
  readonly paymentId: string
  readonly amount: Money
}

export interface RefundPlan {
  /** With the payer already: their bank took it of a payment, and was right to. */
  readonly byBank: readonly Part[]
  readonly toCards: readonly Part[]
  readonly byHand: Money
}

/** What a payer is owed of a bill and nothing is on its way of, in the smallest unit: nobody gives back more by hand. */
export function owedBack(story: BillStory, refunds: readonly Refund[]): number {
  const onTheWay = refunds.filter(({ state }) => state === 'created')
  const owed = onTheWay.reduce(
    (left, { amount }) => left - amount.amountMinor,
    -openOf(story).amountMinor,
  )
  return Math.max(0, owed)
}

export function planRefunds(story: BillStory, refunds: readonly Refund[]): RefundPlan {
  const { currency } = openOf(story)
  let excess = owedBack(story, refunds)
  const part = (most: number) => {
    const minor = Math.min(excess, most)
    excess -= minor
    return minor
  }
  // What a bank took counts first, whichever payment it was of: the payer has it.
  const lefts = leftOfPayments(story, refunds).map(({ payment, left }) => {
    const cover = coverOf(payment.id, story.disputes ?? [], refunds)
    const taken = part(Math.min(left, cover))
    return { payment, taken, left: left - taken }
  })
  const given = lefts.map(({ payment, left, taken }) => ({ payment, taken, back: part(left) }))
  const isToCard = ({ payment }: { payment: Payment }) =>
    payment.method === 'card' && !hasFailed(payment, refunds)
  const partOf = (payment: Payment, minor: number): Part[] =>
    minor === 0 ? [] : [{ paymentId: payment.id, amount: money(minor, currency) }]
  const byHand = given.filter((one) => !isToCard(one)).reduce((sum, { back }) => sum + back, 0)
  return {
    byBank: given.flatMap(({ payment, taken }) => partOf(payment, taken)),
    toCards: given.filter(isToCard).flatMap(({ payment, back }) => partOf(payment, back)),
    byHand: money(byHand, currency),
  }
}

/** A card that took nothing back once takes nothing back: who keeps the books sees to it. */
function hasFailed({ id }: Payment, refunds: readonly Refund[]): boolean {
  return refunds.some(({ paymentId, state }) => paymentId === id && state === 'failed')
}

/** What is left of each payment, the newest first. Money that went back by hand went back of those that came by hand, or whose card failed. */
function leftOfPayments(story: BillStory, refunds: readonly Refund[]) {
  let byHand = story.payments
    .filter(
      ({ amount, method }) => amount.amountMinor < 0 && !['card', 'bank-took'].includes(method),
    )
    .reduce((sum, { amount }) => sum - amount.amountMinor, 0)
  return story.payments
    .filter((payment) => payment.amount.amountMinor > 0 && !isReturn(payment, refunds))
    .toReversed()
    .map((payment) => {
      const back = refunds
        .filter(({ paymentId, state }) => paymentId === payment.id && isBack(state))
        .reduce((sum, { amount }) => sum + amount.amountMinor, 0)
      const isByHand = payment.method !== 'card' || hasFailed(payment, refunds)
      const taken = isByHand ? Math.min(byHand, payment.amount.amountMinor - back) : 0
      byHand -= taken
      return { payment, left: payment.amount.amountMinor - back - taken }
    })
}

/** It is with its payer, or on its way there. */
function isBack(state: Refund['state']): boolean {
  return state === 'created' || state === 'sent' || state === 'taken'
}

/** A refund that failed is in the books again, as what came back of it. */
function isReturn({ id }: Payment, refunds: readonly Refund[]): boolean {
  return refunds.some((refund) => returnId(refund) === id)
}

export function returnId({ id }: Pick<Refund, 'id'>): string {
  return `${id}.back`
}
