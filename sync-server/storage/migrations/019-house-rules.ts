/** A location may have house rules, by version, and members say yes to them. There were none, and nobody had to. */
import { type Kysely, sql } from 'kysely'
import { rewriteBodies } from '../rewrite-bodies.ts'

export async function migrate(db: Kysely<unknown>): Promise<void> {
  await sql`alter table member add column consents text not null default '[]'`.execute(db)
  await rewriteBodies(db, 'site', (site) => ({ ...site, houseRules: [] }))
}
