/**
 * Who pays by card, with what, and every try of it. Written down in these tables first, then asked of whoever moves the money; what came of it
 * is in `payment` and the ledger. `mode` keeps what the emulator made apart from what is real. The engine itself lets one attempt of a purpose
 * be live at a time. Locations get the usual days for what happens about a declined card.
 */
import { type Kysely, sql } from 'kysely'
import { rewriteBodies } from '../rewrite-bodies.ts'

const usualDunning = {
  ...{ retryDays: [3, 5, 7], overdueDays: 7, blockedDays: 14 },
  blocks: { failed: 'nothing', overdue: 'paid-bookings', blocked: 'bookings' },
}

export async function migrate(db: Kysely<unknown>): Promise<void> {
  const statements = [
    // Kept beside the member, so that who books is not asked for their bills each time.
    "alter table member add column unpaid text not null default '[]'",
    `create table payer (payer_id text not null, mode text not null, ref text, backup_method text, backup_agreed_at bigint,
      primary key (payer_id, mode))`,
    'create index payer_of_ref on payer (ref)',
    `create table pay_method (id text primary key, payer_id text not null, mode text not null, position integer not null, body text not null)`,
    'create index pay_method_of_payer on pay_method (payer_id, mode, position)',
    `create table pay_attempt (id text primary key, mode text not null, purpose_kind text not null, purpose_id text not null, n integer not null,
      payer_id text not null, site_id text not null, state text not null, is_live integer not null, failed_on text, ref text, page_ref text,
      created_at bigint not null, body text not null, unique (purpose_kind, purpose_id, n))`,
    'create unique index pay_attempt_live on pay_attempt (purpose_kind, purpose_id) where is_live = 1',
    'create index pay_attempt_of_payer on pay_attempt (payer_id)',
    'create index pay_attempt_of_ref on pay_attempt (ref)',
    'create index pay_attempt_of_page on pay_attempt (page_ref)',
    `create table refund (id text primary key, mode text not null, bill_id text not null, payment_id text not null, amount_minor bigint not null,
      state text not null, ref text, body text not null)`,
    'create index refund_of_bill on refund (bill_id)',
    'create index refund_of_ref on refund (ref)',
  ]
  for (const statement of statements) await sql.raw(statement).execute(db)
  await rewriteBodies(db, 'site', (site) => ({
    ...site,
    billing: { ...(site['billing'] as object), dunning: usualDunning },
  }))
  // Documents that carry any of it are made again from the tables.
  for (const kind of ['member/%', 'catalogue/%']) {
    await sql`delete from document_row where document in
      (select id from document_head where name like ${kind})`.execute(db)
    await sql`delete from document_head where name like ${kind}`.execute(db)
  }
}
