/** What is left of an allowance may come over into later periods. Of those that were there, nothing did. */
import type { Kysely } from 'kysely'
import { rewriteBodies } from '../rewrite-bodies.ts'

export async function migrate(db: Kysely<unknown>): Promise<void> {
  await rewriteBodies(db, 'tier', ({ allowances, ...tier }) => ({
    ...tier,
    allowances: (allowances as readonly object[]).map((one) => ({ ...one, rollover: null })), // a tier has allowances
  }))
}
