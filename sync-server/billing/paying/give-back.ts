/** Gives back what a bill was paid too much, once: each refund is written down before it is asked for, and asked for with its own key. */
import { billIdOfPurpose, purposesOf } from '../../../domain/billing/booked-bill.ts'
import type { Purpose } from '../../../domain/billing/paying/attempt.ts'
import {
  planRefunds,
  type Refund,
  refundId,
  refundKey,
  returnId,
} from '../../../domain/billing/paying/refund.ts'
import type { BillStory, Payment } from '../../../domain/billing/payment.ts'
import { must } from '../../../domain/values/assert.ts'
import { HOUR_MS, type Instant, toInstant } from '../../../domain/values/instant.ts'
import { subtract, zero } from '../../../domain/values/money.ts'
import type { Fact } from '../../settlement/kind.ts'
import { findBill } from '../../storage/load-bills.ts'
import { attemptsOf, findRefund, refundsOf } from '../../storage/load-paying.ts'
import type { GatewayRefund, GatewayRefusal } from '../gateway.ts'
import { ofDeposit, takenFromDeposit } from './deposit-back.ts'
import { localDate } from './hear.ts'
import type { PayingPorts } from './ports.ts'
import { raiseRefused } from './raise-refused.ts'

/** A key is remembered for a day: what is older is looked for before it is sent again. */
const KEY_LIFE_MS = 23 * HOUR_MS
/** Of a hundred refunds: those of some days, in a large house. */
const PAGES_MAX = 100

export async function giveBack(ports: PayingPorts, billId: string): Promise<void> {
  await sendRefunds(ports, await planned(ports, billId))
}

/** Of a deposit each was written down with what left it. */
export async function giveBackDeposit(ports: PayingPorts, fundId: string): Promise<void> {
  const known = await refundsOf(ports.storage.read, [fundId])
  await sendRefunds(
    ports,
    known.filter(({ state }) => state === 'created'),
  )
}

async function sendRefunds(ports: PayingPorts, refunds: readonly Refund[]): Promise<void> {
  const { gateway, now } = ports
  for (const refund of refunds) {
    const { id, paymentRef: payment, amount } = refund
    const known = await findMade(ports, refund)
    const answer =
      known === null
        ? await gateway.refunds.create({ refundId: id, payment, amount }, refundKey(refund, now()))
        : ({ ok: true, value: known } as const)
    if (answer.ok) await hearRefund(ports, id, answer.value)
    else await refused(ports, refund, answer)
  }
}

/** It is tried again, unless it never can be. */
async function refused(ports: PayingPorts, refund: Refund, answer: GatewayRefusal): Promise<void> {
  const { id } = refund
  if (answer.kind === 'disputed') await markDisputed(ports, id)
  else if (answer.retry === 'never') {
    await raiseRefused(ports, id, answer)
    return hearRefund(ports, id, { id: null, state: 'failed' })
  }
  throw new Error(`The refund ${id} waits: ${answer.kind} ${answer.code}`)
}

async function markDisputed({ settlement, gateway }: PayingPorts, id: string): Promise<void> {
  await settlement.act(async (tx) => {
    const known = must(await findRefund(tx, { id, ref: id }), `refund ${id} was written down`)
    if (known.isDisputed === true) return []
    return [{ kind: 'refund', mode: gateway.mode, refund: { ...known, isDisputed: true } }]
  })
}

/** Sent a day ago or longer and never answered, or under another key: what was made of it, or null. */
async function findMade({ gateway, now }: PayingPorts, refund: Refund) {
  const { id, createdAt, isDisputed } = refund
  if (isDisputed !== true && now() - createdAt < KEY_LIFE_MS) return null
  let after: string | null = null
  for (let pages = 0; pages < PAGES_MAX; pages += 1) {
    const found = await gateway.feed.refundsSince(toInstant(createdAt - HOUR_MS), after)
    if (!found.ok) throw new Error(`The refund ${id} waits: ${found.kind} ${found.code}`)
    const own = found.value.items.find(({ refundId: one }) => one === id)
    if (own !== undefined) return own
    after = found.value.next
    if (after === null) return null
  }
  throw new Error(`The refund ${id} waits: there are more refunds than are looked through`)
}

