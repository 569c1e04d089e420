import { type Instant, toInstant } from '../../domain/values/instant.ts'
import type { LocalDate } from '../../domain/values/local-date.ts'
import { formatMinute, toWallTime, type ZoneTable } from '../../domain/values/zone.ts'
import { words } from './words.ts'

/** "Today, 14:05", on the location's clock. */
export function momentText(zone: ZoneTable, at: Instant, today: LocalDate): string {
  const { date, minute } = toWallTime(zone, at)
  return `${words.amounts.date(date, today)}, ${formatMinute(minute)}`
}

/** The same within a sentence: "today, 14:05". */
export function momentWithin(zone: ZoneTable, at: Instant, today: LocalDate): string {
  const { date, minute } = toWallTime(zone, at)
  return `${words.amounts.dateWithin(date, today)}, ${formatMinute(minute)}`
}

/** The same, where a minute more or less is no promise. */
export function dueText(zone: ZoneTable, at: Instant, today: LocalDate): string {
  const quarter = 15 * 60_000
  return momentWithin(zone, toInstant(Math.ceil(at / quarter) * quarter), today)
}
