/**
 * The other carrier of a wish: sent at once, answered with its outcome. For staff's acts that make no sense without a connection; what
 * must survive a dead zone goes through `write-intent`.
 */
import type { AnyIntent, IntentBodies, IntentKind } from '../../domain/bookings/wishes/intent.ts'
import type { SettledIntent } from '../../domain/bookings/wishes/outcome.ts'
import { encodeUlid, makeId, toId } from '../../domain/values/ids.ts'
import { DAY_MS, toInstant } from '../../domain/values/instant.ts'
import { readIdentity } from '../store/identity.ts'

export type SendAnswer =
  | { readonly kind: 'settled'; readonly settled: SettledIntent }
  /** It could not be read, allowed or decided: the space's sentence. */
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'unreachable' }

/** A wish of this device as a record, with an id of its own. Sending the same record again is harmless. */
export function makeIntent<Kind extends IntentKind>(
  kind: Kind,
  body: IntentBodies[Kind],
): AnyIntent {
  const now = Date.now()
  return {
    v: 1,
    id: makeId('intent', encodeUlid(now, crypto.getRandomValues(new Uint8Array(16)))),
    kind,
    device: toId('device', readIdentity()?.deviceId ?? 'dev_unknown'),
    seq: 1, // counts only in the outbox
    madeAt: toInstant(now),
    heardAt: null,
    deadlineAt: toInstant(now + DAY_MS),
    body,
  } as unknown as AnyIntent // kind and body go together by the signature
}

export async function sendIntent(intent: AnyIntent): Promise<SendAnswer> {
  const answer = await postJson('/api/intents', intent)
  if (answer === null) return { kind: 'unreachable' }
  const { status, body } = answer
  if (status === 200) return { kind: 'settled', settled: body as SettledIntent } // from our own server
  return { kind: 'failed', message: messageOf(body) }
}

/** Status and parsed body; null when the space cannot be reached, or something else answers in its place. */
export async function postJson(
  path: string,
  body: object,
): Promise<{ readonly status: number; readonly body: unknown } | null> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-app': '1' },
      body: JSON.stringify(body),
    })
    return { status: response.status, body: await response.json() }
  } catch {
    return null
  }
}

export function messageOf(body: unknown): string {
  const { error } = (body ?? {}) as { error?: { message?: string } }
  return error?.message ?? ''
}
