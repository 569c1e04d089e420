/** A join link may ask for a way to pay. Those that were made before asked for none. */
import { type Kysely, sql } from 'kysely'

export async function migrate(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw('alter table join_link add column needs_method integer not null default 0')
    .execute(db)
}
