/** Asks for refunds that are written down, each with its own key, and sees to what is refused because a bank took the payment back. */
import { coverOf, type Dispute, isOpenDispute } from '../../../domain/billing/paying/dispute.ts'
import { type Refund, refundKey } from '../../../domain/billing/paying/refund.ts'
import { must } from '../../../domain/values/assert.ts'
import { HOUR_MS, toInstant } from '../../../domain/values/instant.ts'
import { disputesOf } from '../../storage/load-disputes.ts'
import { findRefund, refundsOf } from '../../storage/load-paying.ts'
import type { Reader } from '../../storage/storage.ts'
import type { GatewayRefund, GatewayRefusal } from '../gateway.ts'
import { hearRefund } from './hear-refund.ts'
import type { PayingPorts } from './ports.ts'
import { raiseRefused } from './raise-refused.ts'

/** A key is remembered for a day: what is older is looked for before it is sent again. */
const KEY_LIFE_MS = 23 * HOUR_MS
/** Of a hundred refunds: those of some days, in a large house. */
const PAGES_MAX = 100

/** Gives whether a bank has decided since, so that what is owed is to be planned anew. */
export async function sendRefunds(
  ports: PayingPorts,
  refunds: readonly Refund[],
): Promise<boolean> {
  const { gateway, now } = ports
  let isAgain = false
  for (const refund of refunds) {
    const { id, paymentRef: payment, amount } = refund
    const known = await findMade(ports, refund)
    const answer =
      known === null
        ? await gateway.refunds.create({ refundId: id, payment, amount }, refundKey(refund, now()))
        : ({ ok: true, value: known } as const)
    if (answer.ok) await hearRefund(ports, id, answer.value)
    else isAgain = (await refused(ports, refund, answer)) || isAgain
  }
  return isAgain
}

/** It is tried again, unless it never can be, or somebody else decides when. */
async function refused(
  ports: PayingPorts,
  refund: Refund,
  answer: GatewayRefusal,
): Promise<boolean> {
  const { id } = refund
  if (answer.kind === 'disputed') {
    const { disputes, refunds } = await aboutRefund(ports.storage.read, refund)
    await markDisputed(ports, id)
    if (isOpenDispute(refund.paymentId, disputes)) return false
    if (coverOf(refund.paymentId, disputes, refunds) > 0) return true
    if (isLost(refund.paymentId, disputes)) {
      await hearRefund(ports, id, { id: null, state: 'failed' })
      return false
    }
  } else if (answer.retry === 'never') {
    await raiseRefused(ports, id, answer)
    await hearRefund(ports, id, { id: null, state: 'failed' })
    return false
  }
  throw new Error(`The refund ${id} waits: ${answer.kind} ${answer.code}`)
}

export function isLost(paymentId: string, disputes: readonly Dispute[]): boolean {
  return disputes.some((one) => one.paymentId === paymentId && one.state === 'lost')
}

async function aboutRefund(reader: Reader, { billId, fundId }: Refund) {
  const of = must(billId ?? fundId, 'it gives back of something')
  const disputes = (await disputesOf(reader, [of])).get(of) ?? []
  return { disputes, refunds: await refundsOf(reader, [of]) }
}

async function markDisputed({ settlement, gateway }: PayingPorts, id: string): Promise<void> {
  await settlement.act(async (tx) => {
    const known = must(await findRefund(tx, { id, ref: id }), `refund ${id} was written down`)
    if (known.isDisputed === true) return []
    return [{ kind: 'refund', mode: gateway.mode, refund: { ...known, isDisputed: true } }]
  })
}

/**
 * Of refunds that wait for a bank which has decided against the space: those that were never made. One that was made after all is heard of as
 * it is.
 */
export async function neverMade(
  ports: PayingPorts,
  refunds: readonly Refund[],
  disputes: readonly Dispute[],
): Promise<readonly string[]> {
  const unmade: string[] = []
  for (const refund of refunds) {
    const { id, paymentId, state, isDisputed } = refund
    const isDecided = isLost(paymentId, disputes) && !isOpenDispute(paymentId, disputes)
    if (state !== 'created' || isDisputed !== true || !isDecided) continue
    const made = await findMade(ports, refund)
    if (made === null) unmade.push(id)
    else await hearRefund(ports, id, made)
  }
  return unmade
}

/** Sent a day ago or longer and never answered, or under another key: what was made of it, or null. */
async function findMade(
  { gateway, now }: PayingPorts,
  refund: Refund,
): Promise<GatewayRefund | null> {
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
