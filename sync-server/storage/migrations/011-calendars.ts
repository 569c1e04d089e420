/** Bookings count their changes, and a member may have a calendar feed. */
import { type Kysely, sql } from 'kysely'
import { rewriteBodies } from '../rewrite-bodies.ts'

export async function migrate(db: Kysely<unknown>): Promise<void> {
  await rewriteBodies(db, 'booking', (booking) => ({ ...booking, revision: 0 }))
  await sql`create table calendar_feed (member_id text primary key references member (id), hash text not null unique,
    made_at bigint not null)`.execute(db)
  // Members' documents are made again from the tables, with what bookings say now.
  await sql`delete from document_row where name like 'member/%'`.execute(db)
  await sql`delete from document_head where name like 'member/%'`.execute(db)
}
