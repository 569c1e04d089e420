/**
 * `occupancy/<site>/<iso-week>` as sections: local date -> `<resource>.<unit>/<minute of day>` -> [minutes, state letter].
 * A span is split at local midnight and carries no person and no booking. Minutes are those that have gone by since the day began:
 * on the day of a clock change a wall time would name an hour that never was, or two of them.
 */
import { isId, type ResourceId } from '../../values/ids.ts'
import { addMinutes, minutesBetween } from '../../values/instant.ts'
import { durationMinutes, intersection } from '../../values/interval.ts'
import { addDays, type LocalDate } from '../../values/local-date.ts'
import type { Sections } from '../../values/sections.ts'
import { localDay, toWallTime, type ZoneTable } from '../../values/zone.ts'
import type { Occupied, OccupiedState } from './occupancy.ts'

const letters: Readonly<Record<OccupiedState, string>> = {
  booked: 'b',
  held: 'h',
  asked: 'a',
  blocked: 'x',
}
const statesByLetter = new Map<unknown, OccupiedState>(
  Object.entries(letters).map(([state, letter]) => [letter, state as OccupiedState]), // keys are the states above
)

/** One unit taken on one local day: minutes since that day began, half-open; 1500 ends a day of 25 hours. */
export interface DaySpan {
  readonly resourceId: ResourceId
  readonly unit: number
  readonly startMinute: number
  readonly endMinute: number
  readonly state: OccupiedState
}

/** A single entry of the document: what one booking adds to one day. */
export interface OccupancyEntry {
  readonly date: LocalDate
  readonly key: string
  readonly value: readonly [minutes: number, state: string]
}

/** The entries that one occupied span writes, day by day. */
export function occupancyEntries(zone: ZoneTable, span: Occupied): readonly OccupancyEntry[] {
  const entries: OccupancyEntry[] = []
  let date = toWallTime(zone, span.interval.startsAt).date
  for (;;) {
    const day = localDay(zone, date)
    if (day.startsAt >= span.interval.endsAt) return entries
    const part = intersection(day, span.interval)
    if (part !== null) {
      const minute = minutesBetween(day.startsAt, part.startsAt)
      const key = `${span.resourceId}.${span.unit}/${minute}`
      entries.push({ date, key, value: [durationMinutes(part), letters[span.state]] })
    }
    date = addDays(date, 1)
  }
}

/** The seven days from a Monday. Days without a span have no section. */
export function occupancySections(
  zone: ZoneTable,
  monday: LocalDate,
  occupied: readonly Occupied[],
): Sections {
  const sections: Record<string, Record<string, readonly [number, string]>> = {}
  const last = addDays(monday, 6)
  for (const span of occupied) {
    for (const { date, key, value } of occupancyEntries(zone, span)) {
      if (date < monday || date > last) continue
      const day = sections[date] ?? {}
      sections[date] = day
      day[key] = value
    }
  }
  return sections
}

/** The spans of one day; entries that cannot be read are left out, one by one. */
export function readOccupancyDay(sections: Sections, date: LocalDate): readonly DaySpan[] {
  return Object.entries(sections[date] ?? {}).flatMap(([key, value]) => {
    const found = /^(.+)\.(\d+)\/(\d+)$/.exec(key)
    if (found === null || !Array.isArray(value)) return []
    const [resourceId, unit, minute] = [found[1], Number(found[2]), Number(found[3])]
    const [minutes, letter] = value
    const state = statesByLetter.get(letter)
    const isSpan = isId('resource', resourceId) && Number.isInteger(minutes) && minutes > 0
    if (!isSpan || state === undefined) return []
    return [{ resourceId, unit, startMinute: minute, endMinute: minute + minutes, state }]
  })
}

/** The spans of one local day as the rules read them. */
export function occupiedOnDay(
  zone: ZoneTable,
  date: LocalDate,
  spans: readonly DaySpan[],
): readonly Occupied[] {
  const { startsAt } = localDay(zone, date)
  return spans.map(({ resourceId, unit, startMinute, endMinute, state }) => ({
    resourceId,
    unit,
    interval: {
      startsAt: addMinutes(startsAt, startMinute),
      endsAt: addMinutes(startsAt, endMinute),
    },
    state,
  }))
}
