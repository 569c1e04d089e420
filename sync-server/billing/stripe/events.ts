/** Messages of the processor: proven to be theirs, and read for nothing but what they are about. */
import Stripe from 'stripe'
import type { Subject, VerifiedEvent } from '../gateway.ts'
import { instantOf } from './read-objects.ts'

/** Older ones are refused: whoever caught a message cannot send it again tomorrow. */
const TOLERANCE_S = 300

const subjects: Readonly<Record<string, Subject['kind']>> = {
  payment_intent: 'payment',
  refund: 'refund',
  'checkout.session': 'checkout',
  setup_intent: 'setup',
  payment_method: 'method',
  dispute: 'dispute',
}

/** With the newest secret first; two stand while one is replaced by the other. */
export async function verifyEvent(
  stripe: Stripe,
  secrets: readonly string[],
  rawBody: string,
  signature: string,
  now: number,
): Promise<VerifiedEvent | null> {
  for (const secret of secrets) {
    try {
      const { webhooks } = stripe
      const args = [rawBody, signature, secret, TOLERANCE_S, undefined, now] as const
      return readEvent(await webhooks.constructEventAsync(...args))
    } catch (error) {
      const isTheirs =
        error instanceof SyntaxError ||
        error instanceof Stripe.errors.StripeSignatureVerificationError
      if (!isTheirs) throw error
    }
  }
  return null
}

/** Null for what is no message at all. */
export function readEvent(given: Stripe.Event): VerifiedEvent | null {
  const { id, type, created, livemode, api_version: apiVersion } = given
  if (given.object !== 'event' || typeof id !== 'string' || typeof type !== 'string') return null
  return {
    ...{ id, type, createdAt: instantOf(created), isLive: livemode, apiVersion },
    subject: subjectOf(given.data?.object),
  }
}

/** A kind that is newer than this code is one that nobody here follows. */
function subjectOf(about: unknown): Subject {
  const { object, id } = (about ?? {}) as { object?: unknown; id?: unknown } // looked at field by field
  const kind = typeof object === 'string' ? (subjects[object] ?? 'other') : 'other'
  return { kind, id: typeof id === 'string' ? id : '' }
}
