/**
 * Memberships may include hours and days, members and teams may hold passes, and bookings say what they use of them. Nothing was included
 * and nobody had a pass before, so bookings use nothing; what a member could book is paid for in money, as it was.
 */
import { type Kysely, sql } from 'kysely'
import { rewriteBodies } from '../rewrite-bodies.ts'
import type { Engine } from '../storage.ts'

const usualWallet = '{"usedBy":"everybody","isFirst":false}'
const usualPasses = { offers: [], dayEndsAtMinute: 180, halfDayMinutes: 300, graceDays: 7 }

export async function migrate(db: Kysely<unknown>, engine: Engine): Promise<void> {
  const statements = [
    'alter table member add column tier_since text',
    `alter table team add column wallet text not null default '${usualWallet}'`,
    `create table lot (id text primary key, site_id text not null, member_id text, team_id text, expires_at bigint,
      body text not null)`,
    'create index lot_of_member on lot (member_id)',
    'create index lot_of_team on lot (team_id)',
    `create table lot_use (booking_id text not null, lot_id text not null, member_id text not null, source text not null,
      starts_at bigint not null, ends_at bigint not null, body text not null)`,
    'create index lot_use_of_booking on lot_use (booking_id)',
    'create index lot_use_of_lot on lot_use (lot_id)',
    'create index lot_use_of_member on lot_use (member_id, source, starts_at)',
    ...counted(engine),
  ]
  for (const statement of statements) await sql.raw(statement).execute(db)
  await rewriteBodies(db, 'site', (site) => ({ ...site, passes: usualPasses }))
  await rewriteBodies(db, 'tier', (tier) => ({ ...tier, allowances: [] }))
  await rewriteBodies(db, 'series', (series) => ({ ...series, payWith: 'personal' }))
  await rewriteBodies(db, 'booking', (booking) => ({
    ...{ ...booking, covered: [] },
    payWith: 'personal',
  }))
  // Documents that carry any of it are made again from the tables.
  for (const kind of ['member/%', 'catalogue/%']) {
    await sql`delete from document_row where document in
      (select id from document_head where name like ${kind})`.execute(db)
    await sql`delete from document_head where name like ${kind}`.execute(db)
  }
}

/** Passes are kept between settlements as catalogues and people are: see migration 010. */
function counted(engine: Engine): readonly string[] {
  const changes = ['insert', 'update', 'delete']
  if (engine === 'sqlite') {
    return changes.map(
      (change) => `create trigger lot_${change}_counts after ${change} on lot
        begin update change_count set space = space + 1; end`,
    )
  }
  return [
    `create trigger lot_counts after insert or update or delete on lot
      for each statement execute function count_space()`,
  ]
}
