/**
 * Rates may say that what they cost is paid when it is booked. None did before, and nothing that stands was booked so: it is on the next bill.
 */
import { type Kysely, sql } from 'kysely'
import { rewriteBodies } from '../rewrite-bodies.ts'

export async function migrate(db: Kysely<unknown>): Promise<void> {
  await rewriteBodies(db, 'rate', (rate) => ({ ...rate, isPrepaid: false }))
  await rewriteBodies(db, 'booking', (booking) => ({ ...booking, isPrepaid: false }))
  // Documents that carry any of it are made again from the tables.
  for (const kind of ['member/%', 'catalogue/%']) {
    await sql`delete from document_row where document in
      (select id from document_head where name like ${kind})`.execute(db)
    await sql`delete from document_head where name like ${kind}`.execute(db)
  }
}
