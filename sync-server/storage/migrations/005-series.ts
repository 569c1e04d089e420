/**
 * Series have a table. Every booking made before belongs to none, and says so; members' and day documents, which carry bookings, are
 * projected again under a new epoch when somebody follows them.
 */
import { type Kysely, sql } from 'kysely'
import { rewriteBodies } from '../rewrite-bodies.ts'

export async function migrate(db: Kysely<unknown>): Promise<void> {
  await sql`create table series (id text primary key, intent_id text not null, site_id text not null, member_id text not null,
    ends_at bigint not null, body text not null)`.execute(db)
  await sql`create index series_by_member on series (member_id, ends_at)`.execute(db)
  await rewriteBodies(db, 'booking', (booking) => ({ ...booking, series: null }))
  for (const kind of ['member/%', 'desk/%']) {
    await sql`delete from document_row where name like ${kind}`.execute(db)
    await sql`delete from document_head where name like ${kind}`.execute(db)
  }
}
