/** Pictures of places, as bytes under their hash. No place had one before. */
import { type Kysely, sql } from 'kysely'
import { rewriteBodies } from '../rewrite-bodies.ts'
import type { Engine } from '../storage.ts'

const BYTES_MAX = 1_000_000

export async function migrate(db: Kysely<unknown>, engine: Engine): Promise<void> {
  const [type, length] = engine === 'sqlite' ? ['blob', 'length'] : ['bytea', 'octet_length']
  await sql
    .raw(`create table blob (sha256 text not null, site_id text not null references site (id), type text not null,
      bytes ${type} not null, kept_at bigint not null, primary key (site_id, sha256),
      check (${length}(bytes) <= ${BYTES_MAX}))`)
    .execute(db)
  await rewriteBodies(db, 'resource', (resource) => ({ ...resource, photos: [] }))
}
