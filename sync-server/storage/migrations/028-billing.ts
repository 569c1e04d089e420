/**
 * Bills, and the ledger behind them. What is posted is posted: the engine itself refuses to change or remove it; a sample alone, which is put
 * back to its first day, may be emptied. Nothing was billed before, so no location bills until somebody says since when; from then on what its
 * bookings and passes owe is posted (`settlement/post-charges`).
 */
import { type Kysely, sql } from 'kysely'
import { rewriteBodies } from '../rewrite-bodies.ts'
import type { Engine } from '../storage.ts'

const noBilling = {
  ...{ startsOn: null, billingDay: 1, dueDays: 14, numberPrefix: '' },
  company: { name: '', address: '', taxId: '' },
  ...{ taxName: 'VAT', isTaxIncluded: true, taxRates: [], fees: [] },
}

const posted = ['ledger_entry', 'bill', 'bill_line', 'credit_note', 'payment']

export async function migrate(db: Kysely<unknown>, engine: Engine): Promise<void> {
  const serial = engine === 'sqlite' ? 'integer primary key autoincrement' : 'bigserial primary key'
  const statements = [
    `create table ledger_entry (n ${serial}, site_id text not null, cause_kind text not null, cause_id text not null,
      account text not null, subject text not null, member_id text, kind text, on_date text not null,
      amount_minor bigint not null, currency text not null, posted_at bigint not null,
      check (amount_minor <> 0), unique (cause_kind, cause_id, account))`,
    'create index ledger_of_account on ledger_entry (account, subject)',
    'create index ledger_of_subject on ledger_entry (subject)',
    `create table bill (id text primary key, site_id text not null, payer_id text not null, period_from text not null,
      series text not null, count integer not null, issued_at bigint not null, issued_on text not null, total_minor bigint not null,
      currency text not null, body text not null, unique (site_id, payer_id, period_from), unique (site_id, series, count))`,
    'create index bill_of_payer on bill (payer_id, issued_at)',
    `create table bill_line (bill_id text not null, source text not null, amount_minor bigint not null,
      primary key (bill_id, source))`,
    'create index bill_line_of_source on bill_line (source)',
    `create table credit_note (id text primary key, bill_id text not null, site_id text not null, series text not null,
      count integer not null, total_minor bigint not null, body text not null, unique (site_id, series, count))`,
    'create index credit_note_of_bill on credit_note (bill_id)',
    `create table payment (id text primary key, bill_id text not null, amount_minor bigint not null, body text not null)`,
    'create index payment_of_bill on payment (bill_id)',
    // How far a run has come: the one thing here that changes.
    `create table billing_run (id text primary key, site_id text not null, period_from text not null, period_until text not null,
      started_at bigint not null, started_by text not null, payers integer not null, done integer not null, issued integer not null,
      last_payer text not null, finished_at bigint, unique (site_id, period_from))`,
    ...(engine === 'sqlite' ? posted.flatMap(keptOnSqlite) : keptOnPostgres()),
  ]
  for (const statement of statements) await sql.raw(statement).execute(db)
  await rewriteBodies(db, 'site', (site) => ({ ...site, billing: noBilling }))
  // Documents that carry any of it are made again from the tables.
  for (const kind of ['member/%', 'catalogue/%']) {
    await sql`delete from document_row where document in
      (select id from document_head where name like ${kind})`.execute(db)
    await sql`delete from document_head where name like ${kind}`.execute(db)
  }
}

const refusal = 'what is posted is never changed'
const isSample = "exists (select 1 from setting where key = 'sample')"

function keptOnSqlite(table: string): readonly string[] {
  return [
    `create trigger ${table}_no_update before update on ${table} begin select raise(abort, '${refusal}'); end`,
    `create trigger ${table}_no_delete before delete on ${table} when not ${isSample}
      begin select raise(abort, '${refusal}'); end`,
  ]
}

function keptOnPostgres(): readonly string[] {
  return [
    `create function refuse_unless_sample() returns trigger language plpgsql as $$
      begin
        if tg_op = 'DELETE' and ${isSample} then return old; end if;
        raise exception '${refusal}';
      end $$`,
    ...posted.map(
      (table) => `create trigger ${table}_no_change before update or delete on ${table} for each row
        execute function refuse_unless_sample()`,
    ),
  ]
}
