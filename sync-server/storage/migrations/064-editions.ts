/**
 * Announcements know which edition they are and when their words were changed, what they said before is kept, and what was read is one edition
 * of them. So far each is its first. What the location's documents tell of them is made again.
 */
import { type Kysely, sql } from 'kysely'
import { rewriteBodies } from '../rewrite-bodies.ts'

export async function migrate(db: Kysely<unknown>): Promise<void> {
  await rewriteBodies(db, 'announcement', (body) => ({
    ...body,
    ...{ edition: 1, toldAt: body['savedAt'], changedAt: null },
  }))
  const statements = [
    `create table earlier_words (announcement_id text not null references announcement (id), revision integer not null, body text not null,
      primary key (announcement_id, revision))`,
    'alter table announcement_read add column edition integer not null default 1',
  ]
  for (const statement of statements) await sql.raw(statement).execute(db)
  for (const kind of ['happenings/%', 'attendees/%']) {
    await sql`delete from document_row where document in
      (select id from document_head where name like ${kind})`.execute(db)
    await sql`delete from document_head where name like ${kind}`.execute(db)
  }
}
