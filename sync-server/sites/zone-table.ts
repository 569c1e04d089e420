/** Makes the table of offsets that stands for a time zone, from the runtime's own data. The only place that asks the platform. */
import { Temporal } from 'temporal-polyfill'
import type { ZoneTable } from '../../domain/values/zone.ts'

/** From one year before to three years after, so that an app that was away for months still holds what it needs. */
const YEARS_BACK = 1
const YEARS_AHEAD = 3

/** Throws a RangeError when the zone is not an IANA id this runtime knows. */
export function makeZoneTable(zone: string, around: Date): ZoneTable {
  const now = Temporal.Instant.fromEpochMilliseconds(around.getTime()).toZonedDateTimeISO(zone)
  // Bounds at the start of a year, so that the table is the same all year long.
  const from = now.with({ month: 1, day: 1 }).startOfDay().subtract({ years: YEARS_BACK })
  const until = now
    .with({ month: 1, day: 1 })
    .startOfDay()
    .add({ years: YEARS_AHEAD + 1 })
  const offsets: (readonly [number, number])[] = [[from.epochMilliseconds, minutesOf(from)]]
  let at: Temporal.ZonedDateTime | null = from.getTimeZoneTransition('next')
  while (at !== null && at.epochMilliseconds < until.epochMilliseconds) {
    offsets.push([at.epochMilliseconds, minutesOf(at)])
    at = at.getTimeZoneTransition('next')
  }
  return { zone, tzdata: tzdataVersion(), offsets }
}

/** The release of the time-zone data this runtime carries, `2026c`. */
export function tzdataVersion(): string {
  return process.versions['tz'] ?? 'unknown'
}

function minutesOf(at: Temporal.ZonedDateTime): number {
  return Math.round(at.offsetNanoseconds / 60_000_000_000)
}

/** True for an IANA id that this runtime knows; bare offsets are no zone. */
export function isZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text })
    return text === 'UTC' || text.includes('/')
  } catch {
    return false
  }
}
