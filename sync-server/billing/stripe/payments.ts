/** Charges, what is taken back of them, and what others take back. */
import type Stripe from 'stripe'
import type { ChargeCommand, GatewayPayment, PaymentGateway, Redirect } from '../gateway.ts'
import { toProcessor } from './amounts.ts'
import { answered, believe, invalid } from './answered.ts'
import type { Door } from './open-gateway.ts'
import { attemptKey, readDispute, readPayment, readRefund, refundKey } from './read-objects.ts'

/** Payments of one payer that are looked through for an attempt, in pages: a payer has few, and the attempt is a recent one. */
const PAGE = 100
const PAGES_MAX = 10

export function paymentsOf({ stripe, isLive }: Door) {
  const read = (given: Stripe.PaymentIntent) => readPayment(given, isLive)

  /** The payment that was asked for, and no other. */
  async function expectPayment(id: string, work: () => Promise<Stripe.PaymentIntent>) {
    const payment = read(await work())
    believe(payment.id === id, 'it is the payment that was asked for')
    return payment
  }

  const payments: PaymentGateway['payments'] = {
    charge: async (command, idempotencyKey) => {
      const amount = toProcessor(command.amount)
      if (amount === null) return invalid('amount-not-chargeable')
      const answer = await answered(async () => {
        const parameters = chargeParameters(command, amount)
        const payment = read(await stripe.paymentIntents.create(parameters, { idempotencyKey }))
        believe(isWhatWasAsked(payment, command), 'it is the payment that was asked for')
        return payment
      })
      if (!answer.ok || answer.value.state !== 'needs-action') return answer
      const ref = answer.value.id
      const said = { ok: false, code: null, declineCode: null, ref } as const
      return { ...said, kind: 'action-required', retry: 'never' }
    },
    resume: (id, { method, returnUrl }, idempotencyKey) =>
      answered(async () => {
        const found = await stripe.paymentIntents.retrieve(id)
        const isWaiting = found.status === 'requires_action'
        const parameters = { payment_method: method, return_url: returnUrl }
        const now =
          isWaiting || found.status === 'succeeded'
            ? found
            : await stripe.paymentIntents.confirm(id, parameters, { idempotencyKey })
        const payment = await expectPayment(id, async () => now)
        return { payment, redirect: redirectOf(now) }
      }),
    cancel: (id, idempotencyKey) =>
      answered(() =>
        expectPayment(id, () => {
          const parameters = { cancellation_reason: 'abandoned' } as const
          return stripe.paymentIntents.cancel(id, parameters, { idempotencyKey })
        }),
      ),
    capture: async (id, money, idempotencyKey) => {
      const amount_to_capture = toProcessor(money)
      if (amount_to_capture === null) return invalid('amount-not-chargeable')
      return answered(async () => {
        const payment = await expectPayment(id, () =>
          stripe.paymentIntents.capture(id, { amount_to_capture }, { idempotencyKey }),
        )
        believe(payment.received.amountMinor === money.amountMinor, 'it is what was captured')
        return payment
      })
    },
    get: (id) => answered(() => expectPayment(id, () => stripe.paymentIntents.retrieve(id))),
    findByAttempt: ({ attemptId, payer, since }) =>
      answered(async () => {
        const created = { gte: Math.floor(since / 1000) }
        const parameters = { customer: payer, created, limit: PAGE }
        let after: string | null = null
        for (let pages = 0; pages < PAGES_MAX; pages += 1) {
          const more: { starting_after?: string } = after === null ? {} : { starting_after: after }
          const found = await stripe.paymentIntents.list({ ...parameters, ...more })
          believe(found?.object === 'list' && Array.isArray(found.data), 'it is a list')
          const own = found.data.find(({ metadata }) => metadata[attemptKey] === attemptId)
          if (own !== undefined) return read(own)
          after = found.data.at(-1)?.id ?? null
          if (!found.has_more || after === null) break
        }
        return null
      }),
  }
  return { payments, refunds: refundsOf(stripe), disputes: disputesOf(stripe, isLive) }
}

function chargeParameters(
  command: ChargeCommand,
  amount: number,
): Stripe.PaymentIntentCreateParams {
  const { payer, method, isOffSession, returnUrl, attemptId, capture } = command
  return {
    ...{ amount, currency: command.amount.currency.toLowerCase() },
    ...{ customer: payer, payment_method: method, confirm: true },
    ...(isOffSession ? { off_session: true } : {}),
    ...(capture === 'later' ? { capture_method: 'manual' as const } : {}),
    automatic_payment_methods: {
      enabled: true,
      allow_redirects: returnUrl === null ? 'never' : 'always',
    },
    ...(returnUrl === null ? {} : { return_url: returnUrl }),
    metadata: { [attemptKey]: attemptId },
  }
}

function isWhatWasAsked(payment: GatewayPayment, { amount, payer, attemptId }: ChargeCommand) {
  return (
    payment.amount.amountMinor === amount.amountMinor &&
    payment.amount.currency === amount.currency &&
    payment.payer === payer &&
    payment.attemptId === attemptId
  )
}

function redirectOf({ status, next_action: action }: Stripe.PaymentIntent): Redirect | null {
  const url = action?.redirect_to_url?.url ?? null
  return status === 'requires_action' && url !== null ? { kind: 'redirect', url } : null
}

function refundsOf(stripe: Stripe): PaymentGateway['refunds'] {
  return {
    create: async ({ refundId, payment, amount: money }, idempotencyKey) => {
      const amount = toProcessor(money)
      if (amount === null) return invalid('amount-not-chargeable')
      return answered(async () => {
        const metadata = { [refundKey]: refundId }
        const reason = 'requested_by_customer' as const
        const parameters = { payment_intent: payment, amount, reason, metadata }
        const refund = readRefund(await stripe.refunds.create(parameters, { idempotencyKey }))
        const isIt = refund.refundId === refundId && refund.payment === payment
        const { amountMinor, currency } = refund.amount
        const isAll = amountMinor === money.amountMinor && currency === money.currency
        believe(isIt && isAll, 'it is the refund that was asked for')
        return refund
      })
    },
    get: (id) =>
      answered(async () => {
        const refund = readRefund(await stripe.refunds.retrieve(id))
        believe(refund.id === id, 'it is the refund that was asked for')
        return refund
      }),
  }
}

function disputesOf(stripe: Stripe, isLive: boolean): PaymentGateway['disputes'] {
  async function expectDispute(id: string, work: () => Promise<Stripe.Dispute>) {
    const dispute = readDispute(await work(), isLive)
    believe(dispute.id === id, 'it is the dispute that was asked for')
    return dispute
  }
  return {
    get: (id) => answered(() => expectDispute(id, () => stripe.disputes.retrieve(id))),
    submitEvidence: (id, words, idempotencyKey) =>
      answered(() =>
        expectDispute(id, () => {
          const parameters = { evidence: { uncategorized_text: words }, submit: true }
          return stripe.disputes.update(id, parameters, { idempotencyKey })
        }),
      ),
  }
}
