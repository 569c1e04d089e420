import type { IsolationLevel, Kysely } from 'kysely'
import type { Database } from './database.ts'
import type { Tx } from './storage.ts'

/**
 * All of the work, or nothing of it. Throws what went wrong first: an engine that could not write, or a connection that is gone, has
 * rolled back by itself and refuses to do it again, and that second error would hide the one that says why.
 */
export async function inTransaction<T>(
  db: Kysely<Database>,
  work: (tx: Tx) => Promise<T>,
  isolation?: IsolationLevel,
): Promise<T> {
  const begin = db.startTransaction()
  const tx = await (isolation === undefined ? begin : begin.setIsolationLevel(isolation)).execute()
  try {
    const result = await work(tx)
    await tx.commit().execute()
    return result
  } catch (error) {
    await tx
      .rollback()
      .execute()
      .catch(() => undefined) // it was rolled back already
    throw error
  }
}
