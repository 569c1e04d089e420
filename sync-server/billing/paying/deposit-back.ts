/** What goes back of deposits to cards, in the books: it leaves a deposit when that is decided, and is kept again where it never arrives. */
import { cameBack, returnToCard } from '../../../domain/billing/deposits/decide-deposit.ts'
import { leftOf } from '../../../domain/billing/fund.ts'
import type { Refund } from '../../../domain/billing/paying/refund.ts'
import { must } from '../../../domain/values/assert.ts'
import type { Instant } from '../../../domain/values/instant.ts'
import type { LocalDate } from '../../../domain/values/local-date.ts'
import { compare } from '../../../domain/values/money.ts'
import type { Fact } from '../../settlement/kind.ts'
import { findFund } from '../../storage/load-funds.ts'
import type { Tx } from '../../storage/storage.ts'
import type { GatewayRefund } from '../gateway.ts'
import { localDate } from './hear.ts'

/** What was heard of one. Somebody gives by hand what never arrived. */
export async function ofDeposit(
  tx: Tx,
  refund: Refund,
  mode: string,
  now: Instant,
): Promise<readonly Fact[]> {
  const story = must(await findFund(tx, refund.fundId ?? ''), 'deposits are never removed')
  const on = await localDate(tx, story.fund.siteId, now)
  const fact: Fact = { kind: 'refund', mode, refund: { ...refund, on } }
  if (refund.state !== 'failed') return [fact]
  return [fact, { kind: 'fund', fund: cameBack(story, refund.id, refund.amount, on, now) }]
}

/** Given back by hand where the money is moved. More than is left of it cannot be in the books: who keeps them is told that these differ. */
export async function takenFromDeposit(
  tx: Tx,
  found: GatewayRefund,
  fundId: string,
  mode: string,
  when: { readonly on: LocalDate; readonly now: Instant },
): Promise<readonly Fact[]> {
  const story = await findFund(tx, fundId)
  if (story === null || compare(found.amount, leftOf(story)) > 0) return []
  const paymentRef = must(found.payment, 'a refund is of a payment')
  const back = returnToCard(story, found.amount, paymentRef, { ...when, reference: '' })
  // Sent already: nobody sends it again.
  const refund: Refund = { ...back.refund, state: 'sent', ref: found.id }
  return [
    { kind: 'fund-move', fund: story.fund, move: back.move },
    { kind: 'refund', mode, refund },
  ]
}
