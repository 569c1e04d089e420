/**
 * Policies of cancellation. What was cancelled for nothing until the start stays so: resources, tiers and bookings that know no policy get
 * the one that was in force without being written down.
 */
import { type Kysely, sql } from 'kysely'
import { freeUntilStart } from '../../../domain/sites/cancellation-policy.ts'
import { type Money, zero } from '../../../domain/values/money.ts'
import { rewriteBodies } from '../rewrite-bodies.ts'

export async function migrate(db: Kysely<unknown>): Promise<void> {
  await rewriteBodies(db, 'resource', (resource) => ({
    ...resource,
    rules: { cancellation: freeUntilStart, ...(resource['rules'] as object) }, // every resource has rules
  }))
  await rewriteBodies(db, 'tier', (tier) => ({ cancellation: null, ...tier }))
  await rewriteBodies(db, 'booking', (booking) => ({ ...booking, ...termsOf(booking) }))
  // Members' documents are made again from the tables; catalogues are at every start.
  await sql`delete from document_row where name like 'member/%'`.execute(db)
  await sql`delete from document_head where name like 'member/%'`.execute(db)
}

/** What a booking owed under the rules so far: its price while it stood, nothing once it was cancelled or had lapsed. */
function termsOf(booking: Readonly<Record<string, unknown>>) {
  const price = booking['price'] as Money // every booking has one
  const nothing = zero(price.currency)
  const { state, cancelledAt, cancelledBy } = booking
  const terms = { policy: freeUntilStart, changedAt: null }
  if (state === 'lapsed') return { ...terms, owed: nothing }
  if (state !== 'cancelled') return { ...terms, owed: price }
  const step = { because: cancelledBy === 'space' ? 'space' : 'step', percent: 100 }
  return { ...terms, owed: nothing, effectiveAt: cancelledAt, step, refundDue: price }
}
