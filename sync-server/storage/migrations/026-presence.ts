/**
 * Members may let others see where they sit. None has said yes before they were asked; a location lets those who do find each other,
 * because nobody is found who does not want to be.
 */
import { type Kysely, sql } from 'kysely'
import { rewriteBodies } from '../rewrite-bodies.ts'

export async function migrate(db: Kysely<unknown>): Promise<void> {
  await sql`alter table member add column is_findable integer not null default 0`.execute(db)
  await rewriteBodies(db, 'site', (site) => ({ ...site, membersFindEachOther: true }))
}
