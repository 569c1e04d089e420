/**
 * Memberships over time. Whoever never changed anything has no row: theirs is what their tier says, since the day that stands beside it, and
 * that is everybody so far. A fee was a price a month; it says now a price, its rhythm, and how a membership with it is changed: by days, not
 * by members themselves, ended at the end of any period, and not paused.
 */
import { type Kysely, sql } from 'kysely'
import { rewriteBodies } from '../rewrite-bodies.ts'
import type { Engine } from '../storage.ts'

interface OldFee {
  readonly tierId: string
  readonly monthlyMinor: number
}

export async function migrate(db: Kysely<unknown>, engine: Engine): Promise<void> {
  const statements = [
    `create table membership (id text primary key, member_id text not null, site_id text not null, position integer not null,
      body text not null, unique (member_id, position))`,
    ...(engine === 'sqlite' ? countedOnSqlite : countedOnPostgres),
  ]
  for (const statement of statements) await sql.raw(statement).execute(db)
  await rewriteBodies(db, 'site', (site) => {
    const billing = site['billing'] as { readonly fees: readonly OldFee[] } // written by us alone
    return { ...site, billing: { ...billing, fees: billing.fees.map(renewed) } }
  })
  // Documents that carry any of it are made again from the tables.
  for (const kind of ['member/%', 'catalogue/%']) {
    await sql`delete from document_row where document in
      (select id from document_head where name like ${kind})`.execute(db)
    await sql`delete from document_head where name like ${kind}`.execute(db)
  }
}

function renewed({ tierId, monthlyMinor }: OldFee) {
  const price = { tierId, priceMinor: monthlyMinor, per: 'month' }
  return { ...price, isOffered: false, isByDays: true, noticeDays: 0, pause: null }
}

/** People are kept between settlements with their memberships: see migration 010. */
const countedOnSqlite = ['insert', 'update', 'delete'].map(
  (change) => `create trigger membership_${change}_counts after ${change} on membership
    begin update change_count set space = space + 1; end`,
)

const countedOnPostgres = [
  `create trigger membership_counts after insert or update or delete on membership
    for each statement execute function count_space()`,
]
