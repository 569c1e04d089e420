/** Events and who comes to them; announcements and who has read them. Nothing of it was there before. */
import { type Kysely, sql } from 'kysely'

export async function migrate(db: Kysely<unknown>): Promise<void> {
  const statements = [
    `create table event (id text primary key, site_id text not null references site (id), starts_at bigint not null, ends_at bigint not null,
      body text not null)`,
    'create index event_of_site on event (site_id, ends_at)',
    `create table rsvp (event_id text not null references event (id), member_id text not null, state text not null, body text not null,
      primary key (event_id, member_id))`,
    'create index rsvp_of_member on rsvp (member_id)',
    `create table announcement (id text primary key, site_id text not null references site (id), shown_until text, removed_at bigint,
      body text not null)`,
    'create index announcement_of_site on announcement (site_id, removed_at)',
    `create table announcement_read (announcement_id text not null references announcement (id), member_id text not null, read_at bigint not null,
      primary key (announcement_id, member_id))`,
  ]
  for (const statement of statements) await sql.raw(statement).execute(db)
}
