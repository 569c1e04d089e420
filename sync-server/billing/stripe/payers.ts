/** Payers, one customer each, and the methods they keep there. */
import type { PayerCommand, PaymentGateway } from '../gateway.ts'
import { answered, believe } from './answered.ts'
import type { Door } from './open-gateway.ts'
import { readMethod, readPayer } from './read-objects.ts'

/** Methods of one payer; nobody has more, and they are listed at once. */
const METHODS_MAX = 100

export function payersOf({ stripe, isLive }: Door) {
  const sent = ({ payerId, email, name }: PayerCommand) => ({ email, name, metadata: { payerId } })

  async function expectPayer(id: string, work: () => Promise<Parameters<typeof readPayer>[0]>) {
    const payer = readPayer(await work(), isLive)
    believe(payer.id === id, 'it is the payer that was asked for')
    return payer
  }

  const payers: PaymentGateway['payers'] = {
    ensure: (command, idempotencyKey) =>
      answered(async () => {
        const made = await stripe.customers.create(sent(command), { idempotencyKey })
        const payer = readPayer(made, isLive)
        believe(payer.payerId === command.payerId, 'it is the payer that was made')
        return payer
      }),
    update: (id, command, idempotencyKey) =>
      answered(() =>
        expectPayer(id, () => stripe.customers.update(id, sent(command), { idempotencyKey })),
      ),
    setDefaultMethod: (id, method, idempotencyKey) =>
      answered(() =>
        expectPayer(id, () => {
          const invoice_settings = { default_payment_method: method ?? '' }
          return stripe.customers.update(id, { invoice_settings }, { idempotencyKey })
        }),
      ),
  }

  const methods: Omit<PaymentGateway['methods'], 'startSetup'> = {
    list: (payer) =>
      answered(async () => {
        const found = await stripe.customers.listPaymentMethods(payer, { limit: METHODS_MAX })
        believe(found?.object === 'list' && Array.isArray(found.data), 'it is a list')
        return found.data.map((one) => readMethod(one, isLive))
      }),
    get: (id) =>
      answered(async () => {
        const method = readMethod(await stripe.paymentMethods.retrieve(id), isLive)
        believe(method.id === id, 'it is the method that was asked for')
        return method
      }),
    detach: (id, idempotencyKey) =>
      answered(async () => {
        const gone = await stripe.paymentMethods.detach(id, {}, { idempotencyKey })
        const method = readMethod(gone, isLive)
        believe(method.id === id && method.payer === null, 'it is detached')
        return method
      }),
  }
  return { payers, methods }
}
