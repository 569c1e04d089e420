/** Places are booked by the day and the half-day too, each with its price. What was there is booked by the hour. */
import type { Kysely } from 'kysely'
import { rewriteBodies } from '../rewrite-bodies.ts'

export async function migrate(db: Kysely<unknown>): Promise<void> {
  await rewriteBodies(db, 'resource', ({ rules, ...resource }) => ({
    ...resource,
    rules: { ...(rules as object), granularities: [{ kind: 'hour' }] }, // a place has rules
  }))
  await rewriteBodies(db, 'rate', (rate) => ({ ...rate, halfDayMinor: null }))
}
