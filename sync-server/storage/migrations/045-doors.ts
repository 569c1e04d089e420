/** Who comes to an event has a code for its door, and doors note who came in. Whoever had said yes before gets a code now. */
import { type Kysely, sql } from 'kysely'
import { freshCode } from '../fresh-code.ts'

export async function migrate(db: Kysely<unknown>): Promise<void> {
  await sql`alter table rsvp add column code text not null default ''`.execute(db)
  const { rows } = await sql<{ event_id: string; member_id: string }>`
    select event_id, member_id from rsvp`.execute(db)
  for (const { event_id, member_id } of rows) {
    await sql`update rsvp set code = ${freshCode()}
      where event_id = ${event_id} and member_id = ${member_id}`.execute(db)
  }
  const statements = [
    'create unique index rsvp_of_code on rsvp (event_id, code)',
    `create table entry (id text primary key, event_id text not null references event (id), member_id text not null, body text not null)`,
    'create index entry_of_event on entry (event_id)',
    'create index entry_of_member on entry (member_id)',
  ]
  for (const statement of statements) await sql.raw(statement).execute(db)
}
