import type { Booking } from '../../domain/bookings/booking.ts'
import { compiledOnce } from './compiled-once.ts'
import { inParts } from './in-parts.ts'
import type { Reader, Tx } from './storage.ts'

export interface Claim {
  readonly booking_id: string
  readonly resource_id: string
  readonly unit: number
  readonly starts_at: number
  readonly ends_at: number
}

/** The place and its parts, each for the whole time: what the engine's guard keeps, rooms that are linked included. */
export function claimsOf(booking: Booking): readonly Claim[] {
  const { id: booking_id, resourceId, unit, parts, interval } = booking
  const { startsAt: starts_at, endsAt: ends_at } = interval
  return [resourceId, ...parts].map((resource_id, index) => ({
    booking_id,
    resource_id,
    unit: index === 0 ? unit : 1,
    starts_at,
    ends_at,
  }))
}

/** True when every claim stands; false when the engine's guard refused one, because of those that stood before or of these. */
export async function insertClaims(tx: Tx, claims: readonly Claim[]): Promise<boolean> {
  for (const part of inParts(claims)) {
    const inserted = await insertStanding(tx, part)
    if (inserted.rows.length !== part.length) return false
  }
  return true
}

const insertStanding = compiledOnce(
  (claim: Claim) => Object.values(rowOf(claim)),
  (tx, claims) =>
    tx
      .insertInto('claim')
      .values(claims.map(rowOf))
      .onConflict((conflict) => conflict.doNothing())
      .returning('booking_id'),
)

function rowOf({ booking_id, resource_id, unit, starts_at, ends_at }: Claim): Claim {
  return { booking_id, resource_id, unit, starts_at, ends_at }
}

/** Gives the time back. A booking without a live claim is left as it is. */
export async function releaseClaims(
  tx: Tx,
  bookingIds: readonly string[],
  at: number,
): Promise<void> {
  for (const part of inParts(bookingIds)) {
    await tx
      .updateTable('claim')
      .set({ released_at: at })
      .where('booking_id', 'in', part)
      .where('released_at', 'is', null)
      .execute()
  }
}

/** Does another booking hold a part of this one's time, on its unit or on a part of its place? */
export async function isClaimedByOther(reader: Reader, booking: Booking): Promise<boolean> {
  for (const claim of claimsOf(booking)) {
    const other = await reader
      .selectFrom('claim')
      .select('booking_id')
      .where('resource_id', '=', claim.resource_id)
      .where('unit', '=', claim.unit)
      .where('released_at', 'is', null)
      .where('ends_at', '>', claim.starts_at)
      .where('starts_at', '<', claim.ends_at)
      .where('booking_id', '<>', claim.booking_id)
      .executeTakeFirst()
    if (other !== undefined) return true
  }
  return false
}
