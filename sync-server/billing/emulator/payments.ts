/** Payment intents: what they are in, and what a card makes of them. */

import { moveBalance } from './balance.ts'
import {
  type Call,
  declinedOn,
  done,
  type Handler,
  metadataOf,
  number,
  type Reply,
  text,
} from './call.ts'
import { cardOf } from './cards.ts'
import { openDispute } from './disputes.ts'
import type { CardError, Customer, PaymentIntent, PaymentMethod } from './objects.ts'
import { page, pageOf } from './pages-of.ts'
import { methodOfCustomer } from './payers.ts'
import { Refused } from './refused.ts'

/** docs: half of a euro, a dollar and the like; other currencies have their own, which nobody asks the emulator for. */
const AMOUNT_MIN = 50

export function newPayment(
  call: Call,
  given: Pick<PaymentIntent, 'amount' | 'currency' | 'customer' | 'metadata' | 'capture_method'>,
): PaymentIntent {
  const { amount } = given
  if (amount < AMOUNT_MIN) throw new Refused(400, 'amount_too_small', 'The amount is too small.')
  const payment = {
    ...given,
    ...{ id: call.makeId('pi'), object: 'payment_intent', created: call.now, livemode: false },
    ...{ amount_capturable: 0, amount_received: 0, status: 'requires_payment_method' },
    ...{ payment_method: null, latest_charge: null, last_payment_error: null, next_action: null },
    ...{ canceled_at: null, cancellation_reason: null, setup_future_usage: null },
    ...{ allowed_payment_method_types: null, application: null, application_fee_amount: null },
    automatic_payment_methods: { allow_redirects: 'never', enabled: true },
    ...{ client_secret: null, confirmation_method: 'automatic', customer_account: null },
    ...{ description: null, excluded_payment_method_types: null, managed_payments: null },
    ...{ on_behalf_of: null, payment_method_configuration_details: null, payment_record: null },
    ...{ payment_method_options: null, payment_method_types: ['card'], processing: null },
    ...{ receipt_email: null, review: null, shipping: null, source: null, transfer_group: null },
    ...{ statement_descriptor: null, statement_descriptor_suffix: null },
  }
  return payment
}

const create: Handler = async (call) => {
  const { parameters } = call
  const customer = text(parameters, 'customer')
  if (customer !== null) await call.objects.get<Customer>('customer', customer)
  const payment = newPayment(call, {
    amount: number(parameters, 'amount') ?? 0,
    currency: (text(parameters, 'currency') ?? '').toLowerCase(),
    customer,
    metadata: metadataOf(parameters),
    capture_method: text(parameters, 'capture_method') ?? 'automatic',
  })
  const methodId = text(parameters, 'payment_method')
  if (methodId !== null) {
    payment.payment_method = (await methodOfCustomer(call, methodId, customer)).id
    payment.status = 'requires_confirmation'
  }
  await call.objects.put(payment, customer ?? '')
  await call.announce('payment_intent.created', payment)
  if (parameters['confirm'] !== true) return done(payment)
  return confirmed(call, payment)
}

const confirm: Handler = async (call) => {
  const payment = await call.objects.get<PaymentIntent>('payment_intent', call.id)
  expectState(payment, ['requires_payment_method', 'requires_confirmation'])
  const methodId = text(call.parameters, 'payment_method')
  if (methodId !== null) {
    payment.payment_method = (await methodOfCustomer(call, methodId, payment.customer)).id
  }
  return confirmed(call, payment)
}

async function confirmed(call: Call, payment: PaymentIntent): Promise<Reply> {
  const { parameters } = call
  const id = payment.payment_method
  if (id === null) throw new Refused(400, 'payment_intent_unexpected_state', 'It has no method.')
  const method = await call.objects.get<PaymentMethod>('payment_method', id)
  const isOffSession = 'off_session' in parameters && parameters['off_session'] !== false
  const error = await attempt(call, payment, method, {
    isOffSession,
    returnUrl: text(parameters, 'return_url'),
  })
  return error === null ? done(payment) : declinedOn(error, { payment_intent: payment })
}

