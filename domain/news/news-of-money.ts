/** What payers, and who keeps the books, are told of money: pure, from what was written. */
import type { Bill } from '../billing/bill.ts'
import type { CreditNote } from '../billing/credit.ts'
import type { PaymentAttempt } from '../billing/paying/attempt.ts'
import { type Refund, returnId } from '../billing/paying/refund.ts'
import type { Payment } from '../billing/payment.ts'
import { type Holder, payerOf } from '../memberships/holder.ts'
import { type BillId, type SiteId, toId } from '../values/ids.ts'
import type { BillNewsKind } from './news.ts'

/** Whose bill it is. */
export type BillHead = Pick<Bill, 'id' | 'payer' | 'siteId'>

export type MoneyChange =
  | { readonly kind: 'bill'; readonly bill: BillHead }
  | {
      readonly kind: 'payment'
      readonly bill: BillHead
      readonly payment: Pick<Payment, 'id' | 'amount' | 'method'>
    }
  | { readonly kind: 'credit'; readonly bill: BillHead; readonly note: Pick<CreditNote, 'id'> }
  | { readonly kind: 'attempt'; readonly attempt: PaymentAttempt }
  | { readonly kind: 'refund'; readonly bill: BillHead; readonly refund: Refund }

export interface ToldOfBill {
  /** Who is told: who pays the bill, or everybody who keeps the books there. */
  readonly to: Holder | 'books'
  readonly siteId: SiteId
  readonly news: { readonly kind: BillNewsKind; readonly billId: BillId; readonly cause: string }
}

export function newsOfMoney(changes: readonly MoneyChange[]): readonly ToldOfBill[] {
  // What comes back of a refund is no payment of anybody.
  const returned = new Set(
    changes.flatMap((one) => (one.kind === 'refund' ? [returnId(one.refund)] : [])),
  )
  return changes.flatMap((change) => ofChange(change, returned))
}

function ofChange(change: MoneyChange, returned: ReadonlySet<string>): readonly ToldOfBill[] {
  switch (change.kind) {
    case 'bill':
      return [toPayer(change.bill, 'billed', change.bill.id)]
    case 'payment': {
      const { id, amount, method } = change.payment
      // Their bank has told them of what it did.
      if (returned.has(id) || method === 'bank-took') return []
      return [toPayer(change.bill, amount.amountMinor < 0 ? 'paid-back' : 'paid', id)]
    }
    case 'credit':
      return [toPayer(change.bill, 'credited', change.note.id)]
    case 'attempt':
      return ofAttempt(change.attempt)
    case 'refund':
      return ofRefund(change.bill, change.refund)
  }
}

function toPayer({ id, payer, siteId }: BillHead, kind: BillNewsKind, cause: string): ToldOfBill {
  return { to: payer, siteId, news: { kind, billId: id, cause } }
}

/** A page that a payer left is no failure: they know. */
function ofAttempt(attempt: PaymentAttempt): readonly ToldOfBill[] {
  const { id, via, purpose, payerId, siteId, standing } = attempt
  if (via !== 'charge' || purpose.kind !== 'bill') return []
  const bill = { id: toId('bill', purpose.id), payer: payerOf(payerId), siteId }
  if (standing.state === 'declined') return [toPayer(bill, 'pay-failed', id)]
  return standing.state === 'action-needed' ? [toPayer(bill, 'pay-action', id)] : []
}

function ofRefund(bill: BillHead, { id, state }: Refund): readonly ToldOfBill[] {
  if (state !== 'failed') return []
  const team = toPayer(bill, 'refund-failed-team', id)
  return [toPayer(bill, 'refund-failed', id), { ...team, to: 'books' }]
}
