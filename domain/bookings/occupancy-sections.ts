/**
 * `occupancy/<site>/<iso-week>` as sections: local date -> `<resource>.<unit>/<minute of day>` -> [minutes, state letter].
 * A span is split at local midnight and carries no person and no booking. On the day the clocks go back the repeated hour shares
 * its minutes; a second span that would take a key already used keeps its place with a trailing apostrophe.
 */
import { type ResourceId, toId } from '../values/ids.ts'
import { durationMinutes, type Interval, intersection } from '../values/interval.ts'
import { addDays, type LocalDate } from '../values/local-date.ts'
import type { Sections } from '../values/sections.ts'
import { localDay, toWallTime, type ZoneTable } from '../values/zone.ts'
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

/** One unit taken on one local day: minutes after midnight, half-open. */
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
    if (part !== null) entries.push(entryOf(zone, span, date, part))
    date = addDays(date, 1)
  }
}

function entryOf(zone: ZoneTable, span: Occupied, date: LocalDate, part: Interval): OccupancyEntry {
  const { minute } = toWallTime(zone, part.startsAt)
  return {
    date,
    key: `${span.resourceId}.${span.unit}/${minute}`,
    value: [durationMinutes(part), letters[span.state]],
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
      day[key in day ? `${key}'` : key] = value
    }
  }
  return sections
}

/** The spans of one day; entries that cannot be read are left out, one by one. */
export function readOccupancyDay(sections: Sections, date: LocalDate): readonly DaySpan[] {
  return Object.entries(sections[date] ?? {}).flatMap(([key, value]) => {
    const found = /^(res_[^/]+)\.(\d+)\/(\d+)'?$/.exec(key)
    if (found === null || !Array.isArray(value)) return []
    const [resource, unit, minute] = [found[1] ?? '', Number(found[2]), Number(found[3])]
    const state = statesByLetter.get(value[1])
    if (state === undefined || typeof value[0] !== 'number') return []
    const resourceId = toId('resource', resource)
    return [{ resourceId, unit, startMinute: minute, endMinute: minute + value[0], state }]
  })
}