/** Lets the card decide. Gives why it said no. */
export async function attempt(
  call: Call,
  payment: PaymentIntent,
  method: PaymentMethod,
  how: { readonly isOffSession: boolean; readonly returnUrl: string | null },
): Promise<CardError | null> {
  const { refusal, ...card } = { needsAuthentication: false, ...cardOf(method) }
  if (refusal !== null) return fail(call, payment, refusal)
  if (card.needsAuthentication && how.isOffSession) {
    return fail(call, payment, {
      ...{ type: 'card_error', code: 'authentication_required' },
      ...{ decline_code: 'authentication_required', message: 'Authentication is required.' },
    })
  }
  payment.payment_method = method.id
  if (card.needsAuthentication) {
    payment.status = 'requires_action'
    const url = `${call.origin}/demo-checkout/prove/${payment.id}`
    payment.next_action = {
      ...{ type: 'redirect_to_url', redirect_to_url: { url, return_url: how.returnUrl } },
    }
    await call.objects.put(payment, payment.customer ?? '')
    await call.announce('payment_intent.requires_action', payment)
    return null
  }
  await succeed(call, payment, method)
  return null
}

/** docs: it goes back to asking for a method, and says what was wrong with the one before. */
export async function fail(call: Call, payment: PaymentIntent, error: CardError) {
  payment.status = 'requires_payment_method'
  payment.payment_method = null
  payment.next_action = null
  payment.last_payment_error = error
  await call.objects.put(payment, payment.customer ?? '')
  await call.announce('payment_intent.payment_failed', payment)
  return error
}

export async function succeed(call: Call, payment: PaymentIntent, method: PaymentMethod) {
  payment.next_action = null
  payment.last_payment_error = null
  payment.payment_method = method.id
  payment.latest_charge = call.makeId('ch')
  if (payment.capture_method === 'manual') {
    payment.status = 'requires_capture'
    payment.amount_capturable = payment.amount
    await call.objects.put(payment, payment.customer ?? '')
    await call.announce('payment_intent.amount_capturable_updated', payment)
    return
  }
  await receive(call, payment, payment.amount)
  if ('isDisputed' in cardOf(method)) await openDispute(call, payment)
}

async function receive(call: Call, payment: PaymentIntent, amount: number): Promise<void> {
  payment.status = 'succeeded'
  payment.amount_capturable = 0
  payment.amount_received = amount
  await call.objects.put(payment, payment.customer ?? '')
  await moveBalance(call, 'charge', payment.latest_charge ?? payment.id, amount, payment.currency)
  await call.announce('payment_intent.succeeded', payment)
}

const cancel: Handler = async (call) => {
  const payment = await call.objects.get<PaymentIntent>('payment_intent', call.id)
  expectState(payment, [
    ...['requires_payment_method', 'requires_capture', 'requires_confirmation'],
    'requires_action',
  ])
  payment.status = 'canceled'
  payment.canceled_at = call.now
  payment.cancellation_reason = text(call.parameters, 'cancellation_reason')
  payment.amount_capturable = 0
  payment.next_action = null
  await call.objects.put(payment, payment.customer ?? '')
  await call.announce('payment_intent.canceled', payment)
  return done(payment)
}

const capture: Handler = async (call) => {
  const payment = await call.objects.get<PaymentIntent>('payment_intent', call.id)
  expectState(payment, ['requires_capture'])
  const amount = number(call.parameters, 'amount_to_capture') ?? payment.amount
  if (amount > payment.amount_capturable || amount < 1) {
    throw new Refused(400, 'amount_too_large', 'More than was set aside.')
  }
  await receive(call, payment, amount)
  return done(payment)
}

function expectState(payment: PaymentIntent, states: readonly string[]): void {
  if (states.includes(payment.status)) return
  throw new Refused(
    400,
    'payment_intent_unexpected_state',
    `This PaymentIntent is ${payment.status}.`,
    { payment_intent: payment },
  )
}

const list: Handler = async (call) => {
  const owner = text(call.parameters, 'customer') ?? undefined
  const found = await page<PaymentIntent>(call, { kind: 'payment_intent', owner })
  return done(pageOf(found, '/v1/payment_intents'))
}

export const paymentHandlers: Readonly<Record<string, Handler>> = {
  'PaymentIntents.create': create,
  'PaymentIntents.retrieve': async ({ objects, id }) =>
    done(await objects.get('payment_intent', id)),
  'PaymentIntents.list': list,
  'PaymentIntents.confirm': confirm,
  'PaymentIntents.cancel': cancel,
  'PaymentIntents.capture': capture,
  'SetupIntents.retrieve': async ({ objects, id }) => done(await objects.get('setup_intent', id)),
}
