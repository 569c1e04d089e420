/** Bookings say who made them where that was not the member; what was there before was made by members themselves. */
import { type Kysely, sql } from 'kysely'
import { rewriteBodies } from '../rewrite-bodies.ts'

export async function migrate(db: Kysely<unknown>): Promise<void> {
  await rewriteBodies(db, 'booking', (booking) => ({ ...booking, madeBy: null }))
  // Members' documents are made again from the tables, with what bookings say now.
  await sql`delete from document_row where name like 'member/%'`.execute(db)
  await sql`delete from document_head where name like 'member/%'`.execute(db)
}
