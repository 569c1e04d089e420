/** Customers and the methods they keep. */
import { type Call, done, type Handler, metadataOf, record, text } from './call.ts'
import type { Customer, PaymentMethod } from './objects.ts'
import { page, pageOf } from './pages-of.ts'
import { Refused } from './refused.ts'

const create: Handler = async (call) => {
  const { parameters, now } = call
  const customer = {
    ...{ id: call.makeId('cus'), object: 'customer', created: now, livemode: false },
    ...{ email: text(parameters, 'email'), name: text(parameters, 'name') },
    ...{ metadata: metadataOf(parameters), balance: 0, default_source: null, description: null },
    ...{ shipping: null },
    invoice_settings: {
      ...{ custom_fields: null, default_payment_method: null, footer: null },
      rendering_options: null,
    },
  }
  await call.objects.put(customer)
  return done(customer)
}

const update: Handler = async (call) => {
  const { parameters, id } = call
  const customer = await call.objects.get<Customer>('customer', id)
  const settings = record(parameters, 'invoice_settings')
  if ('email' in parameters) customer.email = text(parameters, 'email')
  if ('name' in parameters) customer.name = text(parameters, 'name')
  if ('metadata' in parameters) {
    customer.metadata = { ...customer.metadata, ...metadataOf(parameters) }
  }
  if ('default_payment_method' in settings) {
    const wanted = text(settings, 'default_payment_method')
    if (wanted !== null) await methodOfCustomer(call, wanted, id)
    customer.invoice_settings.default_payment_method = wanted
  }
  await call.objects.put(customer)
  return done(customer)
}

const retrieve: Handler = async ({ objects, id }) => done(await objects.get('customer', id))

const methodsOf: Handler = async (call) => {
  const { objects, id } = call
  await objects.get('customer', id)
  const found = await page<PaymentMethod>(call, { kind: 'payment_method', owner: id })
  // A detached method stays known, and belongs to nobody.
  const items = found.items.filter(({ customer }) => customer === id)
  return done(pageOf({ ...found, items }, `/v1/customers/${id}/payment_methods`))
}

const retrieveMethod: Handler = async ({ objects, id }) =>
  done(await objects.get('payment_method', id))

/** docs: it can never be used again. */
const detach: Handler = async (call) => {
  const method = await call.objects.get<PaymentMethod>('payment_method', call.id)
  const owner = method.customer
  if (owner === null) {
    throw new Refused(400, 'payment_method_unexpected_state', 'The payment method is not attached.')
  }
  const customer = await call.objects.get<Customer>('customer', owner)
  if (customer.invoice_settings.default_payment_method === method.id) {
    customer.invoice_settings.default_payment_method = null
    await call.objects.put(customer)
  }
  method.customer = null
  await call.objects.put(method, owner)
  await call.announce('payment_method.detached', method)
  return done(method)
}

export async function methodOfCustomer(call: Call, id: string, customer: string | null) {
  const method = await call.objects.get<PaymentMethod>('payment_method', id)
  if (method.customer !== customer) {
    throw new Refused(
      400,
      'payment_intent_invalid_parameter',
      'The payment method does not belong to the customer.',
    )
  }
  return method
}

export const payerHandlers: Readonly<Record<string, Handler>> = {
  'Customers.create': create,
  'Customers.update': update,
  'Customers.retrieve': retrieve,
  'Customers.listPaymentMethods': methodsOf,
  'PaymentMethods.retrieve': retrieveMethod,
  'PaymentMethods.detach': detach,
}
