/** Perks, and the days on which members used them. Nothing of it was there before. */
import { type Kysely, sql } from 'kysely'

export async function migrate(db: Kysely<unknown>): Promise<void> {
  const statements = [
    'create table perk (id text primary key, site_id text not null references site (id), removed_at bigint, body text not null)',
    'create index perk_of_site on perk (site_id, removed_at)',
    `create table perk_use (perk_id text not null references perk (id), member_id text not null, used_on text not null,
      primary key (perk_id, member_id, used_on))`,
    'create index perk_use_of_member on perk_use (member_id)',
  ]
  for (const statement of statements) await sql.raw(statement).execute(db)
}
