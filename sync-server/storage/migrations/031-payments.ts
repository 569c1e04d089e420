/**
 * What the payment processor said, and what is made of it: messages by their id, so that each counts once; the things they are about, one
 * row each, so that one is looked at by one at a time; what an operator must hear of; what the balance there
 * moved. And the tables of the emulator, which plays the
 * processor where there is none: they are its memory alone, and nothing of the portal reads them.
 */
import { type Kysely, sql } from 'kysely'
import type { Engine } from '../storage.ts'

export async function migrate(db: Kysely<unknown>, engine: Engine): Promise<void> {
  const serial = engine === 'sqlite' ? 'integer primary key autoincrement' : 'bigserial primary key'
  const statements = [
    `create table payment_event (id text primary key, type text not null, subject text not null,
      created_at bigint not null, received_at bigint not null, api_version text, body text not null)`,
    'create index payment_event_by_time on payment_event (received_at)',
    `create table payment_subject (id text primary key, kind text not null, wanted integer not null,
      done integer not null, attempts integer not null, look_at bigint not null, leased_until bigint not null)`,
    'create index payment_subject_by_time on payment_subject (look_at)',
    `create table payment_alarm (key text primary key, kind text not null, at bigint not null, detail text not null)`,
    `create table payment_movement (id text primary key, mode text not null, kind text not null, amount_minor bigint not null,
      fee_minor bigint not null, currency text not null, source text, at bigint not null)`,
    `create table emulated_object (n ${serial}, id text not null unique, kind text not null, owner text not null,
      created bigint not null, body text not null)`,
    'create index emulated_object_of_owner on emulated_object (kind, owner)',
    `create table emulated_call (key text primary key, digest text not null, status integer not null, body text not null)`,
  ]
  for (const statement of statements) await sql.raw(statement).execute(db)
}
