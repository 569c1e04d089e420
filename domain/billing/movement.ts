/**
 * What the processor keeps for its work, what disputes take, and what it pays out, in the ledger. The account at the processor belongs to
 * the whole space, so none of it is of one location.
 *
 *   a fee           fees:stripe   ▶ cash:stripe_pending
 *   a dispute       dispute_hold  ▶ cash:stripe_pending    and back, where it is won
 *   a dispute lost  bad_debt      ▶ dispute_hold          less what was owed to its payer anyway, whenever that is found to be so
 *   a payout        cash:bank     ▶ cash:stripe_pending
 */
import { DAY_MS, type Instant } from '../values/instant.ts'
import { fromDayNumber, type LocalDate } from '../values/local-date.ts'
import { type Money, subtract, zero } from '../values/money.ts'
import { BAD_DEBT, balanced, type LedgerTransaction, STRIPE_PENDING } from './ledger.ts'

/** In place of a location, where something is of all of them. */
export const WHOLE_SPACE = ''

const FEES = 'fees:stripe'
const DISPUTE_HOLD = 'dispute_hold'

/** One movement of the balance at the processor. */
export interface Movement {
  readonly id: string
  readonly kind: string
  /** What came, below zero what went, before the fee. */
  readonly amount: Money
  readonly fee: Money
  /** The charge, refund or dispute that moved it. */
  readonly source: string | null
  readonly at: Instant
}

/** Where the other side of a movement stands; one that is not here is in the ledger as the payment or refund it is. */
const otherSides: Readonly<Record<string, string>> = {
  adjustment: DISPUTE_HOLD,
  payout: 'cash:bank',
  payout_failure: 'cash:bank',
}

/** Null where the ledger has all of it already. */
export function movementTransaction(movement: Movement): LedgerTransaction | null {
  const { id, kind, amount, fee, source, at } = movement
  const none = zero(amount.currency)
  const otherSide = otherSides[kind]
  const moved = otherSide === undefined ? none : amount
  const found = balanced({ kind: 'movement', id }, source ?? id, dayOf(at), [
    { account: STRIPE_PENDING, amount: subtract(moved, fee) },
    { account: otherSide ?? DISPUTE_HOLD, amount: subtract(none, moved) },
    { account: FEES, amount: fee },
  ])
  return found.entries.length === 0 ? null : found
}

/** What was held while it was argued about is lost. */
export function lostTransaction(dispute: {
  readonly id: string
  readonly amount: Money
  readonly at: Instant
}): LedgerTransaction {
  const { id, amount, at } = dispute
  return balanced({ kind: 'dispute', id }, id, dayOf(at), [
    { account: BAD_DEBT, amount },
    { account: DISPUTE_HOLD, amount: subtract(zero(amount.currency), amount) },
  ])
}

/** What was on its way back of a deposit was with its payer already: it never left, and is no loss. */
export function takenTransaction(refund: {
  readonly id: string
  readonly amount: Money
  readonly on: LocalDate
}): LedgerTransaction {
  const { id, amount, on } = refund
  return balanced({ kind: 'dispute', id }, id, on, [
    { account: STRIPE_PENDING, amount },
    { account: BAD_DEBT, amount: subtract(zero(amount.currency), amount) },
  ])
}

/** The processor keeps its own books by the day in UTC. */
function dayOf(at: Instant): LocalDate {
  return fromDayNumber(Math.floor(at / DAY_MS))
}
