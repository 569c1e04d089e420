/** The processor's own pages: a payment, or a method to keep. What a page sends back to us is never believed; its session is asked. */
import type Stripe from 'stripe'
import type { GatewayCheckout, PaymentGateway } from '../gateway.ts'
import { toProcessor } from './amounts.ts'
import { answered, believe, invalid } from './answered.ts'
import type { Door } from './open-gateway.ts'
import { attemptKey, idOf, readCheckout } from './read-objects.ts'

export function checkoutOf({ stripe, isLive }: Door): {
  readonly checkout: PaymentGateway['checkout']
  readonly startSetup: PaymentGateway['methods']['startSetup']
} {
  const read = (given: Stripe.Checkout.Session) => readCheckout(given, null, isLive)

  /** What was entered on a page for keeping a method stands in its setup. */
  async function withMethod(given: Stripe.Checkout.Session): Promise<GatewayCheckout> {
    const setup = idOf(given.setup_intent)
    if (setup === null || given.status !== 'complete') return read(given)
    const { object, payment_method } = await stripe.setupIntents.retrieve(setup)
    believe(object === 'setup_intent', 'it is the setup of the page')
    return readCheckout(given, idOf(payment_method), isLive)
  }
  return {
    startSetup: (command, idempotencyKey) =>
      answered(async () => {
        const metadata = { [attemptKey]: command.attemptId }
        const made = await stripe.checkout.sessions.create(
          {
            ...{ mode: 'setup', customer: command.payer, metadata },
            ...{ currency: command.currency.toLowerCase(), setup_intent_data: { metadata } },
            ...{ success_url: command.returnUrl, cancel_url: command.cancelUrl },
          },
          { idempotencyKey },
        )
        const { id, url, attemptId } = read(made)
        believe(attemptId === command.attemptId && url !== null, 'it is the page asked for')
        return { kind: 'redirect', url: url ?? '', checkout: id }
      }),
    checkout: {
      create: async (command, idempotencyKey) => {
        const unit_amount = toProcessor(command.amount)
        if (unit_amount === null) return invalid('amount-not-chargeable')
        const metadata = { [attemptKey]: command.attemptId }
        return answered(async () => {
          const currency = command.amount.currency.toLowerCase()
          const price_data = { currency, unit_amount, product_data: { name: command.title } }
          const kept = command.keepsMethod ? { setup_future_usage: 'off_session' as const } : {}
          const made = await stripe.checkout.sessions.create(
            {
              ...{ mode: 'payment', customer: command.payer, metadata },
              line_items: [{ quantity: 1, price_data }],
              payment_intent_data: { metadata, ...kept },
              ...{ success_url: command.returnUrl, cancel_url: command.cancelUrl },
            },
            { idempotencyKey },
          )
          const checkout = read(made)
          const isAll = checkout.amount?.amountMinor === command.amount.amountMinor
          believe(isAll && checkout.attemptId === command.attemptId, 'it is the page asked for')
          return checkout
        })
      },
      expire: (id, idempotencyKey) =>
        answered(async () => {
          const ended = await stripe.checkout.sessions.expire(id, {}, { idempotencyKey })
          believe(ended?.id === id, 'it is the page that was ended')
          return read(ended)
        }),
      get: (id) =>
        answered(async () => {
          const found = await stripe.checkout.sessions.retrieve(id)
          believe(found?.id === id, 'it is the page that was asked for')
          return withMethod(found)
        }),
    },
  }
}
