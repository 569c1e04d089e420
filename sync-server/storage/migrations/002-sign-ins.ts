/** Sign-ins that were ended from afar, and the read-only keys that members give to other tools. */
import { type Kysely, sql } from 'kysely'

export async function migrate(db: Kysely<unknown>): Promise<void> {
  const statements = [
    'create table ended_sign_in (token_hash text primary key, ended_at bigint not null)',
    `create table read_key (id text primary key, hash text not null unique, member_id text not null references member (id),
      name text not null, made_at bigint not null)`,
    'create index read_key_by_member on read_key (member_id, made_at)',
  ]
  for (const statement of statements) await sql.raw(statement).execute(db)
}
