/**
 * Extras may be had by the month, and the engine lets nobody have more of one than there are. Those that were there come with bookings.
 */
import { type Kysely, sql } from 'kysely'
import { rewriteBodies } from '../rewrite-bodies.ts'
import type { Engine } from '../storage.ts'

export async function migrate(db: Kysely<unknown>, engine: Engine): Promise<void> {
  await rewriteBodies(db, 'site', ({ extras, ...site }) => ({
    ...site,
    extras: (extras as readonly object[]).map((one) => ({ ...one, per: 'booking', stock: null })), // a site has extras
  }))
  const statements = [
    `create table addon (id text primary key, site_id text not null, extra_id text not null, member_id text not null,
      starts_on text not null, until_on text, stock integer, body text not null)`,
    'create index addon_of_member on addon (member_id)',
    'create index addon_of_extra on addon (extra_id, until_on)',
    'create index addon_of_site on addon (site_id)',
    ...(engine === 'sqlite' ? onSqlite : onPostgres),
    // Documents that carry extras are made again from the tables.
    `delete from document_row where document in (select id from document_head where name like 'catalogue/%')`,
    `delete from document_head where name like 'catalogue/%'`,
  ]
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const noneIsLeft = `new.stock is not null and (select count(*) from addon a where a.extra_id = new.extra_id
  and (a.until_on is null or a.until_on > new.starts_on)) >= new.stock`
const refusal = 'no more are had than there are'

const onSqlite = [
  `create trigger addon_never_beyond before insert on addon when ${noneIsLeft}
    begin select raise(abort, '${refusal}'); end`,
]

const onPostgres = [
  `create function refuse_beyond_stock() returns trigger language plpgsql as $$
    begin
      perform 1 from site s where s.id = new.site_id for update;
      if ${noneIsLeft} then raise exception '${refusal}'; end if;
      return new;
    end $$`,
  `create trigger addon_never_beyond before insert on addon for each row execute function refuse_beyond_stock()`,
]
