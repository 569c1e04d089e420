/** What becomes of a deposit that was asked for: it comes by card, comes otherwise, or the space does without it. */
import type { Intent } from '../../bookings/wishes/intent.ts'
import { toId } from '../../values/ids.ts'
import type { Instant } from '../../values/instant.ts'
import type { LocalDate } from '../../values/local-date.ts'
import type { Money } from '../../values/money.ts'
import { type Decided, no, yes } from '../decide-money.ts'
import type { Fund, FundMove, FundStory } from '../fund.ts'
import type { PaymentAttempt } from '../paying/attempt.ts'
import type { Refund } from '../paying/refund.ts'
import type { DepositAsk } from './deposit.ts'

export function withdrawAsk(
  { body }: Intent<'deposit.withdraw'>,
  ask: DepositAsk | null,
  today: LocalDate,
): Decided<DepositAsk> {
  if (ask?.standing.state !== 'open') return no({ reason: 'unknown-deposit' })
  return yes({ ...ask, standing: { state: 'withdrawn', on: today, reason: body.reason } })
}

/** Money is a fact: it is kept, whatever became of what asked for it. `isWanted`: it is what was asked for, and not beside it. */
export function depositPaid(
  ask: DepositAsk,
  attempt: Pick<PaymentAttempt, 'id' | 'on'>,
  received: Money,
  now: Instant,
): { readonly fund: Fund; readonly ask: DepositAsk; readonly isWanted: boolean } {
  const isWanted = ask.standing.state === 'open'
  const { siteId, payer, payerName, membershipId, plan: reason } = ask
  const id = toId('deposit', attempt.id)
  const fund: Fund = {
    ...{ id, kind: 'deposit', siteId, payer, payerName, amount: received, reason, membershipId },
    ...{ validUntil: null, on: attempt.on, notedAt: now, method: 'card', refundOf: null },
  }
  return {
    fund,
    isWanted,
    ask: isWanted ? { ...ask, standing: { state: 'paid', fundId: id } } : ask,
  }
}

export interface CardReturn {
  readonly move: FundMove
  readonly refund: Refund
}

/** Back to the card it came by: it has left the deposit at once, so that it goes nowhere else meanwhile. */
export function returnToCard(
  { fund, moves }: FundStory,
  amount: Money,
  paymentRef: string,
  {
    on,
    now,
    reference,
  }: { readonly on: LocalDate; readonly now: Instant; readonly reference: string },
): CardReturn {
  const id = `${fund.id}.r${moves.length + 1}`
  return {
    move: {
      ...{ id, fundId: fund.id, kind: 'returned', amount, on, notedAt: now, billId: null },
      ...{ method: 'card', reference },
    },
    refund: {
      ...{ id, billId: null, fundId: fund.id, paymentId: fund.id, paymentRef, amount },
      ...{ state: 'created', ref: null, createdAt: now, on },
    },
  }
}

/** It never arrived: it is kept again, as a deposit of its own that goes back by hand. */
export function cameBack(
  { fund }: FundStory,
  refundId: string,
  amount: Money,
  on: LocalDate,
  now: Instant,
): Fund {
  const id = toId('deposit', `${refundId}.back`)
  return { ...fund, id, amount, on, notedAt: now, isReturned: true }
}
