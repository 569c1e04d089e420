/** Wishes as they arrived: recognised by id, settled exactly once, in order of arrival. */
import { createHash } from 'node:crypto'
import { type Selectable, sql } from 'kysely'
import type { SettledIntent } from '../../domain/bookings/wishes/outcome.ts'
import { compiledOnce } from './compiled-once.ts'
import type { Database } from './database.ts'
import { inParts } from './in-parts.ts'
import { parseKept } from './parse-kept.ts'
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
  const { rows } = await selectWaiting(reader, [], most + setAside.size)
  return rows.filter((row) => !setAside.has(row.id)).slice(0, most)
}

const selectWaiting = compiledOnce(
  () => [],
  (reader, _none, most: number) =>
    reader
      .selectFrom('intent')
      .selectAll()
      .where('settled_at', 'is', null)
      .orderBy('arrival')
      .limit(most),
)

/** Writes the one outcome of each. Throws when one of them has one already. */
export async function settleIntents(
  tx: Tx,
  outcomes: readonly WrittenOutcome[],
  at: number,
): Promise<void> {
  for (const part of inParts(outcomes)) {
    const done = await updateSettled(tx, part, at)
    if (Number(done.numAffectedRows) !== part.length) {
      const ids = part.map((one) => one.id).join(', ')
      throw new Error(`Broken invariant: each of ${ids} is settled once`)
    }
  }
}

interface WrittenOutcome {
  readonly id: string
  readonly settled: string
}

const updateSettled = compiledOnce(
  ({ id, settled }: WrittenOutcome) => [id, settled],
  (_tx, outcomes, at: number) => {
    const rows = outcomes.map(({ id, settled }) => sql`(${id}, ${settled})`)
    return sql`with outcome (id, settled) as (values ${sql.join(rows)})
      update intent set settled_at = ${at}, settled = outcome.settled from outcome
      where intent.id = outcome.id and intent.settled_at is null`
  },
)

/** What became of each member's wishes since an instant, in order of arrival. */
export async function outcomesOfMembers(
  reader: Reader,
  memberIds: readonly string[],
  since: number,
): Promise<ReadonlyMap<string, readonly SettledIntent[]>> {
  const byMember = new Map<string, SettledIntent[]>()
  for (const part of inParts(memberIds)) {
    const rows = await reader
      .selectFrom('intent')
      .select(['member_id', 'settled'])
      .where('member_id', 'in', part)
      .where('settled_at', '>', since)
      .orderBy('arrival')
      .execute()
    for (const { member_id, settled } of rows) {
      const own = byMember.get(member_id) ?? []
      byMember.set(member_id, own)
      if (settled !== null) own.push(parseKept<SettledIntent>(settled))
    }
  }
  return byMember
}

/** The highest settled seq of each device of each member: what its outbox need not carry any more. */
export async function settledSeqsOfMembers(
  reader: Reader,
  memberIds: readonly string[],
): Promise<ReadonlyMap<string, Readonly<Record<string, number>>>> {
  const byMember = new Map<string, Record<string, number>>()
  for (const part of inParts(memberIds)) {
    const rows = await reader
      .selectFrom('intent')
      .select(['member_id', 'device_id', ({ fn }) => fn.max('seq').as('seq')])
      .where('member_id', 'in', part)
      .where('carrier', '=', 'outbox')
      .where('settled_at', 'is not', null)
      .groupBy(['member_id', 'device_id'])
      .execute()
    for (const { member_id, device_id, seq } of rows) {
      byMember.set(member_id, { ...byMember.get(member_id), [device_id]: seq })
    }
  }
  return byMember
}
