/** Bookings may come with extras, with guests, and together with others. Those that were there stand by themselves. */
import type { Kysely } from 'kysely'
import { rewriteBodies } from '../rewrite-bodies.ts'

export async function migrate(db: Kysely<unknown>): Promise<void> {
  await rewriteBodies(db, 'booking', (booking) => ({
    ...booking,
    ...{ extras: [], basketId: null, guests: [] },
  }))
  await rewriteBodies(db, 'site', (site) => ({ ...site, extras: [] }))
}
