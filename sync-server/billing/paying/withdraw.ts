/** Ends an attempt that is not wanted any more. What has succeeded meanwhile cannot be ended: then that is what is heard. */
import type { PaymentAttempt } from '../../../domain/billing/paying/attempt.ts'
import { must } from '../../../domain/values/assert.ts'
import { loadPayer } from '../../storage/load-paying.ts'
import { ask } from './ask.ts'
import { giveUp } from './collect.ts'
import { hear, heardOfPayment } from './hear.ts'
import type { PayingPorts } from './ports.ts'

const cancelled = { standing: { state: 'cancelled' }, ref: null } as const

/** The attempt as it is known afterwards; live where nobody answered. */
export async function withdraw(
  ports: PayingPorts,
  attempt: PaymentAttempt,
): Promise<PaymentAttempt> {
  if (attempt.via === 'page') return closePage(ports, attempt)
  return attempt.ref === null ? withdrawUnknown(ports, attempt) : giveUp(ports, attempt)
}

async function closePage(ports: PayingPorts, attempt: PaymentAttempt): Promise<PaymentAttempt> {
  const { standing } = attempt
  // Nobody was ever led to it.
  if (standing.state !== 'sent' || standing.page === null) {
    return hear(ports, attempt.id, cancelled)
  }
  const { gateway } = ports
  const closed = await gateway.checkout.expire(standing.page.ref, `v1:expire:${attempt.id}`)
  return closed.ok ? hear(ports, attempt.id, cancelled) : ask(ports, attempt)
}

/** Sent, and never answered. It is looked for and not sent again, because what is sent again is charged. */
async function withdrawUnknown(
  ports: PayingPorts,
  attempt: PaymentAttempt,
): Promise<PaymentAttempt> {
  const { storage, gateway } = ports
  const { ref } = await loadPayer(storage.read, attempt.payerId, gateway.mode)
  const payer = must(ref, 'a payer is known where the money is moved before the first attempt')
  const sought = { attemptId: attempt.id, payer, since: attempt.createdAt }
  const found = await gateway.payments.findByAttempt(sought)
  if (!found.ok) return attempt
  if (found.value === null) return hear(ports, attempt.id, cancelled)
  const heard = heardOfPayment(attempt, found.value)
  if (heard === null) return attempt
  const known = await hear(ports, attempt.id, heard)
  const isOver = known.standing.state !== 'sent' && known.standing.state !== 'action-needed'
  return isOver || known.ref === null ? known : giveUp(ports, known)
}
