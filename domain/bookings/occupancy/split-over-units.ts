/** How a time that no single unit of a pool has free as a whole can be had in parts, one after the other, on several units. */
import { type Resource, unitCount } from '../../sites/resource.ts'
import { MINUTE_MS } from '../../values/instant.ts'
import { type Interval, toInterval } from '../../values/interval.ts'
import { gapMinutes, isInTheWay } from './find-unit.ts'
import type { Occupied } from './occupancy.ts'

export interface Part {
  readonly unit: number
  readonly interval: Interval
}

/** More changes of place than this in one booking are no offer. */
const PARTS_MAX = 8

/**
 * The parts in order of time, each on the unit that lasts longest from there: the fewest changes there can be. Empty where some
 * moment is free on no unit.
 */
export function splitOverUnits(
  resource: Resource,
  interval: Interval,
  occupied: readonly Occupied[],
): readonly Part[] {
  if (resource.mode.kind !== 'pool') return []
  const spans = occupied.filter(
    (span) => span.resourceId === resource.id && isInTheWay(resource, interval, span),
  )
  const parts: Part[] = []
  let from: number = interval.startsAt
  while (from < interval.endsAt && parts.length < PARTS_MAX) {
    const part = longestFrom(resource, from, interval.endsAt, spans)
    if (part === null) return []
    parts.push(part)
    from = part.interval.endsAt
  }
  return from < interval.endsAt ? [] : parts
}

function longestFrom(
  resource: Resource,
  from: number,
  until: number,
  spans: readonly Occupied[],
): Part | null {
  let best: Part | null = null
  for (let unit = 1; unit <= unitCount(resource); unit += 1) {
    const end = freeUntil(
      resource,
      from,
      until,
      spans.filter((span) => span.unit === unit),
    )
    if (end > from && (best === null || end > best.interval.endsAt)) {
      best = { unit, interval: toInterval(from, end) }
    }
  }
  return best
}

/** How long a unit stays free from a moment on, its buffer kept; the moment itself where it is taken. */
function freeUntil(
  resource: Resource,
  from: number,
  until: number,
  spans: readonly Occupied[],
): number {
  let end = until
  for (const { interval, state } of spans) {
    const gapMs = state === 'blocked' ? 0 : gapMinutes(resource) * MINUTE_MS
    if (interval.endsAt + gapMs > from) end = Math.min(end, interval.startsAt - gapMs)
  }
  return Math.max(end, from)
}
