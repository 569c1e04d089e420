/**
 * Money of a payer that the space keeps: a credit that it gave, or a deposit that it was given. It is owed to the payer and no revenue
 * (D-52), so what it pays for is paid like by any other means.
 */

import { type Holder, payerId } from '../memberships/holder.ts'
import type { BillId, DepositId, IntentId, MembershipId, SiteId } from '../values/ids.ts'
import type { Instant } from '../values/instant.ts'
import type { LocalDate } from '../values/local-date.ts'
import { compare, type Money, subtract } from '../values/money.ts'
import type { BankTook, PaymentMethod } from './payment.ts'

export const fundKinds = ['credit', 'deposit'] as const
export type FundKind = (typeof fundKinds)[number]

/** Noted by a wish, or paid by card: then its id is that of the attempt. */
export type FundId = IntentId | DepositId

export interface Fund {
  readonly id: FundId
  readonly kind: FundKind
  readonly siteId: SiteId
  readonly payer: Holder
  readonly payerName: string
  readonly amount: Money
  /** Why it was given, or what it is kept for; the payer reads it. */
  readonly reason: string
  /** The last day on which a credit pays; null without an end. */
  readonly validUntil: LocalDate | null
  readonly on: LocalDate
  readonly notedAt: Instant
  /** How a deposit came; null for a credit. */
  readonly method: PaymentMethod | null
  /** The bill whose money was to be paid back and became this credit. */
  readonly refundOf: BillId | null
  /** Of a deposit that a membership asked for: whose, so that it is known when it is to go back. */
  readonly membershipId?: MembershipId
  /** What was to go back to a card and never arrived there: it is kept again, and goes back by hand. */
  readonly isReturned?: true
}

/**
 * What left it: towards a bill, back to who had paid it, or to the space: because it was taken back or its time was over, or for damage that a
 * deposit is kept for, which has a document (see `deposits/damage-bill`). What was kept before there were such documents has none.
 */
export type FundMoveKind = 'pays' | 'returned' | 'ended' | 'kept'

export interface FundMove {
  readonly id: string
  readonly fundId: FundId
  readonly kind: FundMoveKind
  readonly amount: Money
  readonly on: LocalDate
  readonly notedAt: Instant
  readonly billId: BillId | null
  readonly method: PaymentMethod | BankTook | null
  readonly reference: string
}

export interface FundStory {
  readonly fund: Fund
  readonly moves: readonly FundMove[]
}

export function leftOf({ fund, moves }: FundStory): Money {
  return moves.reduce((sum, { amount }) => subtract(sum, amount), fund.amount)
}

/** It came by a card, which has not failed to take it back. */
export function isToCard({ method, isReturned }: Fund): boolean {
  return method === 'card' && isReturned !== true
}

/** What a credit pays of a bill, as it stands on it. */
export interface CreditUse {
  readonly fundId: FundId
  readonly reason: string
  readonly amount: Money
}

/** What the payer's credits pay of it on a day: what ends first goes first (D-24), and none pays more than it has. */
export function spendCredit(
  stories: readonly FundStory[],
  payer: Holder,
  due: Money,
  on: LocalDate,
): readonly CreditUse[] {
  const usable = stories.filter((story) => isUsable(story, payer, due, on))
  let open = due
  return usable.toSorted(endsFirst).flatMap((story) => {
    const left = leftOf(story)
    const amount = compare(left, open) < 0 ? left : open
    if (amount.amountMinor <= 0) return []
    open = subtract(open, amount)
    return [{ fundId: story.fund.id, reason: story.fund.reason, amount }]
  })
}

function isUsable({ fund }: FundStory, payer: Holder, due: Money, on: LocalDate): boolean {
  const isTheirs = payerId(fund.payer) === payerId(payer)
  const isOfIt = fund.kind === 'credit' && fund.amount.currency === due.currency
  return isTheirs && isOfIt && (fund.validUntil === null || on <= fund.validUntil)
}

/** Without an end last; of two that end alike, the older one first. */
function endsFirst({ fund: a }: FundStory, { fund: b }: FundStory): number {
  const [endA, endB] = [a.validUntil ?? '~', b.validUntil ?? '~']
  if (endA !== endB) return endA < endB ? -1 : 1
  return a.notedAt - b.notedAt || (a.id < b.id ? -1 : 1)
}
