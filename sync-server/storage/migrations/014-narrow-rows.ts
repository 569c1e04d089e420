/**
 * What every settlement writes, narrower. Rows of documents name their document by a number, where its name and epoch stood twice in each;
 * a settled wish stands in one index of its member, where it moved within one and joined another.
 */
import { type Kysely, sql } from 'kysely'
import type { Engine } from '../storage.ts'

export async function migrate(db: Kysely<unknown>, engine: Engine): Promise<void> {
  const bytes = engine === 'sqlite' ? 'blob' : 'bytea'
  const id = engine === 'sqlite' ? 'integer primary key' : 'bigserial primary key'
  const statements = [
    `create table numbered_head (id ${id}, name text not null unique, epoch text not null, n integer not null,
      bytes bigint not null)`,
    'insert into numbered_head (name, epoch, n, bytes) select name, epoch, n, bytes from document_head',
    `create table narrow_row (document bigint not null, n integer not null, bytes ${bytes} not null, at bigint not null,
      primary key (document, n))`,
    `insert into narrow_row (document, n, bytes, at) select h.id, r.n, r.bytes, r.at from document_row r
      join numbered_head h on h.name = r.name and h.epoch = r.epoch`,
    'drop table document_row',
    'drop table document_head',
    'alter table numbered_head rename to document_head',
    'alter table narrow_row rename to document_row',
    'drop index intent_by_member',
    'drop index intent_settled_by_device',
    `create index intent_settled_of_member on intent (member_id, settled_at, carrier, device_id, seq)
      where settled_at is not null`,
  ]
  for (const statement of statements) await sql.raw(statement).execute(db)
}
