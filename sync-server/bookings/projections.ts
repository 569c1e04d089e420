/** What the bookings room shows: availability without people, a member's own story, the day's arrivals with names. */
import type { DocumentName } from '../../domain/access/document-name.ts'
import { isLive } from '../../domain/bookings/booking.ts'
import { deskSections, isOnDay, toArrival } from '../../domain/bookings/desk-sections.ts'
import { memberSections } from '../../domain/bookings/member-sections.ts'
import { occupancySections } from '../../domain/bookings/occupancy-sections.ts'
import type { SettledIntent } from '../../domain/bookings/outcome.ts'
import { must } from '../../domain/values/assert.ts'
import { DAY_MS, type Instant, toInstant } from '../../domain/values/instant.ts'
import { limits } from '../../domain/values/limits.ts'
import { addDays, isoWeekOf, mondayOfIsoWeek } from '../../domain/values/local-date.ts'
import { localDay, toWallTime } from '../../domain/values/zone.ts'
import type { Projection } from '../settlement/kind.ts'
import { loadActor } from '../settlement/load-actor.ts'
import { loadCatalogue } from '../storage/load-catalogue.ts'
import type { Tx } from '../storage/storage.ts'
import { bookingsOfMember, liveBookingsAround, occupiedAround } from './load-bookings.ts'

/** A member's document carries this much of the past; older stories are read on demand. */
const STORY_MS = 90 * DAY_MS

type Named<Kind extends DocumentName['kind']> = Extract<DocumentName, { kind: Kind }>

async function projectOccupancy(tx: Tx, { siteId, week }: Named<'occupancy'>, now: Instant) {
  const catalogue = await loadCatalogue(tx, siteId)
  const monday = must(mondayOfIsoWeek(week), 'document names hold real weeks')
  if (catalogue === null) return null
  const today = toWallTime(catalogue.zone, now).date
  const isKept =
    week >= isoWeekOf(addDays(today, -7 * limits.occupancyWeeksBack)) &&
    week <= isoWeekOf(addDays(today, 7 * limits.occupancyWeeksAhead))
  if (!isKept) return null
  const interval = {
    startsAt: localDay(catalogue.zone, monday).startsAt,
    endsAt: localDay(catalogue.zone, addDays(monday, 6)).endsAt,
  }
  return occupancySections(catalogue.zone, monday, await occupiedAround(tx, siteId, interval))
}

async function projectMember(tx: Tx, { memberId }: Named<'member'>, now: Instant) {
  const member = await loadActor(tx, memberId)
  if (member === null) return null
  const since = toInstant(now - STORY_MS)
  const rows = await tx
    .selectFrom('intent')
    .select(['settled', 'device_id', 'seq', 'settled_at', 'carrier'])
    .where('member_id', '=', memberId)
    .where('settled_at', 'is not', null)
    .orderBy('arrival')
    .execute()
  const settledSeqs: Record<string, number> = {}
  const settled: SettledIntent[] = []
  for (const row of rows) {
    if (row.carrier === 'outbox') {
      settledSeqs[row.device_id] = Math.max(settledSeqs[row.device_id] ?? 0, row.seq)
    }
    if ((row.settled_at ?? 0) > since && row.settled !== null) {
      settled.push(JSON.parse(row.settled) as SettledIntent) // written by the settlement
    }
  }
  const bookings = await bookingsOfMember(tx, memberId, since)
  return memberSections({ member, bookings, settled, settledSeqs })
}

async function projectDesk(tx: Tx, { siteId, date }: Named<'desk'>) {
  const catalogue = await loadCatalogue(tx, siteId)
  if (catalogue === null) return null
  const day = localDay(catalogue.zone, date)
  const bookings = (await liveBookingsAround(tx, siteId, day)).filter(
    (booking) => isLive(booking.state) && isOnDay(booking, date),
  )
  const people = [...new Set(bookings.map((booking) => booking.memberId))]
  const rows =
    people.length === 0
      ? []
      : await tx.selectFrom('member').select(['id', 'name']).where('id', 'in', people).execute()
  const names = new Map(rows.map((row) => [row.id, row.name]))
  return deskSections(
    bookings.map((booking) => toArrival(booking, names.get(booking.memberId) ?? 'Former member')),
  )
}

export const bookingProjections: readonly Projection[] = [
  {
    document: 'occupancy',
    project: async (tx, name, now) =>
      name.kind === 'occupancy' ? projectOccupancy(tx, name, now) : null,
  },
  {
    document: 'member',
    project: async (tx, name, now) =>
      name.kind === 'member' ? projectMember(tx, name, now) : null,
  },
  {
    document: 'desk',
    project: async (tx, name) => (name.kind === 'desk' ? projectDesk(tx, name) : null),
  },
]
