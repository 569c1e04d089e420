/** Locations tell their payers of a bill a week before it. */
import type { Kysely } from 'kysely'
import { rewriteBodies } from '../rewrite-bodies.ts'

const RENEWAL_DAYS = 7

export async function migrate(db: Kysely<unknown>): Promise<void> {
  await rewriteBodies(db, 'site', (site) => ({
    ...site,
    news: { ...(site['news'] as object), renewalDays: RENEWAL_DAYS }, // written by 037 for every site
  }))
}
