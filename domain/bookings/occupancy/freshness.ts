import { HOUR_MS, type Instant, MINUTE_MS } from '../../values/instant.ts'

/** How far what a device knows can be trusted: `aging` is shown in another colour, `old` is said before anybody books by it (D-65). */
export type Freshness = 'fresh' | 'aging' | 'old'

/** A device that is in contact hears of every change within seconds; ten minutes without are no contact. */
const AGING_AFTER_MS = 10 * MINUTE_MS
const OLD_AFTER_MS = 24 * HOUR_MS

export function freshnessOf(asOf: Instant, now: Instant): Freshness {
  if (now - asOf > OLD_AFTER_MS) return 'old'
  return now - asOf > AGING_AFTER_MS ? 'aging' : 'fresh'
}
