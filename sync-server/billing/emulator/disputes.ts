/** Disputes: opened by the card of that name, decided by the words that the processor's documentation gives for tests. */
import { moveBalance } from './balance.ts'
import { type Call, done, type Handler, record, text } from './call.ts'
import type { Dispute, PaymentIntent } from './objects.ts'
import { Refused } from './refused.ts'

/** assumed: a week to answer. */
const DUE_AFTER_S = 7 * 86_400

const noEvidence = Object.fromEntries(
  [
    ...['access_activity_log', 'billing_address', 'cancellation_policy', 'customer_communication'],
    ...['cancellation_policy_disclosure', 'cancellation_rebuttal', 'customer_email_address'],
    ...['customer_name', 'customer_purchase_ip', 'customer_signature', 'duplicate_charge_id'],
    ...['duplicate_charge_documentation', 'duplicate_charge_explanation', 'product_description'],
    ...['receipt', 'refund_policy', 'refund_policy_disclosure', 'refund_refusal_explanation'],
    ...['service_date', 'service_documentation', 'shipping_address', 'shipping_carrier'],
    ...['shipping_date', 'shipping_documentation', 'shipping_tracking_number'],
    ...['uncategorized_file', 'uncategorized_text'],
  ].map((name) => [name, null]),
)

/** docs: the money is taken back at once, all of it or a part, and while it is argued about the charge cannot be refunded. */
export async function openDispute(
  call: Call,
  payment: PaymentIntent,
  amount = payment.amount,
): Promise<void> {
  const { currency, id: payment_intent, latest_charge: charge } = payment
  const id = call.makeId('dp')
  const taken = await moveBalance(call, 'adjustment', id, -amount, currency)
  const dispute = {
    ...{ id, object: 'dispute', created: call.now, livemode: false, metadata: {} },
    ...{ amount, currency, charge, payment_intent, balance_transactions: [taken] },
    ...{ status: 'needs_response', reason: 'fraudulent', is_charge_refundable: false },
    ...{ enhanced_eligibility_types: [], intended_submission_method: null },
    evidence: { ...noEvidence, enhanced_evidence: {} },
    evidence_details: {
      ...{ due_by: call.now + DUE_AFTER_S, enhanced_eligibility: {}, has_evidence: false },
      ...{ past_due: false, submission_count: 0, submission_method: 'not_submitted' },
    },
  }
  await call.objects.put(dispute, payment.id)
  await call.announce('charge.dispute.created', dispute)
  await call.announce('charge.dispute.funds_withdrawn', dispute)
}

const update: Handler = async (call) => {
  const dispute = await call.objects.get<Dispute>('dispute', call.id)
  if (dispute.status !== 'needs_response') {
    throw new Refused(400, 'invalid_request', 'The dispute takes no evidence any more.')
  }
  const words = text(record(call.parameters, 'evidence'), 'uncategorized_text')
  dispute.evidence = { ...dispute.evidence, uncategorized_text: words }
  dispute.evidence_details = { ...dispute.evidence_details, has_evidence: words !== null }
  if (call.parameters['submit'] === false) {
    await call.objects.put(dispute, dispute.payment_intent)
    return done(dispute)
  }
  const submitted = { submission_count: 1, submission_method: 'manual' }
  dispute.evidence_details = { ...dispute.evidence_details, ...submitted }
  dispute.status = words === 'winning_evidence' ? 'won' : 'under_review'
  if (words === 'losing_evidence') dispute.status = 'lost'
  // assumed: what was won may be refunded as before.
  if (dispute.status === 'won') dispute.is_charge_refundable = true
  await call.objects.put(dispute, dispute.payment_intent)
  await call.announce('charge.dispute.updated', dispute)
  if (dispute.status !== 'under_review') await close(call, dispute)
  return done(dispute)
}

async function close(call: Call, dispute: Dispute): Promise<void> {
  if (dispute.status === 'won') {
    await moveBalance(call, 'adjustment', dispute.id, dispute.amount, dispute.currency)
    await call.announce('charge.dispute.funds_reinstated', dispute)
  }
  await call.announce('charge.dispute.closed', dispute)
}

/** docs: what nobody answers in time is lost. */
async function disputeNow(call: Call): Promise<Dispute> {
  const dispute = await call.objects.get<Dispute>('dispute', call.id)
  const { due_by: dueBy } = dispute.evidence_details
  if (dispute.status !== 'needs_response' || call.now <= dueBy) return dispute
  dispute.status = 'lost'
  dispute.evidence_details = { ...dispute.evidence_details, past_due: true }
  await call.objects.put(dispute, dispute.payment_intent)
  await close(call, dispute)
  return dispute
}

export const disputeHandlers: Readonly<Record<string, Handler>> = {
  'Disputes.retrieve': async (call) => done(await disputeNow(call)),
  'Disputes.update': update,
}
