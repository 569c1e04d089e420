/** The processor's objects as the house's own. Each is checked to be what it says before a word of it is used. */
import type Stripe from 'stripe'
import { type Instant, toInstant } from '../../../domain/values/instant.ts'
import type {
  GatewayCheckout,
  GatewayDispute,
  GatewayMethod,
  GatewayMovement,
  GatewayPayer,
  GatewayPayment,
  GatewayPaymentState,
  GatewayRefund,
} from '../gateway.ts'
import { fromProcessor } from './amounts.ts'
import { believe } from './answered.ts'

const payerKey = 'payerId'
export const attemptKey = 'attemptId'
export const refundKey = 'refundId'

/** Of a thing of that kind, with an id; and of the right half of the processor, where it says so. */
function expectKind(
  given: { readonly object: string; readonly id: string; readonly livemode?: boolean },
  kind: string,
  isLive: boolean,
): void {
  believe(given?.object === kind && typeof given.id === 'string', `it is no ${kind}`)
  believe((given.livemode ?? isLive) === isLive, 'it is of the other half, live or test')
}

export function idOf(given: string | { readonly id: string } | null | undefined): string | null {
  return typeof given === 'string' ? given : (given?.id ?? null)
}

export function instantOf(seconds: number): Instant {
  return toInstant(seconds * 1000)
}

export function readPayer(
  given: Stripe.Customer | Stripe.DeletedCustomer,
  isLive: boolean,
): GatewayPayer {
  expectKind(given, 'customer', isLive)
  if (given.deleted === true) return { id: given.id, payerId: null, defaultMethod: null }
  const { id, metadata, invoice_settings: settings } = given
  return {
    ...{ id, payerId: metadata[payerKey] ?? null },
    defaultMethod: idOf(settings.default_payment_method),
  }
}

export function readMethod(given: Stripe.PaymentMethod, isLive: boolean): GatewayMethod {
  expectKind(given, 'payment_method', isLive)
  const { id, type: kind, card } = given
  return {
    ...{ id, payer: idOf(given.customer), kind, brand: card?.brand ?? kind },
    last4: card?.last4 ?? '',
    expires: card === undefined ? null : { year: card.exp_year, month: card.exp_month },
    fingerprint: card?.fingerprint ?? null,
  }
}

const paymentStates: Readonly<Record<string, GatewayPaymentState>> = {
  requires_payment_method: 'needs-method',
  requires_confirmation: 'needs-confirmation',
  requires_action: 'needs-action',
  requires_capture: 'needs-capture',
  processing: 'processing',
  succeeded: 'succeeded',
  canceled: 'canceled',
}

export function readPayment(given: Stripe.PaymentIntent, isLive: boolean): GatewayPayment {
  expectKind(given, 'payment_intent', isLive)
  const { id, status, amount, amount_received, currency, last_payment_error: error } = given
  believe(Number.isSafeInteger(amount) && typeof currency === 'string', 'it has an amount')
  return {
    ...{ id, state: paymentStates[status] ?? 'other' },
    amount: fromProcessor(amount, currency),
    received: fromProcessor(amount_received, currency),
    ...{ payer: idOf(given.customer), method: idOf(given.payment_method) },
    attemptId: given.metadata[attemptKey] ?? null,
    failure:
      error === null ? null : { code: error.code ?? null, declineCode: error.decline_code ?? null },
    createdAt: instantOf(given.created),
  }
}

const refundStates: Readonly<Record<string, GatewayRefund['state']>> = {
  ...{ pending: 'pending', requires_action: 'needs-action', succeeded: 'succeeded' },
  ...{ failed: 'failed', canceled: 'canceled' },
}

/** The one kind of object that does not say which half of the processor it is of. */
export function readRefund(given: Stripe.Refund): GatewayRefund {
  expectKind(given, 'refund', false)
  const { id, amount, currency, metadata, created } = given
  return {
    ...{ id, payment: idOf(given.payment_intent), amount: fromProcessor(amount, currency) },
    state: refundStates[given.status ?? ''] ?? 'other',
    refundId: metadata?.[refundKey] ?? null,
    failureReason: given.failure_reason ?? null,
    createdAt: instantOf(created),
  }
}

const checkoutStates: Readonly<Record<string, GatewayCheckout['state']>> = {
  ...{ open: 'open', complete: 'complete', expired: 'expired' },
}

const checkoutModes: Readonly<Record<string, GatewayCheckout['mode']>> = {
  ...{ payment: 'payment', setup: 'setup' },
}

export function readCheckout(
  given: Stripe.Checkout.Session,
  method: string | null,
  isLive: boolean,
): GatewayCheckout {
  expectKind(given, 'checkout.session', isLive)
  const { id, mode, status, url, amount_total: total, currency, metadata } = given
  return {
    ...{ id, mode: checkoutModes[mode] ?? 'other', url },
    state: checkoutStates[status ?? ''] ?? 'other',
    isPaid: given.payment_status === 'paid',
    ...{ payer: idOf(given.customer), payment: idOf(given.payment_intent), method },
    attemptId: metadata?.[attemptKey] ?? null,
    amount: total === null || currency === null ? null : fromProcessor(total, currency),
  }
}

const disputeStates: Readonly<Record<string, GatewayDispute['state']>> = {
  ...{ needs_response: 'needs-response', warning_needs_response: 'needs-response' },
  ...{ appeal_needs_response: 'needs-response', under_review: 'under-review' },
  ...{ warning_under_review: 'under-review', appeal_under_review: 'under-review' },
  ...{ won: 'won', lost: 'lost', warning_closed: 'won', prevented: 'prevented' },
}

export function readDispute(given: Stripe.Dispute, isLive: boolean): GatewayDispute {
  expectKind(given, 'dispute', isLive)
  const due = given.evidence_details.due_by
  return {
    ...{ id: given.id, payment: idOf(given.payment_intent), reason: given.reason },
    amount: fromProcessor(given.amount, given.currency),
    state: disputeStates[given.status] ?? 'other',
    isRefundable: given.is_charge_refundable,
    evidenceDueAt: due === null ? null : instantOf(due),
    createdAt: instantOf(given.created),
  }
}

export function readMovement(given: Stripe.BalanceTransaction): GatewayMovement {
  expectKind(given, 'balance_transaction', false)
  const { id, type: kind, amount, fee, currency, created } = given
  return {
    ...{ id, kind, amount: fromProcessor(amount, currency), fee: fromProcessor(fee, currency) },
    source: idOf(given.source),
    at: instantOf(created),
  }
}
