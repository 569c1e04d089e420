/**
 * What members are told outside of the app: how they want it, each piece of news for each way, which is unique for what happened, person
 * and way; where the devices are that want it pushed; and what a location says in its own words. Locations begin with the usual hours.
 */
import { type Kysely, sql } from 'kysely'
import { rewriteBodies } from '../rewrite-bodies.ts'

/** A day before; what can wait comes between eight and eight. */
const usualHours = { reminders: 'day', quietFrom: 1200, quietUntil: 480 }

export async function migrate(db: Kysely<unknown>): Promise<void> {
  const usual = sql.lit('{"off":[],"reminders":null}')
  await sql`alter table member add column news text not null default ${usual}`.execute(db)
  await rewriteBodies(db, 'site', (site) => ({ ...site, news: usualHours }))
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `create table news (key text primary key, site_id text not null, member_id text not null, channel text not null,
    kind text not null, body text not null, made_at bigint not null, send_at bigint not null, state text not null,
    attempts integer not null, settled_at bigint, problem text, subject text)`,
  'create index news_by_site on news (site_id, made_at)',
  'create index news_by_member on news (member_id, made_at)',
  `create table push_subscription (endpoint text primary key, member_id text not null, device_id text not null,
    p256dh text not null, auth text not null, made_at bigint not null)`,
  'create index push_by_member on push_subscription (member_id)',
  `create table news_template (site_id text not null, language text not null, kind text not null, subject text not null,
    text text not null, saved_at bigint not null, saved_by text not null, primary key (site_id, language, kind))`,
  'create table site_access (site_id text primary key, body text not null)',
]
