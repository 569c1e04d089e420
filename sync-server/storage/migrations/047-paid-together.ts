/** What was wished together may be paid with one payment. Nothing that stands was: each was paid by itself, or is on the next bill. */
import { type Kysely, sql } from 'kysely'
import { rewriteBodies } from '../rewrite-bodies.ts'

export async function migrate(db: Kysely<unknown>): Promise<void> {
  await rewriteBodies(db, 'booking', (booking) => ({ ...booking, paidWith: null }))
  // Documents that carry it are made again from the tables.
  await sql`delete from document_row where document in
    (select id from document_head where name like 'member/%')`.execute(db)
  await sql`delete from document_head where name like 'member/%'`.execute(db)
}
