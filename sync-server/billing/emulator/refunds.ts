/** Refunds: never more than was received, and none while the charge is disputed. */
import { moveBalance } from './balance.ts'
import { type Call, done, type Handler, metadataOf, number, text } from './call.ts'
import type { Dispute, PaymentIntent, Refund } from './objects.ts'
import { page, pageOf } from './pages-of.ts'
import { Refused } from './refused.ts'

/** Refunds of one payment that are looked at together; nobody gives back a bill in more parts. */
const REFUNDS_MAX = 1_000

const create: Handler = async (call) => {
  const { objects, parameters } = call
  const payment = await objects.get<PaymentIntent>(
    'payment_intent',
    text(parameters, 'payment_intent') ?? '',
  )
  if (payment.status !== 'succeeded') {
    throw new Refused(400, 'charge_not_refundable', 'Nothing was received yet.')
  }
  const disputes = await objects.list<Dispute>({ kind: 'dispute', owner: payment.id, limit: 1 })
  if (disputes.some(({ is_charge_refundable }) => !is_charge_refundable)) {
    throw new Refused(400, 'charge_disputed', 'The charge is disputed.')
  }
  const left = payment.amount_received - (await givenBack(call, payment))
  const amount = number(parameters, 'amount') ?? left
  if (left === 0) throw new Refused(400, 'charge_already_refunded', 'All of it was given back.')
  if (amount < 1 || amount > left) throw new Refused(400, null, 'More than is left of the charge.')
  const { currency } = payment
  const id = call.makeId('re')
  const refund = {
    ...{ id, object: 'refund', created: call.now, amount, currency, status: 'succeeded' },
    balance_transaction: (await moveBalance(call, 'refund', id, -amount, currency)).id,
    ...{ charge: payment.latest_charge, customer: payment.customer, customer_account: null },
    ...{ metadata: metadataOf(parameters), payment_intent: payment.id },
    ...{ payment_method: payment.payment_method, reason: text(parameters, 'reason') },
    ...{ receipt_number: null, source_transfer_reversal: null, transfer_reversal: null },
  }
  await objects.put(refund, payment.id)
  await call.announce('refund.created', refund)
  return done(refund)
}

async function givenBack({ objects }: Call, { id }: PaymentIntent): Promise<number> {
  const refunds = await objects.list<Refund>({ kind: 'refund', owner: id, limit: REFUNDS_MAX })
  return refunds
    .filter(({ status }) => status !== 'failed' && status !== 'canceled')
    .reduce((sum, { amount }) => sum + amount, 0)
}

/** docs: banks may send a refund back days later. */
export async function failRefund(call: Call): Promise<void> {
  const refund = await call.objects.get<Refund>('refund', call.id)
  refund.status = 'failed'
  refund.failure_reason = 'expired_or_canceled_card'
  await call.objects.put(refund, refund.payment_intent)
  await moveBalance(call, 'refund_failure', refund.id, refund.amount, refund.currency)
  await call.announce('refund.failed', refund)
}

const list: Handler = async (call) =>
  done(pageOf(await page<Refund>(call, { kind: 'refund' }), '/v1/refunds'))

export const refundHandlers: Readonly<Record<string, Handler>> = {
  'Refunds.create': create,
  'Refunds.list': list,
  'Refunds.retrieve': async ({ objects, id }) => done(await objects.get('refund', id)),
}
