/** What is told of deposits: pure, from what was written. What pays for a bill is told of the bill. */

import type { DepositAsk } from '../billing/deposits/deposit.ts'
import type { Fund, FundId, FundMove } from '../billing/fund.ts'
import type { PaymentAttempt } from '../billing/paying/attempt.ts'
import { type Holder, payerOf } from '../memberships/holder.ts'
import { type DepositId, type SiteId, toId } from '../values/ids.ts'
import type { DepositNewsKind } from './news.ts'

export type DepositChange =
  | { readonly kind: 'deposit-ask'; readonly ask: DepositAsk }
  | { readonly kind: 'fund'; readonly fund: Fund }
  | { readonly kind: 'fund-move'; readonly fund: Fund; readonly move: FundMove }
  | { readonly kind: 'attempt'; readonly attempt: PaymentAttempt }

export interface ToldOfDeposit {
  /** Who gave it or is asked for it, or everybody who keeps the books there. */
  readonly to: Holder | 'books'
  readonly siteId: SiteId
  readonly news: {
    readonly kind: DepositNewsKind
    readonly depositId: FundId | DepositId
    readonly cause: string
  }
}

export function newsOfDeposits(changes: readonly DepositChange[]): readonly ToldOfDeposit[] {
  return changes.flatMap(ofChange)
}

function ofChange(change: DepositChange): readonly ToldOfDeposit[] {
  switch (change.kind) {
    case 'deposit-ask': {
      const { id, payer, siteId, standing } = change.ask
      if (standing.state !== 'open') return []
      return [{ to: payer, siteId, news: { kind: 'deposit-asked', depositId: id, cause: id } }]
    }
    case 'fund':
      return ofFund(change.fund)
    case 'fund-move':
      return ofMove(change.fund, change.move)
    case 'attempt':
      return ofAttempt(change.attempt)
  }
}

function ofFund({ id, kind, payer, siteId, isReturned }: Fund): readonly ToldOfDeposit[] {
  if (kind !== 'deposit') return []
  const news = { depositId: id, cause: id }
  if (isReturned !== true)
    return [{ to: payer, siteId, news: { ...news, kind: 'deposit-received' } }]
  return [
    { to: payer, siteId, news: { ...news, kind: 'deposit-not-returned' } },
    { to: 'books', siteId, news: { ...news, kind: 'deposit-not-returned-team' } },
  ]
}

function ofMove({ id, kind, payer, siteId }: Fund, move: FundMove): readonly ToldOfDeposit[] {
  if (kind !== 'deposit' || move.kind === 'pays' || move.kind === 'ended') return []
  if (move.method === 'bank-took') return []
  const told = move.kind === 'kept' ? 'deposit-kept' : 'deposit-returned'
  return [{ to: payer, siteId, news: { kind: told, depositId: id, cause: move.id } }]
}

/** A page that a payer left is no failure: they know. */
function ofAttempt(attempt: PaymentAttempt): readonly ToldOfDeposit[] {
  const { id, via, purpose, payerId, siteId, standing } = attempt
  if (via !== 'charge' || purpose.kind !== 'deposit') return []
  if (standing.state !== 'declined' && standing.state !== 'action-needed') return []
  const depositId = toId('deposit', purpose.id)
  return [
    { to: payerOf(payerId), siteId, news: { kind: 'deposit-not-paid', depositId, cause: id } },
  ]
}
