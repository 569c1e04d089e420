/**
 * Keeps the space's signatures of the member's own bookings, so that what was confirmed can be shown without a network. Asked for when a
 * booking changed, the latest first; a chunk of its own, like the papers.
 */
import {
  type BookingSeal,
  type HandedSeals,
  isSealed,
  isSealOf,
} from '../../domain/billing/papers/booking-seal.ts'
import type { Booking } from '../../domain/bookings/booking.ts'
import type { BookingId } from '../../domain/values/ids.ts'
import { limits } from '../../domain/values/limits.ts'
import { database, type PortalDatabase } from '../store/database.ts'
import type { SealRow } from '../store/rows.ts'

/** Null when the space cannot be reached. */
export type FetchSeals = (ids: readonly BookingId[]) => Promise<HandedSeals | null>

const ANSWERED_WITHIN_MS = 30_000

async function fetchSeals(ids: readonly BookingId[]): Promise<HandedSeals | null> {
  try {
    const signal = AbortSignal.timeout(ANSWERED_WITHIN_MS)
    const response = await fetch(`/api/bookings/seals?of=${ids.join(',')}`, { signal })
    return response.ok ? ((await response.json()) as HandedSeals) : null // from our own server
  } catch {
    return null // no network
  }
}

export async function keepSeals(
  db: PortalDatabase = database(),
  fetchSome: FetchSeals = fetchSeals,
): Promise<void> {
  const bookings = ((await db.facts.get('me'))?.bookings ?? []).filter(isSealed)
  const held = new Map((await db.seals.toArray()).map((row) => [row.bookingId, row]))
  const missing = latestFirst(bookings.filter((booking) => !isHeld(held, booking)))
  for (let at = 0; at < missing.length; at += limits.sealsAskedMax) {
    const ids = missing.slice(at, at + limits.sealsAskedMax).map(({ id }) => id)
    const handed = await fetchSome(ids)
    if (handed === null) return
    await db.seals.bulkPut(rowsOf(handed))
  }
  const known = new Set(bookings.map(({ id }) => id))
  await db.seals.bulkDelete([...held.keys()].filter((id) => !known.has(id)))
}

function isHeld(held: ReadonlyMap<BookingId, BookingSeal>, booking: Booking): boolean {
  const row = held.get(booking.id)
  return row !== undefined && isSealOf(row, booking)
}

function latestFirst(bookings: readonly Booking[]): readonly Booking[] {
  return bookings.toSorted((a, b) => b.interval.endsAt - a.interval.endsAt)
}

function rowsOf({ seals, keys }: HandedSeals): readonly SealRow[] {
  return seals.flatMap((one) => {
    const key = keys.find(({ id }) => id === one.seal.keyId)
    return key === undefined ? [] : [{ ...one, key }]
  })
}
