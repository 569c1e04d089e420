/** When a booking can be checked in to, and when it is given back if nobody does (D-35). */
import { addMinutes, type Instant, minutesBetween } from '../../values/instant.ts'
import { durationMinutes } from '../../values/interval.ts'
import type { Booking } from '../booking.ts'

export interface ArrivalTimes {
  readonly opensAt: Instant
  /** Null where it is never given back. */
  readonly releaseAt: Instant | null
}

/** Who books shorter ahead than this is on the way, and would be late through no fault of theirs. */
const SHORT_NOTICE_MINUTES = 2 * 60
/** Who books a working day comes when they come. */
const WHOLE_DAY_MINUTES = 8 * 60

/** Null where nobody checks in. */
export function arrivalTimes(
  booking: Pick<Booking, 'checkIn' | 'interval' | 'settledAt' | 'changedAt'>,
): ArrivalTimes | null {
  const { checkIn, interval, settledAt, changedAt } = booking
  if (checkIn === null) return null
  const opensAt = addMinutes(interval.startsAt, -checkIn.opensMinutesBefore)
  const releaseAt = addMinutes(interval.startsAt, checkIn.releaseMinutesAfter)
  const isExempt =
    minutesBetween(settledAt, interval.startsAt) < SHORT_NOTICE_MINUTES ||
    durationMinutes(interval) >= WHOLE_DAY_MINUTES ||
    (changedAt !== null && changedAt >= opensAt) || // whoever extends it as it begins means to come
    releaseAt >= interval.endsAt // nothing would be left of it
  return { opensAt, releaseAt: isExempt ? null : releaseAt }
}
