/**
 * When a piece of news leaves: what somebody waits for, at once; what somebody must know, outside of the quiet hours of their location; the rest
 * when those end, with everything else of the day (N-10).
 */
import type { NewsSettings } from '../sites/news-settings.ts'
import { addMinutes, type Instant } from '../values/instant.ts'
import { addDays } from '../values/local-date.ts'
import { instantOf, toWallTime, type ZoneTable } from '../values/zone.ts'
import type { Urgency } from './news.ts'

/** Long enough for an answer of whoever moves the money, or for who reads what was written as it comes; and short beside the time that a place is held. */
const SOON_MINUTES = 2

export function sendAt(
  urgency: Urgency,
  settings: NewsSettings,
  zone: ZoneTable,
  now: Instant,
): Instant {
  const { quietFrom, quietUntil } = settings
  const isInAMoment = urgency === 'soon' || urgency === 'if-unread'
  const at = isInAMoment ? addMinutes(now, SOON_MINUTES) : now
  const { date, minute } = toWallTime(zone, at)
  const isNever = quietFrom === quietUntil
  const isByDay = urgency === 'by-day' || urgency === 'if-unread'
  const waits = urgency === 'may-wait' || (isByDay && isQuiet(settings, minute))
  if (!waits || isNever) return at
  return instantOf(zone, {
    date: minute >= quietUntil ? addDays(date, 1) : date,
    minute: quietUntil,
  })
}

/** Quiet from eight in the evening to eight in the morning goes over midnight. */
function isQuiet({ quietFrom, quietUntil }: NewsSettings, minute: number): boolean {
  if (quietFrom <= quietUntil) return quietFrom <= minute && minute < quietUntil
  return minute >= quietFrom || minute < quietUntil
}
