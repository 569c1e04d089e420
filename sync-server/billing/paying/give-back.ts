/**
 * Gives back what a bill was paid too much, or what has left a deposit, once: each refund is written down before it is asked for. What the
 * payer's bank left with them already is counted, and not sent.
 */
import { purposesOf } from '../../../domain/billing/booked-bill.ts'
import { lostDeposit } from '../../../domain/billing/deposits/lost-deposit.ts'
import { isOpenDispute } from '../../../domain/billing/paying/dispute.ts'
import { planRefunds, type Refund, refundId } from '../../../domain/billing/paying/refund.ts'
import type { BillStory, Payment } from '../../../domain/billing/payment.ts'
import { must } from '../../../domain/values/assert.ts'
import type { Instant } from '../../../domain/values/instant.ts'
import type { LocalDate } from '../../../domain/values/local-date.ts'
import { type Money, subtract, zero } from '../../../domain/values/money.ts'
import type { Fact } from '../../settlement/kind.ts'
import { findBill } from '../../storage/load-bills.ts'
import { disputesOf } from '../../storage/load-disputes.ts'
import { findFund } from '../../storage/load-funds.ts'
import { attemptsOf, findAttempt, refundsOf } from '../../storage/load-paying.ts'
import type { Tx } from '../../storage/storage.ts'
import { localDate } from './hear.ts'
import type { PayingPorts } from './ports.ts'
import { neverMade, sendRefunds } from './send-refunds.ts'

export async function giveBack(ports: PayingPorts, billId: string): Promise<void> {
  const isAgain = await sendRefunds(ports, await planned(ports, billId))
  if (isAgain) await giveBack(ports, billId)
}

/** Of a deposit each was written down with what left it. */
export async function giveBackDeposit(ports: PayingPorts, fundId: string): Promise<void> {
  const isAgain = await sendRefunds(ports, await plannedOfDeposit(ports, fundId))
  if (isAgain) await giveBackDeposit(ports, fundId)
}

/** New ones written down, and those that were and are not answered. */
async function planned(ports: PayingPorts, billId: string): Promise<readonly Refund[]> {
  const { settlement, gateway, storage } = ports
  const before = must(await findBill(storage.read, billId), 'bills are never removed')
  const known = await refundsOf(storage.read, [billId])
  const unmade = await neverMade(ports, known, before.disputes ?? [])
  let waiting: readonly Refund[] = []
  await settlement.act(async (tx, now) => {
    const story = must(await findBill(tx, billId), 'bills are never removed')
    const on = await localDate(tx, story.bill.siteId, now)
    const kept = (await refundsOf(tx, [billId])).map((one) =>
      one.state === 'created' && unmade.includes(one.id)
        ? ({ ...one, state: 'withdrawn' } as const)
        : one,
    )
    const added = await newRefunds(tx, story, kept, { on, now })
    waiting = [...kept, ...added].filter((one) => isToSend(one, story.disputes ?? []))
    const changed = [...kept.filter(({ id }) => unmade.includes(id)), ...added]
    return changed.flatMap((refund): readonly Fact[] => [
      { kind: 'refund', mode: gateway.mode, refund },
      ...(refund.state === 'taken' ? [byBank(story, refund, now)] : []),
    ])
  })
  return waiting
}

/** One that waits for a bank to decide is sent when it has. */
function isToSend(
  { state, isDisputed, paymentId }: Refund,
  disputes: Parameters<typeof isOpenDispute>[1],
): boolean {
  return state === 'created' && !(isDisputed === true && isOpenDispute(paymentId, disputes))
}

async function newRefunds(
  tx: Tx,
  story: BillStory,
  known: readonly Refund[],
  { on, now }: { readonly on: LocalDate; readonly now: Instant },
): Promise<readonly Refund[]> {
  const billId = story.bill.id
  const attempts = await attemptsOf(tx, purposesOf(billId))
  const refs = new Map(attempts.map(({ id, ref }) => [id, ref]))
  const { byBank: taken, toCards } = planRefunds(story, known)
  const parts = [
    ...taken.map((part) => ({ ...part, state: 'taken' as const })),
    ...toCards.map((part) => ({ ...part, state: 'created' as const })),
  ]
  const added: Refund[] = []
  for (const { paymentId, amount, state } of parts) {
    const paymentRef = refs.get(paymentId) ?? null
    if (paymentRef === null) continue
    const id = refundId(billId, [...known, ...added])
    added.push({
      ...{ id, billId, paymentId, paymentRef, amount, state, ref: null, createdAt: now, on },
    })
  }
  return added
}

function byBank({ bill }: BillStory, { id, amount, on }: Refund, notedAt: Instant): Fact {
  const payment: Payment = {
    ...{ id, billId: bill.id, method: 'bank-took', on, reference: '', notedAt },
    amount: negative(amount),
  }
  return { kind: 'payment', bill, payment }
}

function negative(amount: Money): Money {
  return subtract(zero(amount.currency), amount)
}

async function plannedOfDeposit(ports: PayingPorts, fundId: string): Promise<readonly Refund[]> {
  const { settlement, gateway, storage } = ports
  const disputes = (await disputesOf(storage.read, [fundId])).get(fundId) ?? []
  const unmade = await neverMade(ports, await refundsOf(storage.read, [fundId]), disputes)
  if (disputes.some(({ state }) => state === 'lost')) {
    await settlement.act(async (tx, now) => {
      const story = must(await findFund(tx, fundId), 'deposits are never removed')
      const attempt = await findAttempt(tx, { id: fundId, ref: null }, gateway.mode)
      const refunds = await refundsOf(tx, [fundId])
      const lost = lostDeposit(story, {
        ...{ disputes, refunds, unmade, paymentRef: attempt?.ref ?? '' },
        ...{ on: await localDate(tx, story.fund.siteId, now), now },
      })
      const { mode } = gateway
      return [
        ...lost.moves.map((move) => ({ kind: 'fund-move', fund: story.fund, move }) as const),
        ...lost.taken.map((one) => ({ kind: 'refund', mode, ...one }) as const),
        ...lost.back.map((fund) => ({ kind: 'fund', fund }) as const),
      ]
    })
  }
  const refunds = await refundsOf(storage.read, [fundId])
  return refunds.filter((one) => isToSend(one, disputes))
}
