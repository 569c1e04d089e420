import { toInstant } from '../../domain/values/instant.ts'
import type { LocalDate } from '../../domain/values/local-date.ts'
import { formatMinute, toWallTime, type ZoneTable } from '../../domain/values/zone.ts'
import { words } from '../ui/words.ts'

/** When the space last told this device, "today, 09:14"; null where it never has. */
export function toldAge(atMs: number, zone: ZoneTable, today: LocalDate): string | null {
  if (atMs === 0) return null
  const { date, minute } = toWallTime(zone, toInstant(atMs))
  return `${words.amounts.dateWithin(date, today)}, ${formatMinute(minute)}`
}
