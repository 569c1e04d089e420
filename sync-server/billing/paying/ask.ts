/**
 * Asks how an attempt stands. What was never answered is asked again with the same key, as long as that key surely means the same call; after
 * that it is looked for by what was written beside it, and never sent again.
 */
import { attemptKey, isLive, type PaymentAttempt } from '../../../domain/billing/paying/attempt.ts'
import { must } from '../../../domain/values/assert.ts'
import { addMinutes, HOUR_MS, MINUTE_MS } from '../../../domain/values/instant.ts'
import { enqueue } from '../../jobs/job.ts'
import { lookJob } from '../../settlement/write-paying.ts'
import { findAttempt, loadPayer } from '../../storage/load-paying.ts'
import type { GatewayAnswer, GatewayCheckout } from '../gateway.ts'
import { type Heard, hear, heardOfAnswer, heardOfPayment } from './hear.ts'
import { payableOf } from './payable.ts'
import type { PayingPorts } from './ports.ts'
import { raiseRefused } from './raise-refused.ts'

/** Keys are remembered for a day; an hour of it is kept for clocks that differ. */
const KEY_LIFE_MS = 23 * HOUR_MS

/** The attempt as it is known after asking. */
export async function ask(ports: PayingPorts, attempt: PaymentAttempt): Promise<PaymentAttempt> {
  const heard =
    attempt.via === 'page' ? await askPage(ports, attempt) : await askCharge(ports, attempt)
  return heard === null ? attempt : hear(ports, attempt.id, heard)
}

/** By the job: again and again until it is over, with growing pauses. */
export async function look(ports: PayingPorts, attemptId: string): Promise<void> {
  const { storage, gateway, now } = ports
  const attempt = await findAttempt(storage.read, { id: attemptId, ref: null }, gateway.mode)
  if (attempt === null || !isLive(attempt)) return
  const known = await ask(ports, attempt)
  if (!isLive(known)) return
  const minutes = Math.min(360, Math.max(10, (now() - attempt.createdAt) / MINUTE_MS / 2))
  const again = lookJob(attemptId, addMinutes(now(), Math.ceil(minutes)))
  await storage.transaction((tx) => enqueue(tx, [again]))
}

async function askCharge(ports: PayingPorts, attempt: PaymentAttempt): Promise<Heard | null> {
  const { gateway, now } = ports
  if (attempt.ref !== null) {
    return heardOfAnswer(attempt, await gateway.payments.get(attempt.ref))
  }
  const payer = await payerRef(ports, attempt.payerId)
  if (now() - attempt.createdAt < KEY_LIFE_MS) {
    const method = must(attempt.method, 'a charge names what it charges').id
    const command = { attemptId: attempt.id, payer, method, amount: attempt.amount }
    const alone = { isOffSession: true, returnUrl: null, capture: 'now' } as const
    const answer = await gateway.payments.charge({ ...command, ...alone }, attemptKey(attempt))
    if (!answer.ok && heardOfAnswer(attempt, answer) === null) {
      await raiseRefused(ports, attempt.id, answer)
    }
    return heardOfAnswer(attempt, answer)
  }
  const sought = { attemptId: attempt.id, payer, since: attempt.createdAt }
  const found = await gateway.payments.findByAttempt(sought)
  if (!found.ok) return null
  if (found.value !== null) return heardOfPayment(attempt, found.value)
  return { standing: { state: 'cancelled' }, ref: null }
}

async function askPage(ports: PayingPorts, attempt: PaymentAttempt): Promise<Heard | null> {
  const { gateway, now } = ports
  const { standing } = attempt
  if (standing.state === 'sent' && standing.page !== null) {
    return heardOfPage(ports, await gateway.checkout.get(standing.page.ref))
  }
  // Nobody was ever led to it.
  if (now() - attempt.createdAt >= KEY_LIFE_MS) {
    return { standing: { state: 'cancelled' }, ref: null }
  }
  return heardOfPage(ports, await openPage(ports, attempt))
}

async function openPage(ports: PayingPorts, attempt: PaymentAttempt) {
  const { gateway, origin, storage, now } = ports
  const { title, back } = await payableOf(storage.read, attempt.purpose, now())
  const command = {
    ...{ attemptId: attempt.id, payer: await payerRef(ports, attempt.payerId) },
    ...{ amount: attempt.amount, title, keepsMethod: true },
    ...{ returnUrl: `${origin()}${back}`, cancelUrl: `${origin()}${back}` },
  }
  return gateway.checkout.create(command, attemptKey(attempt))
}

export async function heardOfPage(
  { gateway }: Pick<PayingPorts, 'gateway'>,
  answer: GatewayAnswer<GatewayCheckout>,
): Promise<Heard | null> {
  if (!answer.ok) return { standing: { state: 'unknown' }, ref: null }
  const { id, state, isPaid, url, payment } = answer.value
  if (state === 'expired') return { standing: { state: 'cancelled' }, ref: payment }
  if (state === 'open' && url !== null) {
    return { standing: { state: 'sent', page: { ref: id, url } }, ref: payment }
  }
  if (!isPaid || payment === null) return null
  const found = await gateway.payments.get(payment)
  if (!found.ok || found.value.state !== 'succeeded') return null
  return { standing: { state: 'succeeded', received: found.value.received }, ref: payment }
}

async function payerRef({ storage, gateway }: PayingPorts, payerId: string): Promise<string> {
  const { ref } = await loadPayer(storage.read, payerId, gateway.mode)
  return must(ref, 'a payer is known where the money is moved before the first attempt')
}
