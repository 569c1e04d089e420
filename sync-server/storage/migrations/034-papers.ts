/**
 * Papers: the PDFs of bills, credit notes and receipts with what signs them. Like all that is posted they are never changed or removed, but in a
 * sample that is put back to its first day; nor is the log of keys. What was issued before has none yet, and gets it when it is asked for.
 */
import { type Kysely, sql } from 'kysely'
import type { Engine } from '../storage.ts'

const kept = ['paper', 'signing_key']

export async function migrate(db: Kysely<unknown>, engine: Engine): Promise<void> {
  const serial = engine === 'sqlite' ? 'integer primary key autoincrement' : 'bigserial primary key'
  const blob = engine === 'sqlite' ? 'blob' : 'bytea'
  const statements = [
    `create table paper (id text primary key, site_id text not null, kind text not null, bill_id text not null, number text not null,
      on_date text not null, sha256 text not null, bytes integer not null, key_id text not null, signed_at bigint not null,
      signature text not null, sealed text not null, pdf ${blob} not null, unique (site_id, kind, number))`,
    'create index paper_of_bill on paper (bill_id)',
    'create index paper_by_hash on paper (sha256)',
    `create table signing_key (n ${serial}, id text not null unique, site_id text not null, public_key text not null,
      since bigint not null, made_by text not null)`,
    'create table signing_secret (key_id text primary key, secret text not null)',
    ...kept.flatMap((table) => (engine === 'sqlite' ? keptOnSqlite(table) : keptOnPostgres(table))),
  ]
  for (const statement of statements) await sql.raw(statement).execute(db)
}

function keptOnSqlite(table: string): readonly string[] {
  const refusal = 'what is posted is never changed'
  return [
    `create trigger ${table}_no_update before update on ${table} begin select raise(abort, '${refusal}'); end`,
    `create trigger ${table}_no_delete before delete on ${table}
      when not exists (select 1 from setting where key = 'sample')
      begin select raise(abort, '${refusal}'); end`,
  ]
}

/** The function is that of migration 028. */
function keptOnPostgres(table: string): readonly string[] {
  return [
    `create trigger ${table}_no_change before update or delete on ${table} for each row
      execute function refuse_unless_sample()`,
  ]
}
