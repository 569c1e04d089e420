/**
 * A payment that the bank of its card took back, as the books know it. The bank decides, once:
 *
 *   open ─▶ won     it is the space's again
 *       └─▶ lost    it stays with the payer: what was owed to them of this payment is with them, and the rest is the space's loss
 */
import type { Instant } from '../../values/instant.ts'
import type { LocalDate } from '../../values/local-date.ts'
import type { Money } from '../../values/money.ts'

export interface Dispute {
  /** As whoever moves the money calls it. */
  readonly id: string
  /** The payment that was taken back; its id is that of the attempt. */
  readonly paymentId: string
  /** What the bank took: all of the payment, a part, or more than was left of it. */
  readonly amount: Money
  readonly state: 'open' | 'won' | 'lost'
  readonly since: Instant
  /** Until when whoever keeps the books answers it; null where there is nothing to answer any more. */
  readonly answerBy: LocalDate | null
}

/** What is known after `heard`; null where that is what was known. A decision stands, whatever late news says. */
export function nextDispute(known: Dispute | null, heard: Dispute): Dispute | null {
  if (known === null) return heard
  if (known.state !== 'open') return null
  const isNew = known.state !== heard.state || known.answerBy !== heard.answerBy
  return isNew ? { ...heard, since: known.since } : null
}

interface TakenBack {
  readonly paymentId: string
  readonly state: string
  readonly amount: Money
}

/** What the bank left with the payer of a payment and nobody has counted yet, in the smallest unit: so much less is owed to them. */
export function coverOf(
  paymentId: string,
  disputes: readonly Dispute[],
  refunds: readonly TakenBack[],
): number {
  const sum = (all: readonly TakenBack[], state: string) =>
    all
      .filter((one) => one.paymentId === paymentId && one.state === state)
      .reduce((minor, { amount }) => minor + amount.amountMinor, 0)
  return Math.max(0, sum(disputes, 'lost') - sum(refunds, 'taken'))
}

export function isOpenDispute(paymentId: string, disputes: readonly Dispute[]): boolean {
  return disputes.some((one) => one.paymentId === paymentId && one.state === 'open')
}
