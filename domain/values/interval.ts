import { type Instant, isInstant, minutesBetween, toInstant } from './instant.ts'

/** Half-open [startsAt, endsAt): touching intervals do not overlap. */
export interface Interval {
  readonly startsAt: Instant
  readonly endsAt: Instant
}

/** True when both bounds are instants and time passes between them. */
export function isInterval(value: {
  readonly startsAt: unknown
  readonly endsAt: unknown
}): value is Interval {
  return isInstant(value.startsAt) && isInstant(value.endsAt) && value.startsAt < value.endsAt
}

/** An interval from two numbers. Throws when empty or reversed. */
export function toInterval(startsAtMs: number, endsAtMs: number): Interval {
  const interval = { startsAt: toInstant(startsAtMs), endsAt: toInstant(endsAtMs) }
  if (!isInterval(interval)) throw new Error('Broken invariant: an interval ends after it starts')
  return interval
}

export function overlaps(a: Interval, b: Interval): boolean {
  return a.startsAt < b.endsAt && b.startsAt < a.endsAt
}

export function contains(outer: Interval, inner: Interval): boolean {
  return outer.startsAt <= inner.startsAt && inner.endsAt <= outer.endsAt
}

export function includes(interval: Interval, instant: Instant): boolean {
  return interval.startsAt <= instant && instant < interval.endsAt
}

/** The part both cover, or null when they only touch or are apart. */
export function intersection(a: Interval, b: Interval): Interval | null {
  if (!overlaps(a, b)) return null
  return {
    startsAt: toInstant(Math.max(a.startsAt, b.startsAt)),
    endsAt: toInstant(Math.min(a.endsAt, b.endsAt)),
  }
}

/** Elapsed minutes between the bounds. */
export function durationMinutes(interval: Interval): number {
  return minutesBetween(interval.startsAt, interval.endsAt)
}
