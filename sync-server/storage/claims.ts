import type { Tx } from './storage.ts'

export interface Claim {
  readonly booking_id: string
  readonly resource_id: string
  readonly unit: number
  readonly starts_at: number
  readonly ends_at: number
}

/** True when the claim stands; false when the engine's guard refused it because another overlaps. */
export async function insertClaim(tx: Tx, claim: Claim): Promise<boolean> {
  const inserted = await tx
    .insertInto('claim')
    .values({ ...claim, released_at: null })
    .onConflict((conflict) => conflict.doNothing())
    .returning('booking_id')
    .executeTakeFirst()
  return inserted !== undefined
}

/** Gives the time back. A booking without a live claim is left as it is. */
export async function releaseClaim(tx: Tx, bookingId: string, at: number): Promise<void> {
  await tx
    .updateTable('claim')
    .set({ released_at: at })
    .where('booking_id', '=', bookingId)
    .where('released_at', 'is', null)
    .execute()
}
