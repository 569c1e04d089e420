/**
 * Until when a member may want an answer: moments that somebody would name, all before the wish is of no use anyway (D-63). An earlier
 * one only says "not then, rather": whatever is unsettled by then expires.
 */
import { HOUR_MS, type Instant, toInstant } from '../../values/instant.ts'
import { addDays } from '../../values/local-date.ts'
import { resolveWallTime, toWallTime, type ZoneTable } from '../../values/zone.ts'

/** More would not be read; whoever plans further ahead has days to write another wish. */
const OFFERED_MAX = 8
/** Sooner, it would be no wish for the time without a connection. */
const SOONEST_MS = HOUR_MS / 2
/** When a day begins, turns and ends for most. */
const MINUTES_OF_DAY = [8 * 60, 12 * 60, 18 * 60]
/** A wish further ahead than this has the nearest days to choose from. */
const DAYS = 4

export function ownDeadlines(zone: ZoneTable, now: Instant, latest: Instant): readonly Instant[] {
  const nextHour = Math.ceil(now / HOUR_MS) * HOUR_MS
  const soon = [nextHour + HOUR_MS, nextHour + 3 * HOUR_MS].map(toInstant)
  const { date } = toWallTime(zone, now)
  const turns = Array.from({ length: DAYS }, (_, day) => addDays(date, day)).flatMap((on) =>
    MINUTES_OF_DAY.flatMap((minute) => {
      const found = resolveWallTime(zone, { date: on, minute })
      return found.kind === 'once' ? [found.at] : []
    }),
  )
  return [...new Set([...soon, ...turns])]
    .filter((at) => at >= now + SOONEST_MS && at < latest)
    .sort((a, b) => a - b)
    .slice(0, OFFERED_MAX)
}
