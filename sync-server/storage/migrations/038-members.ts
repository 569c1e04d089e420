/** Who was invited, how one may ask to join, who has asked, and what the team notes about a member. */
import { type Kysely, sql } from 'kysely'

export async function migrate(db: Kysely<unknown>): Promise<void> {
  for (const statement of [
    `create table invitation (member_id text not null references member (id), site_id text not null references site (id),
      invited_by text not null, sent_at bigint not null, primary key (member_id, site_id))`,
    `create table join_link (site_id text primary key references site (id), token text not null unique,
      needs_approval integer not null, tiers text not null, made_at bigint not null)`,
    `create table join_request (id text primary key, site_id text not null references site (id), email text not null,
      name text not null, tier_id text not null, consents text not null, asked_at bigint not null, unique (site_id, email))`,
    `create table member_note (id text primary key, site_id text not null references site (id),
      member_id text not null references member (id), text text not null, written_by text not null, written_at bigint not null)`,
  ]) {
    await sql.raw(statement).execute(db)
  }
}
