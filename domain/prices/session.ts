/** A session is counted by the quarter of an hour that has begun, in money as in minutes of a pass: 10 minutes are 15, and 46 are 60 (D-22). */
import { MINUTE_MS } from '../values/instant.ts'
import { type Interval, toInterval } from '../values/interval.ts'

export const ROUNDED_MINUTES = 15

export function sessionMinutes({ startsAt, endsAt }: Interval): number {
  const minutes = Math.ceil((endsAt - startsAt) / MINUTE_MS)
  return Math.ceil(minutes / ROUNDED_MINUTES) * ROUNDED_MINUTES
}

/** The time that is billed: until the last quarter is over. */
export function billedTime(interval: Interval): Interval {
  const { startsAt } = interval
  return toInterval(startsAt, startsAt + sessionMinutes(interval) * MINUTE_MS)
}
