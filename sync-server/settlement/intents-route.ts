/**
 * `POST /api/intents`: the other carrier, for those who wait for the outcome: operators, tablets, tools. The same claim of the id, the
 * same settlement. A repeat gives the same outcome; the same id with another record is refused, and the first stays.
 */
import type { SettledIntent } from '../../domain/bookings/outcome.ts'
import { parseIntent } from '../../domain/bookings/parse-intent.ts'
import { fail, unauthorised } from '../http/answers.ts'
import { readBody } from '../http/read-body.ts'
import type { Routes } from '../http/routes.ts'
import { findIntent, receiveIntent } from '../storage/intents.ts'
import type { Storage } from '../storage/storage.ts'
import type { Settlement } from './settlement.ts'

const OUTCOME_WITHIN_MS = 10_000
const WAITING_MAX = 5_000

export function intentsRoute(ports: {
  readonly storage: Storage
  readonly settlement: Settlement
  readonly now: () => number
}): Routes {
  const { storage, settlement, now } = ports
  const waiting = new Map<string, Set<(settled: SettledIntent) => void>>()
  settlement.onSettled((settled) => {
    for (const resolve of waiting.get(settled.intentId) ?? []) resolve(settled)
    waiting.delete(settled.intentId)
  })

  /** Null when the outcome takes too long: the intent is received, and asking again gives the same answer. */
  function outcomeOf(id: string): Promise<SettledIntent | null> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(null), OUTCOME_WITHIN_MS)
      const set = waiting.get(id) ?? new Set()
      waiting.set(id, set)
      set.add((settled) => {
        clearTimeout(timer)
        resolve(settled)
      })
    })
  }

  return (app, signedInOf) => {
    app.post('/api/intents', async (context) => {
      const signedIn = await signedInOf(context)
      if (signedIn === null) return unauthorised(context)
      const record = await readBody(context)
      const parsed = parseIntent(record)
      if (!parsed.ok) {
        const path = parsed.problem.kind === 'malformed' ? parsed.problem.path : 'kind'
        return fail(context, 400, parsed.problem.kind, `This request cannot be read: ${path}`)
      }
      if (waiting.size >= WAITING_MAX) {
        return fail(context, 503, 'slow-down', 'Too many requests are waiting. Try again.')
      }
      const { id, kind, seq } = parsed.value
      const answer = outcomeOf(id)
      const reception = await storage.transaction((tx) =>
        receiveIntent(
          tx,
          {
            id,
            kind,
            seq,
            memberId: signedIn.principal.memberId,
            deviceId: signedIn.deviceId,
            record: JSON.stringify(record),
            carrier: 'http',
          },
          now(),
        ),
      )
      if (reception === 'differs') {
        return fail(
          context,
          409,
          'differs',
          'This id belongs to another request, which stays as it is.',
        )
      }
      const known = await findIntent(storage.read, id)
      if (known?.settled !== null && known?.settled !== undefined) {
        waiting.delete(id)
        return context.json(JSON.parse(known.settled) as object)
      }
      settlement.wake()
      const settled = await answer
      if (settled === null) {
        return fail(
          context,
          503,
          'waiting',
          'The request was received and is not decided yet. Ask again.',
        )
      }
      return context.json({ ...settled })
    })
  }
}
