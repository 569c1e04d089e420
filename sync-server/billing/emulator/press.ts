/**
 * What becomes of a checkout when somebody presses a card on its page, and of a payment when they prove who they are. A session is completed
 * once, however often and in how many tabs it is pressed.
 */
import type { Call } from './call.ts'
import { type CardName, newMethod, testCards } from './cards.ts'
import { sessionNow, type Wishes } from './checkout.ts'
import type {
  CardError,
  CheckoutSession,
  PaymentIntent,
  PaymentMethod,
  SetupIntent,
} from './objects.ts'
import { attempt, fail, newPayment, succeed } from './payments.ts'

/** What comes of pressing a card: over, one more step, or why not. */
export type Pressed =
  | { readonly kind: 'complete' }
  | { readonly kind: 'prove'; readonly path: string }
  | { readonly kind: 'declined'; readonly error: CardError }

export async function press(call: Call, id: string, name: CardName): Promise<Pressed> {
  const session = await sessionNow(call, id)
  if (session.status !== 'open') return { kind: 'complete' }
  const wishes = await call.objects.get<Wishes>('wishes', `wishes_${id}`)
  const { refusal, ...card } = { isKept: false, needsAuthentication: false, ...testCards[name] }
  if (session.mode === 'setup') {
    if (refusal !== null && !card.isKept) return failedSetup(call, session, refusal)
    if (card.needsAuthentication) return { kind: 'prove', path: `prove/${session.id}` }
    await completeSetup(call, session, name)
    return { kind: 'complete' }
  }
  const payment = await paymentOf(call, session, wishes)
  const method = newMethod(name, { id: call.makeId('pm'), created: call.now, customer: null })
  await call.objects.put(method)
  const how = { isOffSession: false, returnUrl: session.success_url }
  const error = await attempt(call, payment, method, how)
  if (error !== null) return { kind: 'declined', error }
  if (payment.status === 'requires_action') return { kind: 'prove', path: `prove/${payment.id}` }
  await completePayment(call, session, payment)
  return { kind: 'complete' }
}

/** docs: the payment of a session is made when somebody tries to pay, and the next try is the same payment. */
async function paymentOf(
  call: Call,
  session: CheckoutSession,
  { metadata, isKept }: Wishes,
): Promise<PaymentIntent> {
  if (session.payment_intent !== null) {
    const payment = await call.objects.get<PaymentIntent>('payment_intent', session.payment_intent)
    payment.status = 'requires_payment_method'
    return payment
  }
  const { amount_total, currency, customer } = session
  const payment = newPayment(call, {
    ...{ amount: amount_total ?? 0, currency: currency ?? '', customer, metadata },
    capture_method: 'automatic',
  })
  payment.setup_future_usage = isKept ? 'off_session' : null
  session.payment_intent = payment.id
  await call.objects.put(payment, customer ?? '')
  await call.objects.put(session)
  await call.announce('payment_intent.created', payment)
  return payment
}

async function completePayment(
  call: Call,
  session: CheckoutSession,
  payment: PaymentIntent,
): Promise<void> {
  if (payment.setup_future_usage !== null && payment.payment_method !== null) {
    const method = await call.objects.get<PaymentMethod>('payment_method', payment.payment_method)
    await attach(call, method, session.customer)
  }
  session.status = 'complete'
  session.payment_status = 'paid'
  session.url = null
  await call.objects.put(session)
  await call.announce('checkout.session.completed', session)
}

async function attach(call: Call, method: PaymentMethod, customer: string | null): Promise<void> {
  method.customer = customer
  await call.objects.put(method)
  await call.objects.own(method.id, customer ?? '')
  await call.announce('payment_method.attached', method)
}

async function completeSetup(call: Call, session: CheckoutSession, name: CardName): Promise<void> {
  const setup = await call.objects.get<SetupIntent>('setup_intent', session.setup_intent ?? '')
  const method = newMethod(name, { id: call.makeId('pm'), created: call.now, customer: null })
  await call.objects.put(method)
  await attach(call, method, session.customer)
  setup.status = 'succeeded'
  setup.payment_method = method.id
  setup.last_setup_error = null
  await call.objects.put(setup)
  await call.announce('setup_intent.succeeded', setup)
  session.status = 'complete'
  session.url = null
  await call.objects.put(session)
  await call.announce('checkout.session.completed', session)
}

async function failedSetup(
  call: Call,
  session: CheckoutSession,
  error: CardError,
): Promise<Pressed> {
  const setup = await call.objects.get<SetupIntent>('setup_intent', session.setup_intent ?? '')
  setup.last_setup_error = error
  await call.objects.put(setup)
  await call.announce('setup_intent.setup_failed', setup)
  return { kind: 'declined', error }
}

/** The bank's page: the payer proves who they are, or does not. Gives where they go from here. */
export async function prove(call: Call, id: string, isProven: boolean): Promise<string | null> {
  if (id.startsWith('cs_')) return proveSetup(call, id, isProven)
  const payment = await call.objects.get<PaymentIntent>('payment_intent', id)
  const [session] = (
    await call.objects.list<CheckoutSession>({
      ...{ kind: 'checkout.session', owner: payment.customer ?? '', limit: SESSIONS_MAX },
    })
  ).filter(({ payment_intent }) => payment_intent === id)
  const back = session?.url ?? returnUrlOf(payment)
  if (payment.status !== 'requires_action') return session?.success_url ?? back
  if (!isProven) {
    await fail(call, payment, {
      ...{ type: 'invalid_request_error', code: 'payment_intent_authentication_failure' },
      message: 'The payer did not prove who they are.',
    })
    return back
  }
  const method = await call.objects.get<PaymentMethod>(
    'payment_method',
    payment.payment_method ?? '',
  )
  await succeed(call, payment, method)
  if (session === undefined) return back
  await completePayment(call, session, payment)
  return session.success_url
}

async function proveSetup(call: Call, id: string, isProven: boolean): Promise<string | null> {
  const session = await sessionNow(call, id)
  const back = session.url ?? session.success_url
  if (session.status !== 'open' || session.mode !== 'setup') return back
  if (!isProven) {
    await failedSetup(call, session, {
      ...{ type: 'invalid_request_error', code: 'setup_intent_authentication_failure' },
      message: 'The payer did not prove who they are.',
    })
    return back
  }
  await completeSetup(call, session, 'needs-authentication')
  return session.success_url
}

/** Sessions of one customer in which that of a payment is looked for, the newest. */
const SESSIONS_MAX = 100

function returnUrlOf({ next_action }: PaymentIntent): string | null {
  const action = next_action as { redirect_to_url?: { return_url: string | null } } | null // made above alone
  return action?.redirect_to_url?.return_url ?? null
}
