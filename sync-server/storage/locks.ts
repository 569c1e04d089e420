import { sql } from 'kysely'
import type { Storage, Tx } from './storage.ts'

/**
 * One settlement at a time over one database, in order of arrival. On SQLite a transaction is alone anyway; on PostgreSQL
 * several servers take turns by an advisory lock that ends with the transaction.
 */
export async function lockSettlement(storage: Storage, tx: Tx): Promise<void> {
  if (storage.engine === 'postgres') await sql`select pg_advisory_xact_lock(20261124)`.execute(tx)
}
