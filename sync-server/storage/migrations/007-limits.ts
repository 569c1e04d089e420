/**
 * Memberships have quotas; those from before include without limit, as they did. Places may be parts of others, and a booking then claims
 * several: none was linked before, so each booking has its one claim.
 */
import { type Kysely, sql } from 'kysely'
import { rewriteBodies } from '../rewrite-bodies.ts'

export async function migrate(db: Kysely<unknown>): Promise<void> {
  await rewriteBodies(db, 'tier', (tier) => ({ ...tier, quotas: [] }))
  await rewriteBodies(db, 'resource', (resource) => ({ ...resource, partOf: null }))
  await rewriteBodies(db, 'booking', (booking) => ({ ...booking, parts: [] }))
  await sql`drop index claim_of_booking`.execute(db)
  await sql`create unique index claim_of_booking on claim (booking_id, resource_id)
    where released_at is null`.execute(db)
  // Members' documents are made again from the tables, with what bookings say now.
  await sql`delete from document_row where name like 'member/%'`.execute(db)
  await sql`delete from document_head where name like 'member/%'`.execute(db)
}
