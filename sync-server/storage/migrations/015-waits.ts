/**
 * Waits and standing orders have a table; `arrival` is the order in which they came, which decides who is asked first. Members' documents
 * and the lists of staff say them too, so they are projected again under a new epoch when somebody follows them. Check-in rules say when a
 * series ends that nobody comes to.
 */
import { type Kysely, sql } from 'kysely'
import { rewriteBodies } from '../rewrite-bodies.ts'
import type { Engine } from '../storage.ts'

export async function migrate(db: Kysely<unknown>, engine: Engine): Promise<void> {
  const serial = engine === 'sqlite' ? 'integer primary key autoincrement' : 'bigserial primary key'
  const statements = [
    `create table wait (arrival ${serial}, id text not null unique, site_id text not null, member_id text not null,
      state text not null, starts_at bigint not null, ends_at bigint not null, body text not null,
      check (starts_at < ends_at))`,
    `create index wait_open on wait (site_id, ends_at) where state <> 'over'`,
    'create index wait_by_member on wait (member_id, ends_at)',
    `delete from document_row where document in
      (select id from document_head where name like 'member/%' or name like 'requests/%')`,
    `delete from document_head where name like 'member/%' or name like 'requests/%'`,
  ]
  for (const statement of statements) await sql.raw(statement).execute(db)
  await rewriteBodies(db, 'resource', ({ rules, ...resource }) => {
    const { checkIn, ...others } = rules as { readonly checkIn: object | null } // every place has rules
    return { ...resource, rules: { ...others, checkIn: withMisses(checkIn) } }
  })
  await rewriteBodies(db, 'booking', ({ checkIn, ...booking }) => ({
    ...booking,
    checkIn: withMisses(checkIn as object | null), // every booking says how it is claimed
  }))
}

/** Nobody's series ended by itself before. */
function withMisses(checkIn: object | null): object | null {
  return checkIn === null ? null : { ...checkIn, missesToSuspend: null }
}
