/**
 * The one way a screen changes anything: a wish, durable on this device before the screen says so. `seq` comes from the same
 * transaction that stores the row, so that two tabs never give the same number.
 */
import type { AnyIntent, IntentBodies, IntentKind } from '../../domain/bookings/intent.ts'
import { encodeUlid, type IntentId, makeId, toId } from '../../domain/values/ids.ts'
import { type Instant, toInstant } from '../../domain/values/instant.ts'
import { limits } from '../../domain/values/limits.ts'
import { database, outboxDatabase, readIdentity } from '../store/database.ts'
import { tellSync } from './sync-lock.ts'

export type WriteAnswer =
  | { readonly kind: 'saved'; readonly id: IntentId }
  /** Nothing was kept: the device is full, its storage is gone, or too much waits already. */
  | { readonly kind: 'not-saved'; readonly why: 'full' | 'unavailable' | 'too-many' }

export interface WriteOptions {
  readonly deadlineAt: Instant
  /** How long the wish stays here so that it can be taken back. */
  readonly undoMs?: number
}

export async function writeIntent<Kind extends IntentKind>(
  kind: Kind,
  body: IntentBodies[Kind],
  { deadlineAt, undoMs = 0 }: WriteOptions,
): Promise<WriteAnswer> {
  const identity = readIdentity()
  if (identity === null) return { kind: 'not-saved', why: 'unavailable' }
  const id = makeId('intent', encodeUlid(Date.now(), crypto.getRandomValues(new Uint8Array(16))))
  const db = outboxDatabase()
  try {
    const status = await database().status.get('sync')
    const isSaved = await db.transaction('rw', [db.intents, db.settings], async () => {
      const open = await db.intents.where('state').anyOf('saved', 'received').count()
      if (open >= limits.outboxIntentsMax) return false
      const last = await db.settings.get('seq')
      const seq = Number(last?.value ?? 0) + 1
      const heard = status?.heardAt ?? null
      const generation = status?.generation ?? null
      const intent = {
        v: 1,
        id,
        kind,
        device: toId('device', identity.deviceId),
        seq,
        madeAt: toInstant(Date.now()),
        heardAt:
          heard === null || generation === null ? null : { generation, at: toInstant(heard) },
        deadlineAt,
        body,
      } as unknown as AnyIntent // kind and body go together by the signature
      const sendAfter = undoMs > 0 ? Date.now() + undoMs : 0
      await db.settings.put({ key: 'seq', value: seq })
      await db.intents.add({ id, seq, intent, state: 'saved', sendAfter, settled: null })
      return true
    })
    if (!isSaved) return { kind: 'not-saved', why: 'too-many' }
  } catch (error) {
    const isFull = String((error as { name?: unknown }).name).includes('Quota')
    return { kind: 'not-saved', why: isFull ? 'full' : 'unavailable' }
  }
  tellSync({ kind: 'intents' })
  return { kind: 'saved', id }
}

/** Takes a wish back while it has not left the device. False when it is too late. */
export async function undoIntent(id: IntentId): Promise<boolean> {
  const db = outboxDatabase()
  const isGone = await db.transaction('rw', db.intents, async () => {
    const row = await db.intents.get(id)
    if (row === undefined || row.state !== 'saved' || row.sendAfter <= Date.now()) return false
    await db.intents.delete(id)
    return true
  })
  if (isGone) tellSync({ kind: 'intents' })
  return isGone
}
