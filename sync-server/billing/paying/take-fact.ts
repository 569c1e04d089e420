/** What whoever moves the money says now about one thing, taken into the books: once, whatever made somebody look. */
import { findAttempt, findRefund } from '../../storage/load-paying.ts'
import type {
  GatewayCheckout,
  GatewayFact,
  GatewayPayment,
  GatewayRefund,
  TakeFact,
} from '../gateway.ts'
import { heardOfPage } from './ask.ts'
import { hear, heardOfPayment } from './hear.ts'
import { hearRefund, takeForeignRefund } from './hear-refund.ts'
import { takeMethod } from './methods.ts'
import type { PayingPorts } from './ports.ts'
import { takeDispute } from './take-dispute.ts'

export function makeTakeFact(ports: PayingPorts): TakeFact {
  return async (fact) => ((await take(ports, fact)) ? 'taken' : 'not-ours')
}

async function take(ports: PayingPorts, fact: GatewayFact): Promise<boolean> {
  switch (fact.kind) {
    case 'payment':
      return takePayment(ports, fact.payment)
    case 'refund':
      return takeRefund(ports, fact.refund)
    case 'checkout':
      return takeCheckout(ports, fact.checkout)
    case 'method':
      return takeMethod(ports, fact.method)
    case 'dispute':
      return takeDispute(ports, fact.dispute)
  }
}

async function takePayment(ports: PayingPorts, payment: GatewayPayment): Promise<boolean> {
  const { storage, gateway } = ports
  const sought = { id: payment.attemptId, ref: payment.id }
  const attempt = await findAttempt(storage.read, sought, gateway.mode)
  if (attempt === null) return false
  const heard = heardOfPayment(attempt, payment)
  if (heard !== null) await hear(ports, attempt.id, heard)
  if (payment.state === 'succeeded' && attempt.via === 'page') await keep(ports, payment.method)
  return true
}

/** What was paid with is on file from then on, as the page said. */
async function keep(ports: PayingPorts, methodId: string | null): Promise<void> {
  const found = methodId === null ? null : await ports.gateway.methods.get(methodId)
  if (found?.ok === true && found.value.payer !== null) await takeMethod(ports, found.value)
}

async function takeCheckout(ports: PayingPorts, checkout: GatewayCheckout): Promise<boolean> {
  const { storage, gateway } = ports
  if (checkout.mode === 'setup') {
    await keep(ports, checkout.method)
    return true
  }
  const sought = { id: checkout.attemptId, ref: checkout.id }
  const attempt = await findAttempt(storage.read, sought, gateway.mode)
  if (attempt === null) return false
  const heard = await heardOfPage(ports, { ok: true, value: checkout })
  if (heard !== null) await hear(ports, attempt.id, heard)
  return true
}

async function takeRefund(ports: PayingPorts, refund: GatewayRefund): Promise<boolean> {
  const { storage, gateway } = ports
  const known = await findRefund(storage.read, { id: refund.refundId, ref: refund.id })
  if (known !== null) {
    await hearRefund(ports, known.id, refund)
    return true
  }
  const sought = { id: null, ref: refund.payment }
  const attempt =
    refund.payment === null ? null : await findAttempt(storage.read, sought, gateway.mode)
  if (attempt === null || refund.refundId !== null) return false
  await takeForeignRefund(ports, refund, attempt)
  return true
}
