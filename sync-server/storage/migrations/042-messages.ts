/**
 * Messages between members: what was written, what a thread is to each of its two, what each chose, and what was reported to the team. Nobody had
 * written before. Locations that were here have messages turned on: nobody is written to who is in no directory.
 */
import { type Kysely, sql } from 'kysely'
import { rewriteBodies } from '../rewrite-bodies.ts'

export async function migrate(db: Kysely<unknown>): Promise<void> {
  await rewriteBodies(db, 'site', (site) => ({ ...site, hasMessages: true }))
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // What was withheld has no place in the thread of the other, but one all the same, so that its author sees it where they wrote it.
  `create table message (id text primary key, thread text not null, n integer not null, from_id text not null, to_id text not null,
    sent_at bigint not null, is_withheld integer not null, state text not null, text text not null, unique (thread, n))`,
  'create index message_from on message (from_id, sent_at)',
  'create index message_to on message (to_id, sent_at)',
  `create table thread_side (member_id text not null, other_id text not null, read_n integer not null, is_muted integer not null,
    is_blocked integer not null, primary key (member_id, other_id))`,
  'create table message_choice (member_id text primary key, body text not null)',
  `create table message_report (id text primary key, site_id text not null references site (id), by_id text not null, about_id text not null,
    made_at bigint not null, decided_at bigint, body text not null)`,
  'create index message_report_of_site on message_report (site_id, decided_at, made_at)',
]