/** New ones written down, and those that were and are not answered. */
async function planned({ settlement, gateway }: PayingPorts, billId: string) {
  let waiting: readonly Refund[] = []
  await settlement.act(async (tx, now) => {
    const story = must(await findBill(tx, billId), 'bills are never removed')
    const known = await refundsOf(tx, [billId])
    const paid = new Map(
      (await attemptsOf(tx, purposesOf(billId))).flatMap(({ id, ref }) =>
        ref === null ? [] : [[id, ref]],
      ),
    )
    const on = await localDate(tx, story.bill.siteId, now)
    let all = known
    for (const { paymentId, amount } of planRefunds(story, known).toCards) {
      const paymentRef = paid.get(paymentId)
      if (paymentRef === undefined) continue
      const id = refundId(story.bill.id, all)
      const about = { id, billId: story.bill.id, paymentId, paymentRef, amount }
      all = [...all, { ...about, state: 'created', ref: null, createdAt: now, on }]
    }
    waiting = all.filter(({ state }) => state === 'created')
    return all.slice(known.length).map((refund) => ({ kind: 'refund', mode: gateway.mode, refund }))
  })
  return waiting
}

type HeardRefund = Pick<GatewayRefund, 'state'> & { readonly id: string | null }

/** Once in the books when it is on its way, and once out of them when it never arrived. */
export async function hearRefund(
  { settlement, gateway }: PayingPorts,
  id: string,
  heard: HeardRefund,
): Promise<void> {
  await settlement.act(async (tx, now) => {
    const refund = must(await findRefund(tx, { id, ref: id }), `refund ${id} was written down`)
    const hasFailed = heard.state === 'failed' || heard.state === 'canceled'
    const state = hasFailed ? 'failed' : 'sent'
    if (refund.state === state || refund.state === 'failed') return []
    const told = { ...refund, state, ref: heard.id ?? refund.ref } as const
    if (refund.billId === null) return ofDeposit(tx, told, gateway.mode, now)
    const story = must(await findBill(tx, refund.billId), 'bills are never removed')
    const next = { ...told, on: await localDate(tx, story.bill.siteId, now) }
    const fact: Fact = { kind: 'refund', mode: gateway.mode, refund: next }
    return [fact, ...posted(story, refund, next, now)]
  })
}

function posted(
  { bill }: BillStory,
  before: Refund,
  { amount, on, state }: Refund,
  notedAt: Instant,
): readonly Fact[] {
  const noted = { billId: bill.id, method: 'card', on, reference: '', notedAt } as const
  const given: Payment = {
    ...noted,
    id: before.id,
    amount: subtract(zero(amount.currency), amount),
  }
  const returned: Payment = { ...noted, id: returnId(before), amount }
  if (state === 'sent') return [{ kind: 'payment', bill, payment: given }]
  return before.state === 'sent' ? [{ kind: 'payment', bill, payment: returned }] : []
}

/** One that was made by hand where the money is moved: it is in the books from then on. */
export async function takeForeignRefund(
  ports: PayingPorts,
  found: GatewayRefund,
  attempt: {
    readonly id: string
    readonly purpose: Purpose
    readonly siteId: string
  },
): Promise<void> {
  const { settlement, gateway } = ports
  await settlement.act(async (tx, now) => {
    const known = await findRefund(tx, { id: null, ref: found.id })
    if (known !== null) return []
    const paymentRef = must(found.payment, 'a refund is of a payment')
    const on = await localDate(tx, attempt.siteId, now)
    if (attempt.purpose.kind === 'deposit') {
      return takenFromDeposit(tx, found, attempt.id, gateway.mode, { on, now })
    }
    const { bill } = must(
      await findBill(tx, billIdOfPurpose(attempt.purpose)),
      'bills are never removed',
    )
    const refund: Refund = {
      ...{ id: found.id, billId: bill.id, paymentId: attempt.id, amount: found.amount },
      ...{ paymentRef, state: 'created', ref: found.id, createdAt: now, on },
    }
    return [{ kind: 'refund', mode: gateway.mode, refund }]
  })
  // Of a deposit more than is left of it is in no book.
  if ((await findRefund(ports.storage.read, { id: null, ref: found.id })) === null) return
  await hearRefund(ports, found.id, found)
}
