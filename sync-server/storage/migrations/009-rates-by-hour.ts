/** Rates may count at some hours only, and have a priority. Those that were there count at any time, none before another. */
import type { Kysely } from 'kysely'
import { rewriteBodies } from '../rewrite-bodies.ts'

export async function migrate(db: Kysely<unknown>): Promise<void> {
  await rewriteBodies(db, 'rate', (rate) => ({ ...rate, hours: null, priority: 0 }))
}
