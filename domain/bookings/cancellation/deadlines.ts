/** The steps of a policy as dates for one booking: until when how much comes back, by the clock of its site. */
import type { CancellationPolicy } from '../../sites/cancellation-policy.ts'
import { HOUR_MS, type Instant, toInstant } from '../../values/instant.ts'
import { toWallTime, type WallTime, type ZoneTable } from '../../values/zone.ts'

export interface Deadline {
  readonly refundPercent: number
  /** The last instant that still counts, and what the clock of the site says then. */
  readonly until: Instant
  readonly wall: WallTime
}

/** Those that are still ahead and give something back, in order. Elapsed hours: a clock change within them moves the wall time (D-04). */
export function deadlinesOf(
  policy: CancellationPolicy,
  startsAt: Instant,
  zone: ZoneTable,
  now: Instant,
): readonly Deadline[] {
  return policy.steps
    .filter((step) => step.refundPercent > 0)
    .map(({ refundPercent, hoursBefore }) => {
      const until = toInstant(startsAt - Math.round(hoursBefore * HOUR_MS))
      return { refundPercent, until, wall: toWallTime(zone, until) }
    })
    .filter(({ until }) => until >= now)
}
