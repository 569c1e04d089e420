/** Money that was received for a bill, and how a bill stands with it. */
import type { BillId } from '../values/ids.ts'
import type { Instant } from '../values/instant.ts'
import type { LocalDate } from '../values/local-date.ts'
import { add, type Money, subtract } from '../values/money.ts'
import type { Bill } from './bill.ts'
import type { CreditNote } from './credit.ts'
import type { FundKind } from './fund.ts'
import type { Dispute } from './paying/dispute.ts'

/** Noted by hand. */
export const paymentMethods = ['bank', 'cash'] as const
export type HandMethod = (typeof paymentMethods)[number]
/** A card is charged by us, or its payer pays on a page: see `paying/attempt`. */
export type PaymentMethod = HandMethod | 'card'

/** Where the bank of a card took money back and kept it with the payer (see `paying/dispute`): it went back without anybody giving it. */
export type BankTook = 'bank-took'

/** Money that came, or what the space keeps of the payer (see `fund`). */
export type PaidFrom = PaymentMethod | FundKind | BankTook

export interface Payment {
  readonly id: string
  readonly billId: BillId
  /** Below zero where it was paid back. */
  readonly amount: Money
  readonly method: PaidFrom
  readonly on: LocalDate
  /** What stands on the statement or the receipt. */
  readonly reference: string
  readonly notedAt: Instant
}

/** A bill with everything that became of it. */
export interface BillStory {
  readonly bill: Bill
  readonly payments: readonly Payment[]
  readonly credits: readonly CreditNote[]
  /** Of its payments, where there were any. */
  readonly disputes?: readonly Dispute[]
}

export type BillStanding = 'open' | 'overdue' | 'paid' | 'credited' | 'to-pay-back'

/** What is still to be paid; below zero where too much was. */
export function openOf({ bill, payments, credits }: BillStory): Money {
  const left = credits.reduce((sum, note) => add(sum, note.total), bill.total)
  return payments.reduce((sum, { amount }) => subtract(sum, amount), left)
}

export function standingOf(story: BillStory, today: LocalDate): BillStanding {
  const open = openOf(story).amountMinor
  if (open < 0) return 'to-pay-back'
  if (open > 0) return story.bill.dueOn < today ? 'overdue' : 'open'
  const credited = story.credits.reduce((sum, { total }) => sum - total.amountMinor, 0)
  return credited === story.bill.total.amountMinor ? 'credited' : 'paid'
}

/** Towards nothing being open, and not beyond it. */
export function maySettle(open: Money, amount: Money): boolean {
  const [left, paid] = [open.amountMinor, amount.amountMinor]
  if (amount.currency !== open.currency || paid === 0) return false
  return left > 0 ? paid > 0 && paid <= left : paid < 0 && paid >= left
}
