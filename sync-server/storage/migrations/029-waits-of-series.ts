/**
 * A wait says what the booking that it ends in will say, and what pays for it; so far that was nothing, and the member's own. A booking may
 * be a request to move another; none was. Members' documents and the lists of staff tell both, so they are projected again under a new
 * epoch when somebody follows them.
 */
import { type Kysely, sql } from 'kysely'
import { rewriteBodies } from '../rewrite-bodies.ts'

export async function migrate(db: Kysely<unknown>): Promise<void> {
  await rewriteBodies(db, 'wait', (wait) => ({ ...wait, note: '', payWith: 'personal' }))
  await rewriteBodies(db, 'booking', (booking) => ({ ...booking, moves: null }))
  const statements = [
    `delete from document_row where document in
      (select id from document_head where name like 'member/%' or name like 'requests/%')`,
    `delete from document_head where name like 'member/%' or name like 'requests/%'`,
  ]
  for (const statement of statements) await sql.raw(statement).execute(db)
}
