/**
 * What is owed and what was paid, as double entry: every cause writes one transaction whose entries sum to zero, once, and nothing of it ever
 * changes.
 *
 *   a charge       unbilled:<payer>   ▶ revenue:<kind>                     as it is priced
 *   a bill         receivable:<payer> ▶ unbilled:<payer>, tax:<rate>       taxes that prices include come out of the revenue
 *   a payment      cash:<method>      ▶ receivable:<payer>                 of a card: to whoever moves the money, until they pay it out
 *                                                                           or out of what the space keeps: liability:<kind>:<payer>
 *   a credit       cost:credit        ▶ liability:credit:<payer>           and back, where it ends
 *   a deposit      cash:<method>      ▶ liability:deposit:<payer>          and back, where it is returned; what of it is kept pays a document
 *   what a bank took  bad_debt   ▶ receivable:<payer>                  the dispute is lost, and so much was owed to its payer anyway
 *   what whoever moves the money keeps, takes back and pays out: `movement`
 *   a credit note  revenue:credited, tax:<rate> ▶ receivable:<payer>     by hand; one that takes back lines is a bill turned around
 */

import { type Holder, payerId } from '../memberships/holder.ts'
import type { ChargeKind } from '../sites/billing-settings.ts'
import type { LocalDate } from '../values/local-date.ts'
import { add, type Currency, type Money, subtract, zero } from '../values/money.ts'
import type { Bill } from './bill.ts'
import type { CreditNote } from './credit.ts'
import type { Fund, FundKind, FundMove } from './fund.ts'
import type { PaidFrom, Payment, PaymentMethod } from './payment.ts'

export type CauseKind =
  | 'charge'
  | 'bill'
  | 'payment'
  | 'credit'
  | 'fund'
  | 'fund-move'
  | 'movement'
  | 'dispute'

export interface LedgerTransaction {
  /** Once each. */
  readonly cause: { readonly kind: CauseKind; readonly id: string }
  /** What it is about: the cause of a charge, the bill of everything else. */
  readonly subject: string
  /** The local date whose period it belongs to. */
  readonly on: LocalDate
  readonly entries: readonly LedgerEntry[]
}

export interface LedgerEntry {
  readonly account: string
  /** What comes to the account; below zero what leaves it. */
  readonly amount: Money
}

/** What was taken by card and has not come to the bank yet. */
export const STRIPE_PENDING = 'cash:stripe_pending'

/** What disputes that were lost cost, less what was owed to their payers anyway. */
export const BAD_DEBT = 'bad_debt'

/** What every account of what waits for a bill begins with. */
export const UNBILLED = 'unbilled:'

export function unbilledAccount(payer: Holder): string {
  return `${UNBILLED}${payerId(payer)}`
}

export function receivableAccount(payer: Holder): string {
  return `receivable:${payerId(payer)}`
}

/** A change of what is owed for one cause; `change` counts them, so that each is written once. */
export function chargeTransaction(charge: {
  readonly source: string
  readonly change: string
  readonly kind: ChargeKind
  readonly payer: Holder
  readonly on: LocalDate
  readonly amount: Money
}): LedgerTransaction {
  const { source, change, kind, payer, on, amount } = charge
  return balanced({ kind: 'charge', id: change }, source, on, [
    { account: unbilledAccount(payer), amount },
    { account: `revenue:${kind}`, amount: negative(amount) },
  ])
}

export function billTransaction(bill: Bill): LedgerTransaction {
  return balanced({ kind: 'bill', id: bill.id }, bill.id, bill.issuedOn, askedFor(bill, bill))
}

type Asked = Pick<Bill, 'lines' | 'taxes' | 'total'>

/** What lines ask a payer for, or take back where they are below zero. */
function askedFor(
  { payer, isTaxIncluded }: Bill,
  { lines, taxes, total }: Asked,
): readonly LedgerEntry[] {
  const none = zero(total.currency)
  const kinds = [...new Set(lines.map(({ kind }) => kind))]
  const included = kinds.map((kind) => {
    const own = lines.filter((line) => line.kind === kind)
    return { account: `revenue:${kind}`, amount: own.reduce((sum, { tax }) => add(sum, tax), none) }
  })
  return [
    { account: receivableAccount(payer), amount: total },
    {
      account: unbilledAccount(payer),
      amount: negative(lines.reduce((sum, { amount }) => add(sum, amount), none)),
    },
    ...(isTaxIncluded ? included : []),
    ...taxEntries(taxes),
  ]
}

