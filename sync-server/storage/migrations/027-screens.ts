/** Screens on the walls of a location: what each shows, and hashes of the code it is paired with and of the key it has since. */
import { type Kysely, sql } from 'kysely'

export async function migrate(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`create table screen (id text primary key, site_id text not null references site (id), body text not null,
      code_hash text unique, code_until bigint, key_hash text unique, made_at bigint not null, seen_at bigint)`)
    .execute(db)
}
