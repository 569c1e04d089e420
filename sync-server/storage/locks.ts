import { sql } from 'kysely'
import type { DocumentHead } from './document-log.ts'
import type { Storage, Tx } from './storage.ts'

/**
 * One settlement at a time over one database, in order of arrival. On SQLite a transaction is alone anyway; on PostgreSQL
 * several servers take turns by an advisory lock that ends with the transaction.
 */
export async function lockSettlement(storage: Storage, tx: Tx): Promise<void> {
  if (storage.engine === 'postgres') await sql`select pg_advisory_xact_lock(20261124)`.execute(tx)
}

/**
 * Nobody else writes this document until the transaction ends; servers that want to wait in a line. False when somebody wrote since the
 * head was read.
 */
export async function lockDocument(
  storage: Storage,
  tx: Tx,
  { id, epoch, n }: DocumentHead,
): Promise<boolean> {
  if (storage.engine === 'sqlite') return true
  const row = await tx
    .selectFrom('document_head')
    .select(['epoch', 'n'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row?.epoch === epoch && row.n === n
}
