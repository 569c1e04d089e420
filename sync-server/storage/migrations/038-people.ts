/**
 * What members say about themselves, and a directory of those who let themselves be found: of a location that was here before, there may be
 * one, because nobody is in it who has not said so.
 */
import { type Kysely, sql } from 'kysely'
import { rewriteBodies } from '../rewrite-bodies.ts'

export async function migrate(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`create table profile (member_id text primary key references member (id), body text not null,
      published text)`)
    .execute(db)
  await rewriteBodies(db, 'site', (site) => ({ ...site, hasDirectory: true }))
}
