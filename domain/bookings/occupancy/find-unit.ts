/**
 * Which unit of a resource is free for the whole of an interval, or why none is.
 *
 * Neighbours keep a gap of max(after of the earlier, before of the later), not the sum, and the gap need not fit into opening
 * hours (D-09). Of several free units the one is taken that leaves the smallest gaps (D-12), unless a preferred one is free.
 */
import { type Resource, unitCount } from '../../sites/resource.ts'
import { MINUTE_MS } from '../../values/instant.ts'
import { type Interval, overlaps } from '../../values/interval.ts'
import type { Refusal } from '../wishes/refusal.ts'
import type { Occupied } from './occupancy.ts'

export type UnitAnswer =
  | { readonly kind: 'free'; readonly unit: number }
  | { readonly kind: 'taken'; readonly refusal: Refusal }

/** `occupied` may hold spans of other resources and times; only those that matter are looked at. */
export function findUnit(
  resource: Resource,
  interval: Interval,
  occupied: readonly Occupied[],
  preferredUnit: number | null,
): UnitAnswer {
  const units = unitCount(resource)
  const spans = occupied.filter((span) => span.resourceId === resource.id)
  const free: number[] = []
  let obstacle: Occupied | null = null
  for (let unit = 1; unit <= units; unit += 1) {
    const found = spans.find((span) => span.unit === unit && isInTheWay(resource, interval, span))
    if (found === undefined) free.push(unit)
    else if (obstacle === null || overlaps(found.interval, interval)) obstacle = found
  }
  if (preferredUnit !== null && free.includes(preferredUnit)) {
    return { kind: 'free', unit: preferredUnit }
  }
  const unit = tightest(free, interval, spans)
  if (unit !== null) return { kind: 'free', unit }
  if (obstacle === null) return { kind: 'taken', refusal: { reason: 'unknown-resource' } }
  return { kind: 'taken', refusal: explain(resource, interval, spans, obstacle) }
}

/** The same where nobody asks which, or why not: in a full house a look at most places ends with the first span. */
export function isTaken(
  resource: Resource,
  interval: Interval,
  occupied: readonly Occupied[],
): boolean {
  if (unitCount(resource) > 1) return findUnit(resource, interval, occupied, null).kind === 'taken'
  return occupied.some(
    (span) =>
      span.unit === 1 && span.resourceId === resource.id && isInTheWay(resource, interval, span),
  )
}

/** The gap that neighbours of this resource keep, in minutes. */
export function gapMinutes(resource: Resource): number {
  return Math.max(resource.rules.bufferBeforeMinutes, resource.rules.bufferAfterMinutes)
}

/** The gap to one neighbour: of two linked places the larger buffer counts (D-08), and what is out of use needs none. */
export function gapTo(resource: Resource, { state, linked }: Occupied): number {
  if (state === 'blocked') return 0
  return Math.max(gapMinutes(resource), linked?.gapMinutes ?? 0)
}

/** True when the span leaves no room for the interval, its buffer included. */
export function isInTheWay(resource: Resource, interval: Interval, span: Occupied): boolean {
  const gap = gapTo(resource, span) * MINUTE_MS
  return (
    span.interval.startsAt < interval.endsAt + gap && interval.startsAt - gap < span.interval.endsAt
  )
}

function explain(
  resource: Resource,
  interval: Interval,
  spans: readonly Occupied[],
  obstacle: Occupied,
): Refusal {
  const conflict = obstacle.interval
  const units = unitCount(resource)
  if (units > 1) {
    return isFullSomewhere(resource, interval, spans)
      ? { reason: 'pool-full', units, conflict }
      : { reason: 'pool-split', units }
  }
  if (!overlaps(conflict, interval)) {
    return { reason: 'buffer', bufferMinutes: gapTo(resource, obstacle), conflict }
  }
  if (obstacle.linked !== undefined) {
    const { resourceId, name } = obstacle.linked
    return { reason: 'linked', resourceId, name, conflict }
  }
  switch (obstacle.state) {
    case 'booked':
      return { reason: 'booked', conflict }
    case 'held':
      return { reason: 'held', conflict }
    case 'asked':
      return { reason: 'asked-for', conflict }
    case 'blocked':
      return { reason: 'blocked', conflict, closureName: null }
  }
}

/** True when at some moment of the interval every unit is taken; else each part is free on some unit. */
function isFullSomewhere(
  resource: Resource,
  interval: Interval,
  spans: readonly Occupied[],
): boolean {
  const relevant = spans.filter((span) => isInTheWay(resource, interval, span))
  const gap = gapMinutes(resource) * MINUTE_MS
  const moments = [
    interval.startsAt,
    ...relevant.map((span) => span.interval.startsAt - gap).filter((at) => at > interval.startsAt),
  ]
  return moments.some((moment) => {
    const taken = relevant.filter(
      (span) => span.interval.startsAt - gap <= moment && moment < span.interval.endsAt + gap,
    )
    return new Set(taken.map((span) => span.unit)).size >= unitCount(resource)
  })
}

function tightest(
  free: readonly number[],
  interval: Interval,
  spans: readonly Occupied[],
): number | null {
  let best: { unit: number; slack: number } | null = null
  for (const unit of free) {
    const slack = slackAround(
      interval,
      spans.filter((span) => span.unit === unit),
    )
    if (best === null || slack < best.slack) best = { unit, slack }
  }
  return best === null ? null : best.unit
}

/** Milliseconds of free time left on both sides, each side counted up to a day. */
function slackAround(interval: Interval, spans: readonly Occupied[]): number {
  const far = 24 * 60 * MINUTE_MS
  let before = far
  let after = far
  for (const span of spans) {
    if (span.interval.endsAt <= interval.startsAt) {
      before = Math.min(before, interval.startsAt - span.interval.endsAt)
    }
    if (span.interval.startsAt >= interval.endsAt) {
      after = Math.min(after, span.interval.startsAt - interval.endsAt)
    }
  }
  return before + after
}
