/**
 * `POST /api/intents`: the other carrier, for those who wait for the outcome: operators, tablets, tools. The same claim of the id, the
 * same settlement. A repeat gives the same outcome; the same id with another record is refused, and the first stays.
 */
import { parseIntent } from '../../domain/bookings/wishes/parse-intent.ts'
import type { SignedIn } from '../auth/auth.ts'
import { fail, unauthorised } from '../http/answers.ts'
import { readBody } from '../http/read-body.ts'
import type { Routes } from '../http/routes.ts'
import { type ReceivedIntent, receiveIntent } from '../storage/intents.ts'
import type { Storage } from '../storage/storage.ts'
import type { Clock } from '../sync/clock.ts'
import type { Settlement } from './settlement.ts'
import { makeOutcomeWait } from './wait-for-outcome.ts'

/** Wishes waited for at once; each holds a request open. */
const WAITING_MAX = 5_000

export function intentsRoute(ports: {
  readonly storage: Storage
  readonly settlement: Settlement
  readonly clock: Clock
}): Routes {
  const { storage, clock } = ports
  const wait = makeOutcomeWait(ports)
  return (app, signedInOf) => {
    app.post('/api/intents', async (context) => {
      const signedIn = await signedInOf(context)
      if (signedIn === null) return unauthorised(context)
      const received = readReceived(await readBody(context), signedIn)
      if (typeof received === 'string') {
        return fail(context, 400, received, 'This request cannot be read. Update the app.')
      }
      if (wait.count() >= WAITING_MAX) {
        return fail(context, 503, 'slow-down', 'Too many requests are waiting. Try again.')
      }
      const reception = await storage.transaction((tx) => receiveIntent(tx, received, clock.now()))
      if (reception === 'differs') {
        const sentence = 'This id belongs to another request, which stays as it is.'
        return fail(context, 409, 'differs', sentence)
      }
      const settled = await wait.outcomeOf(received.id)
      if (settled === null) {
        const sentence = 'The request was received and is not decided yet. Ask again.'
        return fail(context, 503, 'waiting', sentence)
      }
      return context.json({ ...settled })
    })
  }
}

/** The wish as it is kept, or what is wrong with it. Whose it is, and from which device, comes from the sign-in alone. */
function readReceived(
  record: Record<string, unknown> | null,
  { principal, deviceId }: SignedIn,
): ReceivedIntent | 'malformed' | 'unknown-kind' {
  const parsed = parseIntent(record)
  if (!parsed.ok) return parsed.problem.kind
  const { id, kind, seq } = parsed.value
  const { memberId } = principal
  return { id, kind, seq, memberId, deviceId, record: JSON.stringify(record), carrier: 'http' }
}
