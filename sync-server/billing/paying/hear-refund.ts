/** What was heard of refunds goes into the books here: from the answer to our own call, from a message, or from our own look. */
import { billIdOfPurpose } from '../../../domain/billing/booked-bill.ts'
import type { Purpose } from '../../../domain/billing/paying/attempt.ts'
import { type Refund, returnId } from '../../../domain/billing/paying/refund.ts'
import type { BillStory, Payment } from '../../../domain/billing/payment.ts'
import { must } from '../../../domain/values/assert.ts'
import type { Instant } from '../../../domain/values/instant.ts'
import { subtract, zero } from '../../../domain/values/money.ts'
import type { Fact } from '../../settlement/kind.ts'
import { findBill } from '../../storage/load-bills.ts'
import { findRefund } from '../../storage/load-paying.ts'
import type { GatewayRefund } from '../gateway.ts'
import { ofDeposit, takenFromDeposit } from './deposit-back.ts'
import { localDate } from './hear.ts'
import type { PayingPorts } from './ports.ts'

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
    if (refund.state === state || isOver(refund)) return []
    const told = { ...refund, state, ref: heard.id ?? refund.ref } as const
    if (refund.billId === null) return ofDeposit(tx, told, gateway.mode, now)
    const story = must(await findBill(tx, refund.billId), 'bills are never removed')
    const next = { ...told, on: await localDate(tx, story.bill.siteId, now) }
    const fact: Fact = { kind: 'refund', mode: gateway.mode, refund: next }
    return [fact, ...posted(story, refund, next, now)]
  })
}

/** One that was withdrawn and turns out to have been made went back all the same. */
function isOver({ state }: Refund): boolean {
  return state === 'failed' || state === 'taken'
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
