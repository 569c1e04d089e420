/**
 * What settlements read again and again, kept between them: catalogues, people, and the bookings around the days and members that wishes
 * are about. A transaction believes what is kept only while the database's own counts say that nothing changed, so it does not matter who
 * changes the tables, or which server.
 *
 *   open ─▶ read, kept or not ─▶ decided ─▶ wrote, as often as something was written ─▶ committed
 *                                  └▶ forget, when a part was rolled back     (not reached: the next open forgets everything)
 */
import type { Booking } from '../../domain/bookings/booking.ts'
import type { KnownUse, Wallet } from '../../domain/bookings/lots/lot.ts'
import type { Occupied } from '../../domain/bookings/occupancy/occupancy.ts'
import type { Member } from '../../domain/memberships/member.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import type { Instant } from '../../domain/values/instant.ts'
import type { Interval } from '../../domain/values/interval.ts'
import { type ChangeCounts, readChangeCounts } from '../storage/change-counts.ts'
import { loadCatalogue } from '../storage/load-catalogue.ts'
import { lotsOfMembers } from '../storage/load-lots.ts'
import type { Tx } from '../storage/storage.ts'
import { makeKeptBookings } from './kept-bookings.ts'
import { makeKeptUses } from './kept-uses.ts'
import { loadActors } from './load-actor.ts'
import type { BookingChange } from './write-bookings.ts'

/** What one transaction decides on. */
export interface Facts {
  readonly tx: Tx
  /** Two transactions with the same one read the same catalogues and people. */
  readonly spaceCount: number
  catalogue(siteId: string): Promise<Catalogue | null>
  /** Those that exist, by id. */
  members(ids: readonly string[]): Promise<ReadonlyMap<string, Member>>
  /** What members hold to book with, without what is used of it. */
  wallets(members: readonly Member[], now: Instant): Promise<ReadonlyMap<string, Wallet>>
  /** What live bookings hold of a site in the interval, once these were `decided`. */
  occupiedAround(
    siteId: string,
    interval: Interval,
    decided: readonly Booking[],
  ): Promise<readonly Occupied[]>
  /** Bookings of each of the members that end after an instant, in whatever state. */
  bookingsOf(
    memberIds: readonly string[],
    endingAfter: number,
  ): Promise<ReadonlyMap<string, readonly Booking[]>>
  /** What members use of the allowances of their memberships. */
  usesOfAllowances(
    memberIds: readonly string[],
    now: Instant,
    periodsBefore: number,
  ): Promise<ReadonlyMap<string, readonly KnownUse[]>>
  usesOfLots(lotIds: readonly string[]): Promise<readonly KnownUse[]>
  /** One more was decided, to be written by the same transaction. */
  decided(booking: Booking): void
  wrote(changes: readonly BookingChange[]): void
  /** Something was rolled back: what was read since is not to be believed. */
  forget(): void
}

export interface KeptFacts {
  open(tx: Tx): Promise<Facts>
  /** In the transaction, after everything else: what is kept is what will be committed. */
  committing(facts: Facts): Promise<void>
  committed(): void
}

interface KeptSpace {
  readonly catalogues: Map<string, Catalogue | null>
  readonly members: Map<string, Member | null>
  readonly wallets: Map<string, Wallet>
}

export function makeKeptFacts(): KeptFacts {
  let counts: ChangeCounts | null = null
  let space: KeptSpace = emptySpace()
  let bookings = makeKeptBookings()
  let uses = makeKeptUses()
  let isOpen = false
  let hasWritten = false

  function forgetBookings(): void {
    bookings = makeKeptBookings()
    uses = makeKeptUses()
  }

  function forget(): void {
    space = emptySpace()
    forgetBookings()
  }

  return {
    open: async (tx) => {
      if (isOpen) forget() // the one before was given up, with whatever it had read of its own writes
      isOpen = true
      hasWritten = false
      const found = await readChangeCounts(tx)
      if (counts?.space !== found.space) space = emptySpace()
      if (counts?.bookings !== found.bookings) forgetBookings()
      counts = found
      return {
        tx,
        spaceCount: found.space,
        catalogue: (siteId) => readCatalogue(tx, space, siteId),
        members: (ids) => readMembers(tx, space, ids),
        wallets: (...asked) => readWallets(tx, space, ...asked),
        occupiedAround: (...asked) => bookings.occupiedAround(tx, ...asked),
        bookingsOf: (...asked) => bookings.ofMembers(tx, ...asked),
        usesOfAllowances: (...asked) => uses.ofAllowances(tx, ...asked),
        usesOfLots: (lotIds) => uses.ofLots(tx, lotIds),
        decided: (booking) => bookings.decided(booking),
        wrote: (changes) => {
          hasWritten ||= changes.length > 0
          bookings.wrote(changes)
          uses.wrote(changes)
        },
        forget,
      }
    },
    committing: async ({ tx, spaceCount }) => {
      if (hasWritten) counts = { ...(await readChangeCounts(tx)), space: spaceCount }
    },
    committed: () => {
      isOpen = false
    },
  }
}

function emptySpace(): KeptSpace {
  return { catalogues: new Map(), members: new Map(), wallets: new Map() }
}

async function readCatalogue(tx: Tx, { catalogues }: KeptSpace, siteId: string) {
  const known = catalogues.get(siteId)
  if (known !== undefined) return known
  const catalogue = await loadCatalogue(tx, siteId)
  catalogues.set(siteId, catalogue)
  return catalogue
}

/** What expires in between is told from the lot itself. */
async function readWallets(
  tx: Tx,
  { wallets }: KeptSpace,
  members: readonly Member[],
  now: Instant,
): Promise<ReadonlyMap<string, Wallet>> {
  const missing = members.filter(({ id }) => !wallets.has(id))
  if (missing.length > 0) {
    const read = await lotsOfMembers(tx, missing, now)
    for (const [id, wallet] of read) wallets.set(id, wallet)
  }
  return wallets
}

async function readMembers(tx: Tx, { members }: KeptSpace, ids: readonly string[]) {
  const missing = ids.filter((id) => !members.has(id))
  if (missing.length > 0) {
    const read = await loadActors(tx, missing)
    for (const id of missing) members.set(id, read.get(id) ?? null)
  }
  const found = new Map<string, Member>()
  for (const id of ids) {
    const member = members.get(id) ?? null
    if (member !== null) found.set(id, member)
  }
  return found
}
