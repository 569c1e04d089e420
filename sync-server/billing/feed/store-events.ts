/**
 * Writes messages that arrived, each once by its id, and notes what they are about. Those that arrive together share a transaction, and so a
 * flush of the disk: an answer costs the processor little patience even when it sends hundreds a second.
 */
import type { Instant } from '../../../domain/values/instant.ts'
import type { Storage, Tx } from '../../storage/storage.ts'
import type { Subject, VerifiedEvent } from '../gateway.ts'
import { raise } from './alarms.ts'

export interface Arrived {
  readonly event: VerifiedEvent
  readonly body: string
}

/** 'known' when it was here before: nothing is done about it again. */
export type Stored = 'stored' | 'known'

interface Waiting extends Arrived {
  resolve(stored: Stored): void
  reject(error: unknown): void
}

/** Messages of one transaction. */
const BATCH_MAX = 200
/** Messages that wait for their turn, some two kilobytes each; what is more is refused, and the processor sends it again. */
const WAITING_MAX = 5_000

export interface EventStore {
  /** Null when too many wait already. */
  store(arrived: Arrived): Promise<Stored> | null
}

export function makeEventStore(ports: {
  readonly storage: Storage
  readonly apiVersion: string
  now(): Instant
}): EventStore {
  const waiting: Waiting[] = []
  let isWriting = false

  async function drain(): Promise<void> {
    isWriting = true
    while (waiting.length > 0) {
      const batch = waiting.splice(0, BATCH_MAX)
      try {
        const stored = await ports.storage.transaction((tx) => writeAll(tx, batch))
        for (const [n, one] of batch.entries()) one.resolve(stored[n] ?? 'known')
      } catch (error) {
        for (const one of batch) one.reject(error)
      }
    }
    isWriting = false
  }

  async function writeAll(tx: Tx, batch: readonly Waiting[]): Promise<readonly Stored[]> {
    const now = ports.now()
    const before = new Set(await knownOf(tx, batch))
    const wanted = new Map<string, { subject: Subject; count: number }>()
    const stored: Stored[] = []
    for (const { event, body } of batch) {
      const isNew = !before.has(event.id) && (await writeEvent(tx, event, body, now))
      before.add(event.id)
      stored.push(isNew ? 'stored' : 'known')
      if (!isNew || !isFollowed(event.subject)) continue
      const { subject } = event
      wanted.set(subject.id, { subject, count: (wanted.get(subject.id)?.count ?? 0) + 1 })
      if (event.apiVersion !== ports.apiVersion) {
        await raise(tx, { kind: 'other-version', about: String(event.apiVersion), at: now })
      }
    }
    for (const { subject, count } of wanted.values()) await wantLook(tx, subject, count, now)
    return stored
  }

  return {
    store: (arrived) => {
      if (waiting.length >= WAITING_MAX) return null
      const stored = new Promise<Stored>((resolve, reject) => {
        waiting.push({ ...arrived, resolve, reject })
      })
      if (!isWriting) void drain()
      return stored
    },
  }
}

async function knownOf(tx: Tx, batch: readonly Arrived[]): Promise<readonly string[]> {
  const ids = batch.map(({ event }) => event.id)
  const rows = await tx.selectFrom('payment_event').select('id').where('id', 'in', ids).execute()
  return rows.map(({ id }) => id)
}

/** False when another server wrote it meanwhile. */
async function writeEvent(
  tx: Tx,
  { id, type, subject, createdAt, apiVersion }: VerifiedEvent,
  body: string,
  now: Instant,
): Promise<boolean> {
  const row = { id, type, subject: subject.id, created_at: createdAt, received_at: now, body }
  const inserted = await tx
    .insertInto('payment_event')
    .values({ ...row, api_version: apiVersion })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return inserted.numInsertedOrUpdatedRows === 1n
}

function isFollowed({ kind, id }: Subject): boolean {
  return id !== '' && kind !== 'other' && kind !== 'setup'
}

/** Also from where nothing was told, by whoever doubts that all is known. */
export async function wantLook(
  tx: Tx,
  { kind, id }: Subject,
  count: number,
  now: Instant,
): Promise<void> {
  await tx
    .insertInto('payment_subject')
    .values({ id, kind, wanted: count, done: 0, attempts: 0, look_at: now, leased_until: 0 })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet(({ ref, eb }) => ({
        wanted: eb(ref('payment_subject.wanted'), '+', count),
        ...{ attempts: 0, look_at: now },
      })),
    )
    .execute()
}
