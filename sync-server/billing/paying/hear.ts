/**
 * What was heard of an attempt goes into the books here, and only here: from the answer to our own call, from a message, from the payer who
 * comes back, or from our own look. However often and in whatever order, one success is one payment (its id is the attempt's).
 */
import { depositPaid, returnToCard } from '../../../domain/billing/deposits/decide-deposit.ts'
import {
  type AttemptStanding,
  advance,
  type PaymentAttempt,
} from '../../../domain/billing/paying/attempt.ts'
import { declineOf } from '../../../domain/billing/paying/decline.ts'
import { must } from '../../../domain/values/assert.ts'
import type { Instant } from '../../../domain/values/instant.ts'
import type { Money } from '../../../domain/values/money.ts'
import { toWallTime } from '../../../domain/values/zone.ts'
import type { Fact } from '../../settlement/kind.ts'
import { findBill } from '../../storage/load-bills.ts'
import { loadCatalogue } from '../../storage/load-catalogue.ts'
import { findAsk } from '../../storage/load-deposits.ts'
import { findAttempt } from '../../storage/load-paying.ts'
import type { Tx } from '../../storage/storage.ts'
import type { GatewayAnswer, GatewayPayment } from '../gateway.ts'
import type { PayingPorts } from './ports.ts'

export interface Heard {
  readonly standing: AttemptStanding
  readonly ref: string | null
}

/** Gives the attempt as it is known afterwards. */
export async function hear(
  { settlement, gateway }: PayingPorts,
  attemptId: string,
  heard: Heard,
): Promise<PaymentAttempt> {
  const found: PaymentAttempt[] = []
  await settlement.act(async (tx, now) => {
    const known = await findAttempt(tx, { id: attemptId, ref: null }, gateway.mode)
    const attempt = must(known, `attempt ${attemptId} was written before it was asked`)
    const next = advance(attempt, heard, await localDate(tx, attempt.siteId, now))
    found.push(next ?? attempt)
    if (next === null) return []
    const facts = await paid(tx, next, gateway.mode, now)
    return [{ kind: 'attempt', mode: gateway.mode, attempt: next }, ...facts]
  })
  return must(found.at(-1), 'it was looked for in the transaction that has just ended')
}

export async function localDate(tx: Tx, siteId: string, now: Instant) {
  const catalogue = must(await loadCatalogue(tx, siteId), 'locations are never removed')
  return toWallTime(catalogue.zone, now).date
}

async function paid(
  tx: Tx,
  attempt: PaymentAttempt,
  mode: string,
  now: Instant,
): Promise<readonly Fact[]> {
  const { id, standing, purpose, method, on } = attempt
  if (standing.state !== 'succeeded') return []
  switch (purpose.kind) {
    case 'bill': {
      const { bill } = must(await findBill(tx, purpose.id), 'bills are never removed')
      const noted = { id, billId: bill.id, amount: standing.received, method: 'card' } as const
      const payment = { ...noted, on, reference: method?.label ?? '', notedAt: now }
      return [{ kind: 'payment', bill, payment }]
    }
    // What becomes of a booking that was paid is the matter of bookings, in the same transaction.
    case 'booking':
      return []
    case 'deposit':
      return paidDeposit(tx, attempt, standing.received, mode, now)
  }
}

/** Kept; or back again where it came twice, or for what the space had withdrawn. */
async function paidDeposit(
  tx: Tx,
  attempt: PaymentAttempt,
  received: Money,
  mode: string,
  now: Instant,
): Promise<readonly Fact[]> {
  const known = must(await findAsk(tx, attempt.purpose.id), 'what was asked for is never removed')
  const { fund, ask, isWanted } = depositPaid(known, attempt, received, now)
  if (isWanted)
    return [
      { kind: 'fund', fund },
      { kind: 'deposit-ask', ask },
    ]
  const ref = must(attempt.ref, 'what succeeded has a payment')
  const when = { on: attempt.on, now, reference: '' }
  const { move, refund } = returnToCard({ fund, moves: [] }, received, ref, when)
  return [
    { kind: 'fund', fund },
    { kind: 'fund-move', fund, move },
    { kind: 'refund', mode, refund },
  ]
}

/** What an answer to a charge says. Null where it says nothing: nobody knows, or the call was wrong, which is no decline. */
export function heardOfAnswer(
  attempt: PaymentAttempt,
  answer: GatewayAnswer<GatewayPayment>,
): Heard | null {
  if (answer.ok) return heardOfPayment(attempt, answer.value)
  const { kind, code, declineCode, ref } = answer
  switch (kind) {
    case 'declined':
      return { standing: { state: 'declined', why: declineOf(code, declineCode) }, ref }
    case 'action-required':
      return { standing: { state: 'action-needed' }, ref }
    case 'unknown':
    case 'unavailable':
      return { standing: { state: 'unknown' }, ref }
    case 'invalid':
    case 'conflict':
    case 'disputed':
      return null
  }
}

/** Of a payment on a page only its success counts: a payer whose card is declined there takes another one. */
export function heardOfPayment(attempt: PaymentAttempt, payment: GatewayPayment): Heard | null {
  const { id: ref, state, received, failure } = payment
  if (state === 'succeeded') return { standing: { state: 'succeeded', received }, ref }
  if (attempt.via === 'page') return null
  switch (state) {
    case 'needs-action':
      return { standing: { state: 'action-needed' }, ref }
    case 'needs-method': {
      const code = failure?.code ?? null
      if (code === 'authentication_required') return { standing: { state: 'action-needed' }, ref }
      const why = declineOf(code, failure?.declineCode ?? null)
      return { standing: { state: 'declined', why }, ref }
    }
    case 'canceled': {
      const isUnproven = attempt.standing.state === 'action-needed'
      const unproven = { state: 'declined', why: 'unproven' } as const
      return { standing: isUnproven ? unproven : { state: 'cancelled' }, ref }
    }
    case 'needs-confirmation':
    case 'needs-capture':
    case 'processing':
    case 'other':
      return { standing: { state: 'sent', page: null }, ref }
  }
}
