/** Wishes as they arrived: recognised by id, settled exactly once, in order of arrival. */
import { createHash } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { Database } from './database.ts'
import type { Reader, Tx } from './storage.ts'

export type IntentRow = Selectable<Database['intent']>

export interface ReceivedIntent {
  readonly id: string
  readonly memberId: string
  readonly deviceId: string
  readonly seq: number
  readonly kind: string
  /** The record as JSON text, exactly as it came. */
  readonly record: string
  readonly carrier: 'outbox' | 'http'
}

/** `new`: stored now. `known`: the same record was here before. `differs`: the id belongs to another record, which stays. */
export type Reception = 'new' | 'known' | 'differs'

export async function receiveIntent(
  tx: Tx,
  intent: ReceivedIntent,
  at: number,
): Promise<Reception> {
  const digest = createHash('sha256').update(`${intent.memberId}\n${intent.record}`).digest('hex')
  const inserted = await tx
    .insertInto('intent')
    .values({
      id: intent.id,
      member_id: intent.memberId,
      device_id: intent.deviceId,
      seq: intent.seq,
      kind: intent.kind,
      record: intent.record,
      digest,
      carrier: intent.carrier,
      received_at: at,
      settled_at: null,
      settled: null,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('arrival')
    .executeTakeFirst()
  if (inserted !== undefined) return 'new'
  const known = await findIntent(tx, intent.id)
  return known?.digest === digest ? 'known' : 'differs'
}

export async function findIntent(reader: Reader, id: string): Promise<IntentRow | undefined> {
  return reader.selectFrom('intent').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The next waiting intents in order of arrival, without those set aside. */
export async function nextWaiting(
  reader: Reader,
  most: number,
  setAside: ReadonlySet<string>,
): Promise<readonly IntentRow[]> {
  const rows = await reader
    .selectFrom('intent')
    .selectAll()
    .where('settled_at', 'is', null)
    .orderBy('arrival')
    .limit(most + setAside.size)
    .execute()
  return rows.filter((row) => !setAside.has(row.id)).slice(0, most)
}

/** Writes the one outcome. Throws when there is one already. */
export async function settleIntent(tx: Tx, id: string, settled: string, at: number): Promise<void> {
  const result = await tx
    .updateTable('intent')
    .set({ settled_at: at, settled })
    .where('id', '=', id)
    .where('settled_at', 'is', null)
    .executeTakeFirst()
  if (result.numUpdatedRows !== 1n) throw new Error(`Broken invariant: ${id} is settled once`)
}
