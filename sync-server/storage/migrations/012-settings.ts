/** Places can be taken off the list or be no more; those that were there are bookable and stay. */
import { type Kysely, sql } from 'kysely'
import { rewriteBodies } from '../rewrite-bodies.ts'

export async function migrate(db: Kysely<unknown>): Promise<void> {
  await sql`alter table resource add column retired_at bigint`.execute(db)
  await rewriteBodies(db, 'resource', (resource) => ({ ...resource, isBookable: true }))
}
