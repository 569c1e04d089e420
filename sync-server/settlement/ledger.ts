/**
 * What a batch of wishes is decided on: the tables as they were when it began, read once, and on top of them what the batch itself has
 * decided and not written yet. A later wish of the batch sees what an earlier one was given, as if it had been written in between.
 *
 * Only bookings are laid on top. A decision that changes anything else ends its batch.
 */
import { type Booking, isLive } from '../../domain/bookings/booking.ts'
import type { BookingId } from '../../domain/values/ids.ts'
import { type Interval, overlaps } from '../../domain/values/interval.ts'
import type { Tx } from '../storage/storage.ts'

export interface Ledger {
  readonly tx: Tx
  /** Everybody with a wish in the batch: what one of them needs is read for all. */
  readonly memberIds: readonly string[]
  /** Reads it the first time and remembers it; the key says what was read. */
  once<T>(key: string, read: () => Promise<T>): Promise<T>
  /** The bookings that were read, as they stand by now, and those decided meanwhile that also belong to them. */
  asDecided(read: readonly Booking[], belongs: (booking: Booking) => boolean): readonly Booking[]
  decide(booking: Booking): void
}

export function openLedger(tx: Tx, memberIds: readonly string[]): Ledger {
  const known = new Map<string, Promise<unknown>>()
  const decided = new Map<BookingId, Booking>()
  return {
    tx,
    memberIds,
    once: <T>(key: string, read: () => Promise<T>) => {
      const found = known.get(key) ?? read()
      known.set(key, found)
      return found as Promise<T> // one key is read in one way
    },
    asDecided: (read, belongs) => {
      if (decided.size === 0) return read
      const rest = read.filter((booking) => !decided.has(booking.id))
      return [...rest, ...[...decided.values()].filter(belongs)]
    },
    decide: (booking) => {
      decided.set(booking.id, booking)
    },
  }
}

/** For `asDecided`: live bookings of a site that touch the interval. */
export function isLiveAround(siteId: string, interval: Interval): (booking: Booking) => boolean {
  return (booking) =>
    booking.siteId === siteId && isLive(booking.state) && overlaps(booking.interval, interval)
}
