/** What bookings use of allowances and passes, by member and by pass, kept and changed as bookings are (see `kept-bookings`). */
import type { KnownUse } from '../../domain/bookings/lots/lot.ts'
import { usesOf } from '../../domain/bookings/lots/use-of.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { usesOfAllowances, usesOfLots } from '../storage/load-lots.ts'
import type { Tx } from '../storage/storage.ts'
import type { BookingChange } from './write-bookings.ts'

export interface KeptUses {
  /** What these members use of the allowances of their memberships, in the period that runs and so many before it. */
  ofAllowances(
    tx: Tx,
    memberIds: readonly string[],
    now: Instant,
    periodsBefore: number,
  ): Promise<ReadonlyMap<string, readonly KnownUse[]>>
  /** Everything that is used of these passes, whoever's they are. */
  ofLots(tx: Tx, lotIds: readonly string[]): Promise<readonly KnownUse[]>
  wrote(changes: readonly BookingChange[]): void
}

/** Lists kept of members, and as many of passes; a list is as short as what one of them uses. Beyond it they are read anew. */
const LISTS_MAX = 500

type Lists = Map<string, readonly KnownUse[]>

export function makeKeptUses(): KeptUses {
  const byMember: Lists = new Map()
  const byLot: Lists = new Map()
  let periodsRead = 0
  return {
    ofAllowances: (tx, memberIds, now, periodsBefore) => {
      // What was read before somebody let more come over reaches back less far.
      if (periodsBefore > periodsRead) byMember.clear()
      periodsRead = Math.max(periodsRead, periodsBefore)
      return complete(
        byMember,
        memberIds,
        ({ memberId }) => memberId,
        (missing) => usesOfAllowances(tx, missing, now, periodsRead),
      )
    },
    ofLots: async (tx, lotIds) => {
      const lists = await complete(
        byLot,
        lotIds,
        ({ lot }) => lot.id,
        (missing) => usesOfLots(tx, missing),
      )
      return lotIds.flatMap((id) => lists.get(id) ?? [])
    },
    wrote: (changes) => {
      for (const { booking, before } of changes) {
        const own = before === null ? [] : usesOf(before)
        for (const use of own) {
          const without = (uses: readonly KnownUse[]) =>
            uses.filter(({ bookingId }) => bookingId !== booking.id)
          change(byLot, use.lot.id, without)
          change(byMember, use.memberId, without)
        }
        for (const use of usesOf(booking)) {
          const withIt = (uses: readonly KnownUse[]) => [...uses, use].sort(byBooking)
          change(byLot, use.lot.id, withIt)
          if (use.lot.source === 'plan') change(byMember, use.memberId, withIt)
        }
      }
    },
  }
}

/** Reads the lists that are not known yet, all of them together. */
async function complete(
  lists: Lists,
  ids: readonly string[],
  idOf: (use: KnownUse) => string,
  read: (missing: readonly string[]) => Promise<readonly KnownUse[]>,
): Promise<ReadonlyMap<string, readonly KnownUse[]>> {
  if (lists.size + ids.length > LISTS_MAX) lists.clear()
  const missing = ids.filter((id) => !lists.has(id))
  for (const id of missing) lists.set(id, [])
  const found = missing.length === 0 ? [] : await read(missing)
  for (const use of found) change(lists, idOf(use), (uses) => [...uses, use])
  return lists
}

/** A list that nobody has read stays unread. */
function change(
  lists: Lists,
  id: string,
  make: (uses: readonly KnownUse[]) => readonly KnownUse[],
): void {
  const known = lists.get(id)
  if (known !== undefined) lists.set(id, make(known))
}

/** As they are read. */
function byBooking(one: KnownUse, other: KnownUse): number {
  return one.bookingId < other.bookingId ? -1 : 1
}
