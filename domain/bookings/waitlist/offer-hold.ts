/** How long an offer is held, and what is left of a time that has begun (D-37). */
import type { BookingRules } from '../../sites/booking-rules.ts'
import {
  addMinutes,
  type Instant,
  MINUTE_MS,
  minutesBetween,
  toInstant,
} from '../../values/instant.ts'
import type { Interval } from '../../values/interval.ts'
import { toWallTime, type ZoneTable } from '../../values/zone.ts'

const OFFER_MINUTES = 30
/** Whoever takes the last offer still has this long to get there. */
const BEFORE_START_MINUTES = 15
/** After the start every minute of it is lost to somebody. */
const OFFER_AFTER_START_MINUTES = 5

/** Until when a place is held for whoever it is offered to; null where there is no time left to ask. */
export function offerExpiresAt({ startsAt, endsAt }: Interval, now: Instant): Instant | null {
  const until =
    startsAt <= now
      ? Math.min(addMinutes(now, OFFER_AFTER_START_MINUTES), endsAt)
      : Math.min(addMinutes(now, OFFER_MINUTES), addMinutes(startsAt, -BEFORE_START_MINUTES))
  return until > now ? toInstant(until) : null
}

/**
 * What can still be had of a time that has begun: from the increment that runs, or else from the next one, to its end. Nothing where less
 * than one increment is left of it.
 */
export function remaindersOf(
  zone: ZoneTable,
  { endsAt }: Interval,
  { incrementMinutes }: Pick<BookingRules, 'incrementMinutes'>,
  now: Instant,
): readonly Interval[] {
  if (minutesBetween(now, endsAt) < incrementMinutes) return []
  const thisMinute = toInstant(Math.floor(now / MINUTE_MS) * MINUTE_MS)
  const runs = addMinutes(thisMinute, -(toWallTime(zone, thisMinute).minute % incrementMinutes))
  const starts = [runs, addMinutes(runs, incrementMinutes)]
  return starts.flatMap((startsAt) => (startsAt < endsAt ? [{ startsAt, endsAt }] : []))
}
