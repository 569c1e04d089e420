/** A booking says what it and others of its day cost at most together. Of those that stand nothing of the kind was agreed. */
import { type Kysely, sql } from 'kysely'
import { rewriteBodies } from '../rewrite-bodies.ts'

export async function migrate(db: Kysely<unknown>): Promise<void> {
  await rewriteBodies(db, 'booking', (booking) => ({ ...booking, dayPrice: null }))
  // Documents that carry it are made again from the tables.
  await sql`delete from document_row where document in
    (select id from document_head where name like 'member/%')`.execute(db)
  await sql`delete from document_head where name like 'member/%'`.execute(db)
}
