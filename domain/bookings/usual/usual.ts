/** What a member books again and again, read from their own bookings: "Desk 14, 09:00–17:00" (B-41). */
import type { ResourceId, SiteId } from '../../values/ids.ts'
import { DAY_MS, type Instant } from '../../values/instant.ts'
import { weekdayOf } from '../../values/local-date.ts'
import type { BookingViewRow, BookingViewState } from '../booking-view-row.ts'

export interface Usual {
  readonly siteId: SiteId
  readonly resourceId: ResourceId
  /** `HH:MM` of the site. */
  readonly startText: string
  readonly endText: string
  /** Weekdays on which it was booked, the most frequent first. */
  readonly weekdays: readonly number[]
}

/** What was booked and not given up. */
const counted: readonly BookingViewState[] = ['confirmed', 'checked-in', 'completed']
/** Older habits are none. */
const REMEMBERED_MS = 90 * DAY_MS
/** Once is no habit. */
const TIMES_MIN = 2

/** The same place at the same time, most often and lately; null while there is no habit. */
export function usualOf(rows: readonly BookingViewRow[], now: Instant): Usual | null {
  const groups = new Map<string, BookingViewRow[]>()
  for (const row of remembered(rows, now)) {
    if (row.endDate !== null) continue
    const key = `${row.resourceId} ${row.startText} ${row.endText}`
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  const habits = [...groups.values()].filter((group) => group.length >= TIMES_MIN)
  const best = habits.sort((a, b) => b.length - a.length || latest(b) - latest(a))[0]
  const [first] = best ?? []
  if (best === undefined || first === undefined) return null
  const { siteId, resourceId, startText, endText } = first
  return { siteId, resourceId, startText, endText, weekdays: byFrequency(best.map(weekday)) }
}

/** Places the member used lately, the most used first. */
export function usedPlaces(rows: readonly BookingViewRow[], now: Instant): readonly ResourceId[] {
  return byFrequency(remembered(rows, now).map((row) => row.resourceId))
}

function remembered(rows: readonly BookingViewRow[], now: Instant) {
  return rows.filter((row) => counted.includes(row.state) && row.startsAt > now - REMEMBERED_MS)
}

function weekday(row: BookingViewRow): number {
  return weekdayOf(row.date)
}

function latest(group: readonly BookingViewRow[]): number {
  return Math.max(...group.map((row) => row.startsAt))
}

/** Each value once, the most frequent first; equal ones in the order they came. */
function byFrequency<Value>(values: readonly Value[]): readonly Value[] {
  const counts = new Map<Value, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a).map(([value]) => value)
}
