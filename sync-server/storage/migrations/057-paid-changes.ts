/**
 * What would move a booking says when that would be, because it may keep less of it: of a change that is paid first, only what the booking has
 * not got already. So far it kept all of it. Members' documents and the lists of staff tell of it, so they are made again.
 */
import { type Kysely, sql } from 'kysely'
import { rewriteBodies } from '../rewrite-bodies.ts'

export async function migrate(db: Kysely<unknown>): Promise<void> {
  await rewriteBodies(db, 'booking', ({ moves, ...booking }) => ({
    ...booking,
    moves: moves === null ? null : { ...(moves as object), to: booking['interval'] }, // written by us alone
  }))
  for (const kind of ['member/%', 'requests/%']) {
    await sql`delete from document_row where document in
      (select id from document_head where name like ${kind})`.execute(db)
    await sql`delete from document_head where name like ${kind}`.execute(db)
  }
}
