/** Whoever holds a place by contract may let others have it for some days. Nobody did before. */
import type { Kysely } from 'kysely'
import { rewriteBodies } from '../rewrite-bodies.ts'

export async function migrate(db: Kysely<unknown>): Promise<void> {
  await rewriteBodies(db, 'resource', (resource) => ({ ...resource, absences: [] }))
}
