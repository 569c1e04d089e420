/** The first schema. Tables are the same on both engines; the guard of the claims is each engine's own. */
import { type Kysely, sql } from 'kysely'
import type { Engine } from '../storage.ts'

const INTERVAL_MS_MAX = 31 * 24 * 60 * 60_000

export async function migrate(db: Kysely<unknown>, engine: Engine): Promise<void> {
  const serial = engine === 'sqlite' ? 'integer primary key autoincrement' : 'bigserial primary key'
  const bytes = engine === 'sqlite' ? 'blob' : 'bytea'
  const statements = [
    'create table setting (key text primary key, value text not null)',
    'create table site (id text primary key, position integer not null, body text not null)',
    `create table floor_plan (floor_id text not null, version integer not null, site_id text not null, body text not null,
      published_at bigint not null, primary key (floor_id, version))`,
    `create table resource (id text primary key, site_id text not null references site (id), position integer not null,
      body text not null, assigned_member text, assigned_team text)`,
    `create table closure (id text primary key, site_id text not null references site (id), body text not null,
      removed_at bigint)`,
    'create table tier (id text not null, site_id text not null, position integer not null, body text not null, primary key (site_id, id))',
    'create table rate (id text not null, site_id text not null, position integer not null, body text not null, primary key (site_id, id))',
    'create table team (id text primary key, name text not null, manager_id text not null)',
    `create table member (id text primary key, account_id text unique, email text not null unique, name text not null,
      role text not null, tier_id text, team_id text)`,
    `create table member_site (member_id text not null references member (id), site_id text not null references site (id),
      position integer not null, primary key (member_id, site_id))`,
    `create table intent (arrival ${serial}, id text not null unique, member_id text not null, device_id text not null,
      seq bigint not null, kind text not null, record text not null, digest text not null, carrier text not null,
      received_at bigint not null, settled_at bigint, settled text,
      check ((settled_at is null) = (settled is null)))`,
    'create index intent_waiting on intent (arrival) where settled_at is null',
    'create index intent_by_member on intent (member_id, settled_at)',
    `create table booking (id text primary key, intent_id text not null, site_id text not null,
      resource_id text not null references resource (id), member_id text not null, starts_at bigint not null,
      ends_at bigint not null, state text not null, body text not null, check (starts_at < ends_at))`,
    'create index booking_by_member on booking (member_id, ends_at)',
    'create index booking_by_site on booking (site_id, ends_at)',
    `create table claim (booking_id text not null references booking (id), resource_id text not null, unit integer not null,
      starts_at bigint not null, ends_at bigint not null, released_at bigint,
      check (starts_at < ends_at and ends_at - starts_at <= ${INTERVAL_MS_MAX} and unit >= 1))`,
    'create unique index claim_of_booking on claim (booking_id) where released_at is null',
    `create index claim_live on claim (resource_id, unit, ends_at) where released_at is null`,
    'create table document_head (name text primary key, epoch text not null, n integer not null, bytes bigint not null)',
    `create table document_row (name text not null, epoch text not null, n integer not null, bytes ${bytes} not null,
      at bigint not null, primary key (name, epoch, n))`,
    'create table client_claim (document text not null, client_id bigint not null, owner text not null, primary key (document, client_id))',
    `create table job (key text primary key, kind text not null, run_at bigint not null, body text not null,
      attempts integer not null, leased_until bigint not null, done_at bigint)`,
    'create index job_due on job (run_at) where done_at is null',
    `create table audit (id ${serial}, at bigint not null, actor text not null, command text not null, subject text not null,
      detail text not null)`,
    ...(engine === 'sqlite' ? sqliteGuards : postgresGuards),
  ]
  for (const statement of statements) await sql.raw(statement).execute(db)
}

/** RAISE(IGNORE) makes an overlapping insert return no row, the same answer as ON CONFLICT DO NOTHING. */
const sqliteGuards = [
  `create trigger claim_guard before insert on claim
    when exists (select 1 from claim where resource_id = new.resource_id and unit = new.unit and released_at is null
      and ends_at > new.starts_at and starts_at < new.ends_at)
    begin select raise(ignore); end`,
  `create trigger claim_is_fact before update on claim
    when old.released_at is not null or new.released_at is null or old.booking_id <> new.booking_id
      or old.resource_id <> new.resource_id or old.unit <> new.unit or old.starts_at <> new.starts_at or old.ends_at <> new.ends_at
    begin select raise(abort, 'claims are inserted or released, never changed'); end`,
  `create trigger outcome_is_fact before update on intent when old.settled_at is not null
    begin select raise(abort, 'an outcome is settled once'); end`,
  `create trigger audit_no_update before update on audit begin select raise(abort, 'the audit trail is append-only'); end`,
  `create trigger audit_no_delete before delete on audit begin select raise(abort, 'the audit trail is append-only'); end`,
]

const postgresGuards = [
  'create extension if not exists btree_gist',
  `alter table claim add constraint claim_guard exclude using gist
    (resource_id with =, unit with =, int8range(starts_at, ends_at) with &&) where (released_at is null)`,
  `create function refuse_change() returns trigger language plpgsql as $$
    begin raise exception '%', tg_argv[0]; end $$`,
  `create trigger claim_is_fact before update on claim for each row
    when (old.released_at is not null or new.released_at is null or old.booking_id <> new.booking_id
      or old.resource_id <> new.resource_id or old.unit <> new.unit or old.starts_at <> new.starts_at or old.ends_at <> new.ends_at)
    execute function refuse_change('claims are inserted or released, never changed')`,
  `create trigger outcome_is_fact before update on intent for each row when (old.settled_at is not null)
    execute function refuse_change('an outcome is settled once')`,
  `create trigger audit_no_change before update or delete on audit for each row
    execute function refuse_change('the audit trail is append-only')`,
]
