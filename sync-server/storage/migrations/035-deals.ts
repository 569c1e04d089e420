/**
 * Promo codes and who has redeemed them, which the engine lets nobody do beyond a code's limit (D-51).
 *
 * Money of payers that the space keeps: credits and deposits, and what left them. Like all that is posted it never changes, and the engine
 * itself refuses what would take more out of one than is in it.
 */
import { type Kysely, sql } from 'kysely'
import type { Engine } from '../storage.ts'

const posted = ['fund', 'fund_move']

export async function migrate(db: Kysely<unknown>, engine: Engine): Promise<void> {
  const statements = [
    `create table fund (id text primary key, kind text not null, site_id text not null, payer_id text not null,
      amount_minor bigint not null check (amount_minor > 0), valid_until text, on_date text not null, body text not null)`,
    'create index fund_of_payer on fund (payer_id, site_id)',
    `create table fund_move (id text primary key, fund_id text not null references fund (id), bill_id text,
      amount_minor bigint not null check (amount_minor > 0), body text not null)`,
    'create index fund_move_of_fund on fund_move (fund_id)',
    'create table bill_to (payer_id text primary key, body text not null)',
    `create table promo (id text primary key, site_id text not null, code text not null, uses_max integer, body text not null,
      unique (site_id, code))`,
    `create table promo_redemption (id text primary key, promo_id text not null references promo (id), site_id text not null,
      member_id text not null, body text not null, unique (promo_id, member_id))`,
    'create index promo_redemption_of_member on promo_redemption (member_id)',
    ...(engine === 'sqlite'
      ? [...posted.flatMap(keptOnSqlite), onSqlite, usesOnSqlite]
      : onPostgres),
  ]
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const refusal = 'what is posted is never changed'
const isSample = "exists (select 1 from setting where key = 'sample')"
const isBeyond = `(select coalesce(sum(m.amount_minor), 0) from fund_move m where m.fund_id = new.fund_id) + new.amount_minor
  > (select f.amount_minor from fund f where f.id = new.fund_id)`
const beyond = 'no more leaves than is there'

function keptOnSqlite(table: string): readonly string[] {
  return [
    `create trigger ${table}_no_update before update on ${table} begin select raise(abort, '${refusal}'); end`,
    `create trigger ${table}_no_delete before delete on ${table} when not ${isSample}
      begin select raise(abort, '${refusal}'); end`,
  ]
}

const isUsedUp = `(select count(*) from promo_redemption r where r.promo_id = new.promo_id)
  >= (select p.uses_max from promo p where p.id = new.promo_id)`
const usedUp = 'a code is redeemed no more often than it says'

const usesOnSqlite = `create trigger promo_never_beyond before insert on promo_redemption when ${isUsedUp}
  begin select raise(abort, '${usedUp}'); end`

const onSqlite = `create trigger fund_never_below before insert on fund_move when ${isBeyond}
  begin select raise(abort, '${beyond}'); end`

const onPostgres = [
  `create function refuse_beyond_fund() returns trigger language plpgsql as $$
    begin
      perform 1 from fund f where f.id = new.fund_id for update;
      if ${isBeyond} then raise exception '${beyond}'; end if;
      return new;
    end $$`,
  `create trigger fund_never_below before insert on fund_move for each row execute function refuse_beyond_fund()`,
  `create function refuse_beyond_promo() returns trigger language plpgsql as $$
    begin
      perform 1 from promo p where p.id = new.promo_id for update;
      if ${isUsedUp} then raise exception '${usedUp}'; end if;
      return new;
    end $$`,
  `create trigger promo_never_beyond before insert on promo_redemption for each row execute function refuse_beyond_promo()`,
  ...posted.map(
    (table) => `create trigger ${table}_no_change before update or delete on ${table} for each row
      execute function refuse_unless_sample()`,
  ),
]
