/**
 * What a batch of wishes is decided on: the facts as they were when it began, and on top of them what the batch itself has decided and not
 * written yet. A later wish of the batch sees what an earlier one was given, as if it had been written in between.
 *
 * Only bookings are laid on top. A decision that changes anything else ends its batch.
 */
import { type Booking, isLive } from '../../domain/bookings/booking.ts'
import { emptyWallet, type KnownUse, type Wallet } from '../../domain/bookings/lots/lot.ts'
import { walletWith } from '../../domain/bookings/lots/wallet-with.ts'
import type { Member } from '../../domain/memberships/member.ts'
import { tierOf } from '../../domain/memberships/tier-of.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import type { BookingId } from '../../domain/values/ids.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { type Interval, overlaps } from '../../domain/values/interval.ts'
import { findBookings } from '../storage/load-bookings.ts'
import { usesOfAllowances, usesOfLots } from '../storage/load-lots.ts'
import type { Tx } from '../storage/storage.ts'
import type { Facts } from './kept-facts.ts'

export interface Ledger {
  readonly tx: Tx
  /** Everybody with a wish in the batch: what one of them needs is read for all. */
  readonly memberIds: readonly string[]
  catalogue(siteId: string): Promise<Catalogue | null>
  member(memberId: string): Promise<Member | null>
  /** Live bookings of a site that touch the interval, as they stand by now. The same list until one of them changes. */
  liveAround(siteId: string, interval: Interval): Promise<readonly Booking[]>
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

  return {
    tx: facts.tx,
    memberIds,
    catalogue: facts.catalogue,
    member: async (id) => (await facts.members([id])).get(id) ?? null,
    liveAround: async (siteId, interval) => {
      const key = `live at ${siteId} from ${interval.startsAt} to ${interval.endsAt}`
      const read = await once(key, () => facts.liveAround(siteId, interval))
      return asDecided(read, isLiveAround(siteId, interval))
    },
    bookingsOf: async (memberId, endingAfter) => {
      const ids = memberIds.includes(memberId) ? memberIds : [memberId]
      const key = `bookings of ${ids.join()} that end after ${endingAfter}`
      const read = await once(key, () => facts.bookingsOf(ids, endingAfter))
      const belongs = (one: Booking) =>
        one.memberId === memberId && one.interval.endsAt > endingAfter
      return asDecided(read.get(memberId) ?? [], belongs)
    },
    walletOf: async (catalogue, member, now) => {
      const together = [...(await facts.members(memberIds)).values()]
      const asked = memberIds.includes(member.id) ? together : [member]
      const wallet = (await facts.wallets(asked, now)).get(member.id) ?? emptyWallet
      const holding = { member, memberIds, lots: wallet.lots, now }
      const uses = await loadUses(facts, once, catalogue, holding)
      const known = { ...wallet, uses }
      return decided.size === 0 ? known : walletWith(known, [...decided.values()])
    },
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
    },
  }
}

/** Who has neither passes nor allowances costs nothing. */
async function loadUses(
  { tx }: Facts,
  once: Ledger['once'],
  catalogue: Catalogue,
  { member, memberIds, lots, now }: Holding,
): Promise<readonly KnownUse[]> {
  const ids = lots.map(({ id }) => id)
  const isIncluded = (tierOf(catalogue.tiers, member)?.allowances ?? []).length > 0
  const ofLots =
    ids.length === 0 ? [] : await once(`uses of ${ids.join()}`, () => usesOfLots(tx, ids))
  if (!isIncluded) return ofLots
  const whose = memberIds.includes(member.id) ? memberIds : [member.id]
  const key = `uses of allowances of ${whose.join()}`
  const ofAll = await once(key, () => usesOfAllowances(tx, whose, now))
  return [...ofLots, ...ofAll.filter(({ memberId }) => memberId === member.id)]
}

interface Holding {
  readonly member: Member
  /** Everybody in the batch, read together. */
  readonly memberIds: readonly string[]
  readonly lots: Wallet['lots']
  readonly now: Instant
}

/** For `asDecided`: live bookings of a site that touch the interval. */
export function isLiveAround(siteId: string, interval: Interval): (booking: Booking) => boolean {
  return (booking) =>
    booking.siteId === siteId && isLive(booking.state) && overlaps(booking.interval, interval)
}
