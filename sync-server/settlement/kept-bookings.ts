/**
 * Bookings by day and by member, read when they are first asked for and changed with what settlements write. A list is in the order of ids,
 * kept or freshly read, so that the same facts give the same answers.
 */
import { type Booking, isLive } from '../../domain/bookings/booking.ts'
import type { Occupied } from '../../domain/bookings/occupancy/occupancy.ts'
import { occupiedBy } from '../../domain/bookings/occupied-by.ts'
import { DAY_MS, toInstant } from '../../domain/values/instant.ts'
import { type Interval, overlaps } from '../../domain/values/interval.ts'
import { bookingsOfMembers, liveBookingsAround } from '../storage/load-bookings.ts'
import type { Tx } from '../storage/storage.ts'
import { byId, placeOf } from './by-id.ts'
import { isLiveAround, makeStandingList, type StandingList } from './standing-list.ts'
import type { BookingChange } from './write-bookings.ts'

export interface KeptBookings {
  /** What live bookings hold of a site in the interval, once these were `decided`, which the tables do not say yet. */
  occupiedAround(
    tx: Tx,
    siteId: string,
    interval: Interval,
    decided: readonly Booking[],
  ): Promise<readonly Occupied[]>
  /** Bookings of each of the members that end after an instant, in whatever state. */
  ofMembers(
    tx: Tx,
    memberIds: readonly string[],
    endingAfter: number,
  ): Promise<ReadonlyMap<string, readonly Booking[]>>
  /** One more was decided: it holds its place from now on, and is written later. */
  decided(booking: Booking): void
  /** All that was decided is written. */
  wrote(changes: readonly BookingChange[]): void
}

/** Lists kept of days, and as many of members: some 50 MB at a hundred bookings each. Beyond it they are read anew. */
const LISTS_MAX = 500

/** Windows of time kept with what is held in them: a busy day and its neighbours are a thousand spans. Beyond it they are made anew. */
const WINDOWS_MAX = 60

interface OfMember {
  readonly since: number
  readonly list: Booking[]
}

export function makeKeptBookings(): KeptBookings {
  const days = new Map<string, Booking[]>()
  const members = new Map<string, OfMember>()
  const windows = new Map<string, StandingList<Occupied>>()

  async function readDays(tx: Tx, siteId: string, from: number, until: number): Promise<void> {
    let wanted = Array.from({ length: until - from }, (_, index) => from + index)
    if (days.size + wanted.length > LISTS_MAX) days.clear()
    wanted = wanted.filter((day) => !days.has(dayKey(siteId, day)))
    const [first, last] = [wanted[0], wanted.at(-1)]
    if (first === undefined || last === undefined) return
    const lists = new Map<number, Booking[]>()
    for (let day = first; day <= last; day += 1) lists.set(day, [])
    for (const booking of await liveBookingsAround(tx, siteId, spanOfDays(first, last + 1))) {
      for (const day of daysOf(booking)) lists.get(day)?.push(booking)
    }
    for (const [day, list] of lists) days.set(dayKey(siteId, day), list.sort(byId))
  }

  async function readMembers(tx: Tx, ids: readonly string[], endingAfter: number): Promise<void> {
    if (members.size + ids.length > LISTS_MAX) members.clear()
    const missing = ids.filter((id) => {
      const known = members.get(id)
      return known === undefined || known.since > endingAfter
    })
    if (missing.length === 0) return
    const read = await bookingsOfMembers(tx, missing, endingAfter)
    for (const id of missing) {
      members.set(id, { since: endingAfter, list: [...(read.get(id) ?? [])].sort(byId) })
    }
  }

  async function liveAround(tx: Tx, siteId: string, interval: Interval) {
    const { from, until } = daysAround(interval)
    if (until - from > LISTS_MAX / 2) return liveBookingsAround(tx, siteId, interval)
    await readDays(tx, siteId, from, until)
    const found: Booking[] = []
    for (let day = from; day < until; day += 1) {
      for (const booking of days.get(dayKey(siteId, day)) ?? []) {
        const isFirst = day === from || dayOf(booking.interval.startsAt) === day
        if (isFirst && overlaps(booking.interval, interval)) found.push(booking)
      }
    }
    return found
  }

  return {
    occupiedAround: async (tx, siteId, interval, decided) => {
      const key = `${siteId}/${interval.startsAt}/${interval.endsAt}`
      const known = windows.get(key)
      if (known !== undefined) return known.rows()
      const live = await liveAround(tx, siteId, interval)
      const list = makeStandingList(live, isLiveAround(siteId, interval), occupiedBy)
      for (const booking of decided) list.decide(booking)
      windows.set(key, list)
      return list.rows()
    },
    decided: (booking) => {
      for (const list of windows.values()) list.decide(booking)
    },
    ofMembers: async (tx, memberIds, endingAfter) => {
      await readMembers(tx, memberIds, endingAfter)
      return new Map(
        memberIds.map((id) => {
          const list = members.get(id)?.list ?? []
          return [id, list.filter(({ interval }) => interval.endsAt > endingAfter)]
        }),
      )
    },
    wrote: (changes) => {
      if (windows.size > WINDOWS_MAX) windows.clear()
      for (const { booking, before } of changes) {
        if (before !== null) {
          for (const day of daysOf(before)) takeOut(days.get(dayKey(before.siteId, day)), before)
          takeOut(members.get(before.memberId)?.list, before)
        }
        if (isLive(booking.state)) {
          for (const day of daysOf(booking)) putIn(days.get(dayKey(booking.siteId, day)), booking)
        }
        const own = members.get(booking.memberId)
        if (own !== undefined && booking.interval.endsAt > own.since) putIn(own.list, booking)
      }
    },
  }
}

function dayKey(siteId: string, day: number): string {
  return `${siteId}/${day}`
}

function dayOf(instant: number): number {
  return Math.floor(instant / DAY_MS)
}

/** Days of the clock of the world, half-open: they only divide what is kept. */
function daysAround({ startsAt, endsAt }: Interval) {
  return { from: dayOf(startsAt), until: dayOf(endsAt - 1) + 1 }
}

function daysOf({ interval }: Booking): readonly number[] {
  const { from, until } = daysAround(interval)
  return Array.from({ length: until - from }, (_, index) => from + index)
}

function spanOfDays(from: number, until: number): Interval {
  return { startsAt: toInstant(from * DAY_MS), endsAt: toInstant(until * DAY_MS) }
}

function takeOut(list: Booking[] | undefined, { id }: Booking): void {
  if (list === undefined) return
  const at = placeOf(list, id)
  if (list[at]?.id === id) list.splice(at, 1)
}

function putIn(list: Booking[] | undefined, booking: Booking): void {
  if (list === undefined) return
  const at = placeOf(list, booking.id)
  list.splice(at, list[at]?.id === booking.id ? 1 : 0, booking)
}
