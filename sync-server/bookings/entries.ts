/** What one booking or outcome puts into each kind of document: the difference that projections leave when it changes. */
import { formatDocumentName } from '../../domain/access/document-name.ts'
import {
  isRequest,
  requestEntry,
  toRequest,
} from '../../domain/bookings/approval/request-sections.ts'
import { arrivalStates, type Booking, occupyingStates } from '../../domain/bookings/booking.ts'
import { deskEntry, isOnDay, toArrival } from '../../domain/bookings/desk-sections.ts'
import { memberBookingEntry, memberOutcomeEntries } from '../../domain/bookings/member-sections.ts'
import { occupancyEntries } from '../../domain/bookings/occupancy/occupancy-sections.ts'
import { occupiedBy } from '../../domain/bookings/occupied-by.ts'
import type { SettledIntent } from '../../domain/bookings/wishes/outcome.ts'
import { must } from '../../domain/values/assert.ts'
import { DAY_MS, type Instant, toInstant } from '../../domain/values/instant.ts'
import { overlaps } from '../../domain/values/interval.ts'
import { limits } from '../../domain/values/limits.ts'
import { addDays, isoWeekOf, type LocalDate } from '../../domain/values/local-date.ts'
import { localDay, toWallTime, type ZoneTable } from '../../domain/values/zone.ts'
import type { Shown, ShownEntry, View } from '../settlement/shown.ts'

/** A member’s document carries three months of the past, however long they are; older stories are read on demand. */
const STORY_MS = 93 * DAY_MS

/** Windows of time begin with a day, so that they stand still within a basis. */
export function dayBegun(now: Instant): Instant {
  return toInstant(Math.floor(now / DAY_MS) * DAY_MS)
}

export function storySince(now: Instant): Instant {
  return toInstant(dayBegun(now) - STORY_MS)
}

/** Wishes that a member makes by the dozen, and whose story is told where they talk: their outcomes are there for the device that waits for one. */
const talk: readonly SettledIntent['kind'][] = ['message.send', 'thread.read', 'announcements.read']
const TALK_MS = 14 * DAY_MS

/** Of the outcomes since the story begins. */
export function isOutcomeTold({ kind, settledAt }: SettledIntent, now: Instant): boolean {
  return !talk.includes(kind) || settledAt > dayBegun(now) - TALK_MS
}

/** True for the weeks whose occupancy is told. */
export function isKept(zone: ZoneTable, week: string, now: Instant): boolean {
  const today = toWallTime(zone, now).date
  return (
    week >= isoWeekOf(addDays(today, -7 * limits.occupancyWeeksBack)) &&
    week <= isoWeekOf(addDays(today, 7 * limits.occupancyWeeksAhead))
  )
}

export function memberEntries(shown: Shown, { now }: View): readonly ShownEntry[] {
  if (shown.kind === 'outcome') {
    const { memberId, settled, carrier } = shown
    const document = formatDocumentName({ kind: 'member', memberId })
    return memberOutcomeEntries(settled, carrier).map((entry) => ({ ...entry, document }))
  }
  if (shown.kind !== 'booking') return []
  const { booking } = shown
  if (booking.interval.endsAt <= storySince(now)) return []
  const document = formatDocumentName({ kind: 'member', memberId: booking.memberId })
  return [{ ...memberBookingEntry(booking), document }]
}

export function occupancyEntriesOf(shown: Shown, view: View): readonly ShownEntry[] {
  if (shown.kind !== 'booking' || !occupyingStates.includes(shown.booking.state)) return []
  const { booking } = shown
  const zone = zoneOf(booking, view)
  const { siteId } = booking
  return occupancyEntries(zone, occupiedBy(booking)).flatMap(({ date, key, value }) => {
    const week = isoWeekOf(date)
    if (!isKept(zone, week, view.now)) return []
    const document = formatDocumentName({ kind: 'occupancy', siteId, week })
    return [{ document, section: date, key, value, keeps: 'last' as const }]
  })
}

export function deskEntries(shown: Shown, view: View): readonly ShownEntry[] {
  if (shown.kind !== 'booking' || !arrivalStates.includes(shown.booking.state)) return []
  const { booking } = shown
  if (isRequest(booking)) return []
  const entry = deskEntry(toArrival(booking, nameOf(booking, view)))
  return daysOf(booking, zoneOf(booking, view)).map((date) => {
    const document = formatDocumentName({ kind: 'desk', siteId: booking.siteId, date })
    return { ...entry, document }
  })
}

export function requestEntries(shown: Shown, view: View): readonly ShownEntry[] {
  if (shown.kind !== 'booking') return []
  const { booking } = shown
  const request = toRequest(booking, nameOf(booking, view))
  if (request === null) return []
  const document = formatDocumentName({ kind: 'requests', siteId: booking.siteId })
  return [{ ...requestEntry(request), document }]
}

function nameOf({ memberId }: Booking, { memberNames }: View): string {
  return memberNames.get(memberId) ?? FORMER_MEMBER
}

/** How somebody is called whose name is not there any more. */
export const FORMER_MEMBER = 'Former member'

/** The days that list it: by the wall time that was agreed, and by the zone as it is known now. */
function daysOf(booking: Booking, zone: ZoneTable): readonly LocalDate[] {
  const days: LocalDate[] = []
  const { start, end } = booking.wall
  for (let date = start.date; date <= end.date; date = addDays(date, 1)) {
    if (isOnDay(booking, date) && overlaps(localDay(zone, date), booking.interval)) days.push(date)
  }
  return days
}

function zoneOf(booking: Booking, { zones }: View): ZoneTable {
  return must(zones.get(booking.siteId), 'the view was opened for its site')
}
