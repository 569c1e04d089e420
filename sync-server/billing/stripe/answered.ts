/**
 * What came of a call, as the port says it. An answer is believed only when it is the kind of thing that was asked for: the SDK hands over
 * whatever JSON a broken proxy sends with a 404 or 500 as if it were the answer.
 */
import Stripe from 'stripe'
import type { GatewayAnswer, GatewayRefusal } from '../gateway.ts'

/** An answer that cannot be true: whether anything was done is not known. */
export class NotBelieved extends Error {
  override name = 'NotBelieved'
}

export function believe(isTrue: boolean, what: string): void {
  if (!isTrue) throw new NotBelieved(what)
}

export async function answered<Value>(work: () => Promise<Value>): Promise<GatewayAnswer<Value>> {
  try {
    return { ok: true, value: await work() }
  } catch (error) {
    if (error instanceof NotBelieved) return unknown('not-believed')
    if (error instanceof Stripe.errors.StripeError) return refusalOf(error)
    throw error
  }
}

function refusalOf(error: InstanceType<typeof Stripe.errors.StripeError>): GatewayRefusal {
  const code = error.code ?? null
  const declineCode = error.decline_code ?? null
  const ref = error.payment_intent?.id ?? null
  const said = { ok: false, code, declineCode, ref } as const
  switch (error.type) {
    case 'StripeCardError':
      return code === 'authentication_required'
        ? { ...said, kind: 'action-required', retry: 'never' }
        : { ...said, kind: 'declined', retry: 'new-attempt' }
    case 'StripeIdempotencyError':
      return { ...said, kind: 'conflict', retry: 'never' }
    case 'StripeRateLimitError':
      return { ...said, kind: 'unavailable', retry: 'same-key' }
    case 'StripeAuthenticationError':
    case 'StripePermissionError':
      return { ...said, code: code ?? 'key-refused', kind: 'unavailable', retry: 'same-key' }
    case 'StripeInvalidRequestError':
      // It may be had again once the payer's bank has decided.
      if (code === 'charge_disputed') return { ...said, kind: 'disputed', retry: 'same-key' }
      return { ...said, kind: isAboutState(code) ? 'conflict' : 'invalid', retry: 'never' }
    default:
      // No connection, time-out, 5xx, a lock: the call may have done its work.
      return { ...said, kind: 'unknown', retry: 'same-key' }
  }
}

function isAboutState(code: string | null): boolean {
  return code !== null && /unexpected_state|already_/.test(code)
}

export function unknown(code: string): GatewayRefusal {
  return {
    ...{ ok: false, kind: 'unknown', code },
    declineCode: null,
    ref: null,
    retry: 'same-key',
  }
}

export function invalid(code: string): GatewayRefusal {
  return { ...{ ok: false, kind: 'invalid', code }, declineCode: null, ref: null, retry: 'never' }
}