function taxEntries(taxes: Bill['taxes']): readonly LedgerEntry[] {
  return taxes.map(({ basisPoints, tax }) => ({
    account: `tax:${basisPoints}`,
    amount: negative(tax),
  }))
}

export function paymentTransaction(bill: Bill, payment: Payment): LedgerTransaction {
  const { id, amount, method, on } = payment
  return balanced({ kind: 'payment', id }, bill.id, on, [
    { account: moneyAccount(method, bill.payer), amount },
    { account: receivableAccount(bill.payer), amount: negative(amount) },
  ])
}

function moneyAccount(method: PaidFrom, payer: Holder): string {
  switch (method) {
    case 'credit':
    case 'deposit':
      return fundAccount(method, payer)
    case 'card':
    case 'bank':
    case 'cash':
      return cashAccount(method)
    case 'bank-took':
      return BAD_DEBT
  }
}

/** What every account of money that the space keeps begins with. */
export const LIABILITY = 'liability:'

export function fundAccount(kind: FundKind, payer: Holder): string {
  return `${LIABILITY}${kind}:${payerId(payer)}`
}

/** Null where the payment that made it says all: money that was to be paid back was kept as credit. */
export function fundTransaction(fund: Fund): LedgerTransaction | null {
  const { id, kind, payer, amount, on, method, refundOf } = fund
  if (refundOf !== null) return null
  return balanced({ kind: 'fund', id }, id, on, [
    { account: method === null ? CREDIT_COST : cashAccount(method), amount },
    { account: fundAccount(kind, payer), amount: negative(amount) },
  ])
}

/** Null for what pays for a bill, or for the document of a damage: the payment is the transaction. */
export function fundMoveTransaction(fund: Fund, move: FundMove): LedgerTransaction | null {
  const { id, billId, amount, on } = move
  if (billId !== null) return null
  return balanced({ kind: 'fund-move', id }, fund.id, on, [
    { account: fundAccount(fund.kind, fund.payer), amount },
    { account: goesTo(move), amount: negative(amount) },
  ])
}

function goesTo({ method }: FundMove): string {
  if (method === 'bank-took') return BAD_DEBT
  return method === null ? CREDIT_COST : cashAccount(method)
}

function cashAccount(method: PaymentMethod): string {
  return method === 'card' ? STRIPE_PENDING : `cash:${method}`
}

const CREDIT_COST = 'cost:credit'

export function creditTransaction(bill: Bill, note: CreditNote): LedgerTransaction {
  const { taxes, total, lines } = note
  const base = taxes.reduce((sum, tax) => add(sum, tax.base), zero(total.currency))
  const byHand = [
    { account: receivableAccount(bill.payer), amount: total },
    { account: 'revenue:credited', amount: negative(base) },
    ...taxEntries(taxes),
  ]
  const entries = lines === undefined ? byHand : askedFor(bill, { lines, taxes, total })
  return balanced({ kind: 'credit', id: note.id }, bill.id, note.issuedOn, entries)
}

/** Without entries of nothing, which may leave none. Throws where it does not sum to zero: then a rule is wrong. */
export function balanced(
  cause: LedgerTransaction['cause'],
  subject: string,
  on: LocalDate,
  all: readonly LedgerEntry[],
): LedgerTransaction {
  const entries = all.filter(({ amount }) => amount.amountMinor !== 0)
  if (!isBalanced(entries)) {
    throw new Error(`Broken invariant: ${cause.kind} ${cause.id} does not sum to zero`)
  }
  return { cause, subject, on, entries }
}

export function isBalanced(entries: readonly LedgerEntry[]): boolean {
  const sums = new Map<Currency, Money>()
  for (const { amount } of entries) {
    sums.set(amount.currency, add(sums.get(amount.currency) ?? zero(amount.currency), amount))
  }
  return [...sums.values()].every(({ amountMinor }) => amountMinor === 0)
}

function negative(amount: Money): Money {
  return subtract(zero(amount.currency), amount)
}
