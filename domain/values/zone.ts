/**
 * Wall time and instants by a table of offsets that the server makes and the catalogue carries.
 *
 * Devices ship different time-zone data, so no rule ever asks the platform: whoever holds the same table gives the same answer.
 * A table reaches from one year back to three years ahead; before its first and after its last entry the nearest offset counts.
 */
import { DAY_MS, type Instant, MINUTE_MS, toInstant } from './instant.ts'
import { dayNumber, fromDayNumber, type LocalDate } from './local-date.ts'
import { remembered } from './remembered.ts'

export interface ZoneTable {
  /** IANA id, `Europe/Berlin`. */
  readonly zone: string
  /** Which release of the time-zone data it was made from, `2026c`. */
  readonly tzdata: string
  /** Rising instants, each with the offset from UTC in minutes that counts from then on. The first counts for all time before. */
  readonly offsets: readonly (readonly [at: number, offsetMinutes: number])[]
}

/** A calendar date and minutes after its midnight, 0 to 1440 (1440 is the midnight that ends the day). */
export interface WallTime {
  readonly date: LocalDate
  readonly minute: number
  /** Which of the two is meant, where the clocks go back and this time comes twice (D-05). Else absent. */
  readonly pass?: Pass
}

export type Pass = 'first' | 'second'

/** What a wall time means: once, never (the clocks jumped over it), or twice (they went back). */
export type Resolution =
  | { readonly kind: 'once'; readonly at: Instant; readonly offsetMinutes: number }
  | { readonly kind: 'gap'; readonly nextAt: Instant }
  | { readonly kind: 'fold'; readonly first: Instant; readonly second: Instant }

export function offsetMinutesAt(table: ZoneTable, at: Instant): number {
  return offsetOf(table, indexAt(table, at))
}

/** Which entry of the table counts at an instant. */
function indexAt(table: ZoneTable, at: number): number {
  let low = 0
  let high = table.offsets.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (changeAt(table, middle) <= at) low = middle
    else high = middle - 1
  }
  return low
}

function changeAt(table: ZoneTable, index: number): number {
  return table.offsets[index]?.[0] ?? Number.POSITIVE_INFINITY
}

function offsetOf(table: ZoneTable, index: number): number {
  return table.offsets[index]?.[1] ?? 0
}

export function toWallTime(table: ZoneTable, at: Instant): WallTime {
  const index = indexAt(table, at)
  const local = Math.floor(at / MINUTE_MS) + offsetOf(table, index)
  const day = Math.floor(local / 1440)
  const wall = { date: fromDayNumber(day), minute: local - day * 1440 }
  const pass = passAt(table, index, at)
  return pass === null ? wall : { ...wall, pass }
}

/** Which pass of a repeated stretch an instant lies in; null for every time that comes once. */
function passAt(table: ZoneTable, index: number, at: Instant): Pass | null {
  const repeatedMs = (earlier: number) =>
    (offsetOf(table, earlier) - offsetOf(table, earlier + 1)) * MINUTE_MS
  if (index > 0 && at < changeAt(table, index) + repeatedMs(index - 1)) return 'second'
  const isLast = index === table.offsets.length - 1
  return !isLast && at >= changeAt(table, index + 1) - repeatedMs(index) ? 'first' : null
}

export function resolveWallTime(table: ZoneTable, wall: WallTime): Resolution {
  const localMs = (dayNumber(wall.date) * 1440 + wall.minute) * MINUTE_MS
  // No offset is as large as a day: where none changes from the day before to the day after, there is nothing to choose.
  const index = indexAt(table, localMs - DAY_MS)
  if (localMs + DAY_MS < changeAt(table, index + 1)) {
    const offsetMinutes = offsetOf(table, index)
    return { kind: 'once', at: toInstant(localMs - offsetMinutes * MINUTE_MS), offsetMinutes }
  }
  return resolveNearChange(table, localMs)
}

function resolveNearChange(table: ZoneTable, localMs: number): Resolution {
  const candidates = [...new Set(table.offsets.map(([, offset]) => offset))]
    .map((offset) => ({ offset, at: toInstant(localMs - offset * MINUTE_MS) }))
    .filter(({ offset, at }) => offsetMinutesAt(table, at) === offset)
    .sort((a, b) => a.at - b.at)
  const [first, second] = candidates
  if (first === undefined) return { kind: 'gap', nextAt: endOfGap(table, localMs) }
  if (second === undefined) return { kind: 'once', at: first.at, offsetMinutes: first.offset }
  return { kind: 'fold', first: first.at, second: second.at }
}

/** The instant of a wall time for plans and day bounds: of two the pass it names or else the first; inside a gap the jump. */
export function instantOf(table: ZoneTable, wall: WallTime): Instant {
  const found = resolveWallTime(table, wall)
  switch (found.kind) {
    case 'once':
      return found.at
    case 'fold':
      return wall.pass === 'second' ? found.second : found.first
    case 'gap':
      return found.nextAt
  }
}

/** The local day as instants: 23, 24 or 25 hours long. */
export function localDay(table: ZoneTable, date: LocalDate): Day {
  const known = daysOf.get(table)
  if (known !== undefined) return known(date)
  const dayOf = remembered(DAYS_REMEMBERED, (date: LocalDate) => ({
    startsAt: instantOf(table, { date, minute: 0 }),
    endsAt: instantOf(table, { date, minute: 1440 }),
  }))
  daysOf.set(table, dayOf)
  return dayOf(date)
}

interface Day {
  readonly startsAt: Instant
  readonly endsAt: Instant
}

/** More than a year of one table's days. */
const DAYS_REMEMBERED = 500
const daysOf = new WeakMap<ZoneTable, (date: LocalDate) => Day>()

function endOfGap(table: ZoneTable, localMs: number): Instant {
  for (let index = 1; index < table.offsets.length; index += 1) {
    const [at, offset] = table.offsets[index] ?? [0, 0]
    const before = table.offsets[index - 1]?.[1] ?? offset
    if (at + before * MINUTE_MS <= localMs && localMs < at + offset * MINUTE_MS)
      return toInstant(at)
  }
  throw new Error('Broken invariant: a wall time that never is lies in a jump of the clocks')
}

/** A time that comes twice that day: which one is meant, and by how much it is ahead of UTC. */
export interface Repeat {
  readonly pass: Pass
  readonly offsetMinutes: number
}

/** What must be said beside a wall time so that it means one instant; null for every time that comes once. */
export function repeatOf(wall: WallTime, at: Instant): Repeat | null {
  if (wall.pass === undefined) return null
  const offsetMinutes = dayNumber(wall.date) * 1440 + wall.minute - Math.floor(at / MINUTE_MS)
  return { pass: wall.pass, offsetMinutes }
}

/** Minutes after midnight as `HH:MM`; the midnight that ends a day reads `24:00`. */
export function formatMinute(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}

/** The minute that `formatMinute` wrote. */
export function parseMinute(text: string): number {
  const [hours, minutes] = text.split(':')
  return Number(hours) * 60 + Number(minutes)
}
