/** The words of wishes that named guests, for as long as their location knows guests. */
import type { Instant } from '../../domain/values/instant.ts'
import { findBooking } from '../storage/load-bookings.ts'
import { wishesNamingGuests } from '../storage/naming-guests.ts'
import { type SilencedWish, silenceWishes } from '../storage/silence-wishes.ts'
import type { Tx } from '../storage/storage.ts'
import type { Kept } from './forget-guests.ts'

/** Wishes of one transaction. */
const PART = 100

/**
 * Silences those that are old enough among the next ones after an id, and begins anew the outboxes that brought them. Gives the id after which
 * to go on; null when there are no more.
 */
export async function silenceOldWishes(
  tx: Tx,
  kept: Kept,
  now: Instant,
  after: string,
): Promise<string | null> {
  const rows = await wishesNamingGuests(tx, after, PART)
  const due: SilencedWish[] = []
  for (const row of rows) {
    const keptMs = kept.get(await siteOf(tx, row.record))
    // A location that is no more keeps nobody.
    if (keptMs === undefined || Number(row.settled_at) <= now - keptMs) due.push(row)
  }
  await silenceWishes(tx, due)
  return rows.length < PART ? null : (rows.at(-1)?.id ?? null)
}

/** Where it was wished; a change of guests says only whose. Empty when nobody knows any more. */
async function siteOf(tx: Tx, record: string): Promise<string> {
  const { body } = JSON.parse(record) as { readonly body: { siteId?: string; bookingId?: string } } // it was parsed when it was settled
  if (body.siteId !== undefined) return body.siteId
  const booking = body.bookingId === undefined ? null : await findBooking(tx, body.bookingId)
  return booking?.siteId ?? ''
}
