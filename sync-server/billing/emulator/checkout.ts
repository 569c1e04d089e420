/** Checkout sessions: a page that is asked for, and how it ends when nobody presses anything there. */
import { type Call, done, type Handler, metadataOf, number, record, text } from './call.ts'
import type { Parameters } from './form.ts'
import type { CheckoutSession, Customer, SetupIntent } from './objects.ts'
import { Refused } from './refused.ts'

/** docs: a day, unless asked otherwise. */
const EXPIRES_AFTER_S = 86_400

const create: Handler = async (call) => {
  const { parameters, now } = call
  const mode = text(parameters, 'mode') === 'setup' ? 'setup' : 'payment'
  const customer = text(parameters, 'customer')
  if (customer !== null) await call.objects.get<Customer>('customer', customer)
  const success = text(parameters, 'success_url')
  if (success === null) throw new Refused(400, 'parameter_missing', 'success_url is missing')
  const { total, currency } = mode === 'payment' ? totalOf(parameters) : noTotal(parameters)
  const id = call.makeId('cs')
  const setup = mode === 'setup' ? await newSetup(call, customer) : null
  const session = {
    ...{ id, object: 'checkout.session', created: now, livemode: false, mode, customer, currency },
    ...{ status: 'open', payment_status: mode === 'setup' ? 'no_payment_required' : 'unpaid' },
    ...{ amount_subtotal: total, amount_total: total, payment_intent: null },
    ...{ setup_intent: setup?.id ?? null, metadata: metadataOf(parameters) },
    ...{ success_url: success, cancel_url: text(parameters, 'cancel_url') },
    url: `${call.origin}/demo-checkout/${id}`,
    expires_at: number(parameters, 'expires_at') ?? now + EXPIRES_AFTER_S,
    automatic_tax: { enabled: false, liability: null, provider: null, status: null },
    custom_text: {
      ...{ after_submit: null, shipping_address: null, submit: null },
      terms_of_service_acceptance: null,
    },
    ...{ custom_fields: [], shipping_options: [], payment_method_types: ['card'] },
    ...{ ui_mode: 'hosted_page', discounts: [], ...absent },
  }
  await call.objects.put(session, customer ?? '')
  await keepWishes(call, id, parameters)
  return done(session)
}

const absent = Object.fromEntries(
  [
    ...['adaptive_pricing', 'after_expiration', 'allow_promotion_codes', 'client_reference_id'],
    ...['allowed_payment_method_types', 'billing_address_collection', 'client_secret', 'consent'],
    ...['collected_information', 'consent_collection', 'currency_conversion', 'customer_account'],
    ...['customer_creation', 'customer_details', 'customer_email', 'integration_identifier'],
    ...['invoice', 'invoice_creation', 'locale', 'managed_payments', 'origin_context'],
    ...['payment_link', 'payment_method_collection', 'payment_method_configuration_details'],
    ...['payment_method_options', 'permissions', 'recovered_from', 'shipping_cost'],
    ...['saved_payment_method_options', 'shipping_address_collection', 'submit_type'],
    ...['subscription', 'total_details', 'wallet_options'],
  ].map((name) => [name, null]),
)

/** What its payment is to be once there is one: no part of what the processor shows of a session. */
export interface Wishes {
  readonly id: string
  readonly object: 'wishes'
  readonly created: number
  readonly title: string
  readonly metadata: Readonly<Record<string, string>>
  readonly isKept: boolean
}

async function keepWishes(call: Call, session: string, parameters: Parameters): Promise<void> {
  const [line] = linesOf(parameters)
  const product = record(record(line ?? {}, 'price_data'), 'product_data')
  const data = record(parameters, 'payment_intent_data')
  const setup = record(parameters, 'setup_intent_data')
  const isSetup = text(parameters, 'mode') === 'setup'
  const wishes: Wishes = {
    ...{ id: `wishes_${session}`, object: 'wishes', created: call.now },
    title: text(product, 'name') ?? '',
    metadata: metadataOf(isSetup ? setup : data),
    isKept: isSetup || text(data, 'setup_future_usage') !== null,
  }
  await call.objects.put(wishes)
}

function linesOf(parameters: Parameters): readonly Parameters[] {
  const lines = parameters['line_items']
  return Array.isArray(lines) ? lines : []
}

function totalOf(parameters: Parameters): { total: number; currency: string } {
  const lines = linesOf(parameters)
  const currency = text(record(lines[0] ?? {}, 'price_data'), 'currency')
  if (currency === null) throw new Refused(400, 'parameter_missing', 'line_items are missing')
  const total = lines.reduce((sum, line) => {
    const price = number(record(line, 'price_data'), 'unit_amount') ?? 0
    return sum + price * (number(line, 'quantity') ?? 1)
  }, 0)
  if (total < 50) throw new Refused(400, 'amount_too_small', 'The total is too small.')
  return { total, currency: currency.toLowerCase() }
}

function noTotal(parameters: Parameters): { total: null; currency: string } {
  const currency = text(parameters, 'currency')
  if (currency === null) throw new Refused(400, 'parameter_missing', 'currency is missing')
  return { total: null, currency: currency.toLowerCase() }
}

/** assumed: the setup of a session is there from its start. */
async function newSetup(call: Call, customer: string | null): Promise<SetupIntent> {
  const setup = {
    ...{ id: call.makeId('seti'), object: 'setup_intent', created: call.now, livemode: false },
    ...{ customer, payment_method: null, status: 'requires_payment_method' },
    ...{ last_setup_error: null, metadata: {}, allowed_payment_method_types: null },
    ...{ application: null, automatic_payment_methods: null, cancellation_reason: null },
    ...{ client_secret: null, description: null, excluded_payment_method_types: null },
    ...{ latest_attempt: null, mandate: null, next_action: null, on_behalf_of: null },
    ...{ payment_method_configuration_details: null, payment_method_options: null },
    ...{ payment_method_types: ['card'], single_use_mandate: null, usage: 'off_session' },
  }
  await call.objects.put(setup, customer ?? '')
  return setup
}

/** The session as it is by now: time alone ends it too. */
export async function sessionNow(call: Call, id: string): Promise<CheckoutSession> {
  const session = await call.objects.get<CheckoutSession>('checkout.session', id)
  if (session.status === 'open' && session.expires_at <= call.now) await end(call, session)
  return session
}

async function end(call: Call, session: CheckoutSession): Promise<void> {
  session.status = 'expired'
  session.url = null
  await call.objects.put(session)
  await call.announce('checkout.session.expired', session)
}

const expire: Handler = async (call) => {
  const session = await sessionNow(call, call.id)
  if (session.status !== 'open') {
    throw new Refused(400, null, `The session is ${session.status}; only an open one expires.`)
  }
  await end(call, session)
  return done(session)
}

export async function titleOf({ objects }: Call, session: string): Promise<string> {
  return (await objects.get<Wishes>('wishes', `wishes_${session}`)).title
}

export const checkoutHandlers: Readonly<Record<string, Handler>> = {
  'Checkout.Sessions.create': create,
  'Checkout.Sessions.retrieve': async (call) => done(await sessionNow(call, call.id)),
  'Checkout.Sessions.expire': expire,
}
