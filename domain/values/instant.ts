/** A point in time: epoch milliseconds. Never taken from a device for a decision. */
declare const brand: unique symbol
export type Instant = number & { readonly [brand]: 'Instant' }

export const MINUTE_MS = 60_000
export const HOUR_MS = 60 * MINUTE_MS
export const DAY_MS = 24 * HOUR_MS

/** The years 2000 to 2200: outside it a timestamp is a mistake, not a wish. */
const EARLIEST_MS = 946_684_800_000
const LATEST_MS = 7_258_118_400_000

const MARGIN_MS = 10 * 366 * DAY_MS

/** True for a whole number of milliseconds within 2000-2200: what may come in at a door. */
export function isInstant(value: unknown): value is Instant {
  return (
    typeof value === 'number' &&
    Number.isInteger(value) &&
    value >= EARLIEST_MS &&
    value < LATEST_MS
  )
}

/** The number as an instant. Throws when it is none; ten years beyond the door are left for arithmetic. */
export function toInstant(ms: number): Instant {
  const isNear = Number.isInteger(ms) && ms >= EARLIEST_MS - MARGIN_MS && ms < LATEST_MS + MARGIN_MS
  if (!isNear) throw new Error(`Broken invariant: ${ms} is not an instant`)
  return ms as Instant // a whole number in range, as just checked
}

export function addMs(instant: Instant, ms: number): Instant {
  return toInstant(instant + ms)
}

export function addMinutes(instant: Instant, minutes: number): Instant {
  return toInstant(instant + minutes * MINUTE_MS)
}

/** Elapsed minutes from one instant to another, which may be a fraction. */
export function minutesBetween(from: Instant, to: Instant): number {
  return (to - from) / MINUTE_MS
}
