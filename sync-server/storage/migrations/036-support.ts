/**
 * Help: tickets with what was said and done about them, articles, known problems, and what a location promises. Nobody had asked anything
 * before. An entry is written once and stays; a location without a row of promises keeps the usual ones.
 */
import { type Kysely, sql } from 'kysely'

export async function migrate(db: Kysely<unknown>): Promise<void> {
  const statements = [
    `create table ticket (id text primary key, site_id text not null references site (id), member_id text not null, number integer not null,
      state text not null, outage_id text, last_at bigint not null, body text not null, unique (site_id, number))`,
    'create index ticket_of_member on ticket (member_id, state, last_at)',
    'create index ticket_of_site on ticket (site_id, state, last_at)',
    `create table ticket_entry (ticket_id text not null, n integer not null, body text not null, primary key (ticket_id, n))`,
    `create table article (id text not null, site_id text not null references site (id), position integer not null, state text not null,
      body text not null, primary key (site_id, id))`,
    `create table article_solved (intent_id text primary key, site_id text not null, article_id text not null, solved_at bigint not null)`,
    'create index article_solved_of_site on article_solved (site_id, article_id)',
    `create table outage (id text primary key, site_id text not null references site (id), since bigint not null, ended_at bigint,
      body text not null)`,
    'create table support_setting (site_id text primary key references site (id), body text not null)',
    // A mail that is delivered twice is one mail.
    'create table mail_seen (message_id text primary key, seen_at bigint not null)',
  ]
  for (const statement of statements) await sql.raw(statement).execute(db)
}
