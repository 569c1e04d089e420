import type { Wait } from '../../domain/bookings/waitlist/wait.ts'
import type { Tx } from '../storage/storage.ts'

/** A new one comes after all others; what changes keeps its turn. */
export async function writeWait(tx: Tx, wait: Wait): Promise<void> {
  const { id, siteId: site_id, memberId: member_id, state, interval } = wait
  const body = JSON.stringify(wait)
  const row = {
    id,
    site_id,
    member_id,
    state,
    starts_at: interval.startsAt,
    ends_at: interval.endsAt,
    body,
  }
  await tx
    .insertInto('wait')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ state, body }))
    .execute()
}
