/** A location may leave the tax of some kinds to companies of other countries. Nobody did. */
import { type Kysely, sql } from 'kysely'
import { rewriteBodies } from '../rewrite-bodies.ts'

export async function migrate(db: Kysely<unknown>): Promise<void> {
  await rewriteBodies(db, 'site', ({ billing, ...site }) => ({
    ...site,
    billing: { ...(billing as object), reverseCharge: { kinds: [], note: '' } }, // a site has it
  }))
  // Documents that carry it, and the memberships of the migration before, are made again from the tables.
  const kind = 'catalogue/%'
  await sql`delete from document_row where document in
    (select id from document_head where name like ${kind})`.execute(db)
  await sql`delete from document_head where name like ${kind}`.execute(db)
}
