/**
 * What a batch of wishes is decided on: the facts as they were when it began, and on top of them what the batch itself has decided and not
 * written yet. A later wish of the batch sees what an earlier one was given, as if it had been written in between.
 *
 * Only bookings are laid on top. A decision that changes anything else ends its batch.
 */
import type { Booking } from '../../domain/bookings/booking.ts'
import type { Wallet } from '../../domain/bookings/lots/lot.ts'
import { walletWith } from '../../domain/bookings/lots/wallet-with.ts'
import type { Occupied } from '../../domain/bookings/occupancy/occupancy.ts'
import type { Member } from '../../domain/memberships/member.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import type { BookingId } from '../../domain/values/ids.ts'
import type { Instant } from '../../domain/values/instant.ts'
import type { Interval } from '../../domain/values/interval.ts'
import { findBookings } from '../storage/load-bookings.ts'
import type { Tx } from '../storage/storage.ts'
import type { Facts } from './kept-facts.ts'
import { makeStandingList, type StandingList } from './standing-list.ts'
import { makeWalletOf } from './wallets-of-batch.ts'

export interface Ledger {
  readonly tx: Tx
  /** Everybody with a wish in the batch: what one of them needs is read for all. */
  readonly memberIds: readonly string[]
  catalogue(siteId: string): Promise<Catalogue | null>
  member(memberId: string): Promise<Member | null>
  /** What live bookings hold of a site in the interval, as it stands by now. */
  occupiedAround(siteId: string, interval: Interval): Promise<readonly Occupied[]>
  /** A member's bookings that end after an instant, in whatever state, as they stand by now. */
  bookingsOf(memberId: string, endingAfter: number): Promise<readonly Booking[]>
  /** What a member may book with besides money, as it stands by now. */
  walletOf(catalogue: Catalogue, member: Member, now: Instant): Promise<Wallet>
  /** A booking as it stands by now, whoever it belongs to. */
  booking(bookingId: string): Promise<Booking | null>
  /** Reads it the first time and remembers it; the key says what was read. */
  once<T>(key: string, read: () => Promise<T>): Promise<T>
  /** The bookings that were read, as they stand by now, and those decided meanwhile that also belong to them. */
  asDecided(read: readonly Booking[], belongs: (booking: Booking) => boolean): readonly Booking[]
  decide(booking: Booking): void
  /** What the batch has decided so far. */
  decided(): readonly Booking[]
}

/** `bookingIds` are those that the wishes of the batch name: they are read together. */
export function openLedger(
  facts: Facts,
  memberIds: readonly string[],
  bookingIds: readonly string[] = [],
): Ledger {
  const known = new Map<string, Promise<unknown>>()
  const decided = new Map<BookingId, Booking>()
  const own = new Map<string, StandingList<Booking>[]>()

  function once<T>(key: string, read: () => Promise<T>): Promise<T> {
    const found = known.get(key) ?? read()
    known.set(key, found)
    return found as Promise<T> // one key is read in one way
  }

  function asDecided(read: readonly Booking[], belongs: (booking: Booking) => boolean) {
    if (decided.size === 0) return read
    const rest = read.filter((booking) => !decided.has(booking.id))
    return [...rest, ...[...decided.values()].filter(belongs)]
  }

  /** Everybody of the batch is read together. */
  const withOthers = (memberId: string) => (memberIds.includes(memberId) ? memberIds : [memberId])
  const walletOf = makeWalletOf(facts, once, withOthers)

  return {
    tx: facts.tx,
    memberIds,
    catalogue: facts.catalogue,
    member: async (id) => (await facts.members([id])).get(id) ?? null,
    occupiedAround: (siteId, interval) =>
      facts.occupiedAround(siteId, interval, [...decided.values()]),
    bookingsOf: async (memberId, endingAfter) => {
      const list = await once(`bookings of ${memberId} after ${endingAfter}`, async () => {
        const ids = withOthers(memberId)
        const key = `bookings of ${ids.join()} after ${endingAfter}`
        const read = await once(key, () => facts.bookingsOf(ids, endingAfter))
        const belongs = (one: Booking) =>
          one.memberId === memberId && one.interval.endsAt > endingAfter
        const known = asDecided(read.get(memberId) ?? [], belongs)
        const list = makeStandingList(known, belongs, (booking) => booking)
        own.set(memberId, [...(own.get(memberId) ?? []), list])
        return list
      })
      return list.rows()
    },
    walletOf: async (...asked) => walletWith(await walletOf(...asked), [...decided.values()]),
    booking: async (bookingId) => {
      const ids = bookingIds.includes(bookingId) ? bookingIds : [bookingId]
      const read = await once(`bookings ${ids.join()}`, () => findBookings(facts.tx, ids))
      const known = read.filter(({ id }) => id === bookingId)
      return asDecided(known, ({ id }) => id === bookingId)[0] ?? null
    },
    once,
    asDecided,
    decided: () => [...decided.values()],
    decide: (booking) => {
      decided.set(booking.id, booking)
      facts.decided(booking)
      for (const list of own.get(booking.memberId) ?? []) list.decide(booking)
    },
  }
}
