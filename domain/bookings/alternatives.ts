/**
 * What to offer instead: the nearest of the same kind at the same time, then the same resource at the nearest other time of that
 * day. Every one of them would be accepted as things stand (D-19); at most three.
 */
import type { Member } from '../memberships/member.ts'
import type { Catalogue } from '../sites/catalogue.ts'
import { openSpans } from '../sites/open-time.ts'
import type { Resource } from '../sites/resource.ts'
import type { ResourceId } from '../values/ids.ts'
import { type Instant, MINUTE_MS } from '../values/instant.ts'
import { durationMinutes, type Interval, toInterval } from '../values/interval.ts'
import { toWallTime } from '../values/zone.ts'
import { choiceAt } from './choice.ts'
import { decideChoice } from './decide-choice.ts'
import type { Occupied } from './occupancy.ts'
import type { Alternative } from './outcome.ts'

export const ALTERNATIVES_MAX = 3

export interface AlternativesInput {
  readonly catalogue: Catalogue
  readonly member: Member
  readonly resource: Resource
  readonly interval: Interval
  readonly people: number
  readonly occupied: readonly Occupied[]
  readonly now: Instant
  /** Distance on the plan in any unit; places without one sort by name. */
  readonly distance: (from: ResourceId, to: ResourceId) => number | null
}

export function findAlternatives(input: AlternativesInput): readonly Alternative[] {
  const found: Alternative[] = []
  for (const resource of nearestFirst(input)) {
    if (found.length === ALTERNATIVES_MAX) return found
    const alternative = tryAt(input, resource, input.interval)
    if (alternative !== null) found.push(alternative)
  }
  for (const interval of otherTimes(input)) {
    if (found.length === ALTERNATIVES_MAX) return found
    const alternative = tryAt(input, input.resource, interval)
    if (alternative !== null) found.push(alternative)
  }
  return found
}

/** Resources of the same kind, nearest first: by the plan, then the same zone, then by name. */
export function nearestFirst(
  input: Pick<AlternativesInput, 'catalogue' | 'resource' | 'distance'>,
): readonly Resource[] {
  const { catalogue, resource, distance } = input
  return catalogue.resources
    .filter((other) => other.kind === resource.kind && other.id !== resource.id)
    .map((other) => ({
      other,
      far: distance(resource.id, other.id) ?? (other.zoneName === resource.zoneName ? 1e6 : 2e6),
    }))
    .sort(
      (a, b) => a.far - b.far || a.other.name.localeCompare(b.other.name, 'en', { numeric: true }),
    )
    .map(({ other }) => other)
}

/** Starts of the same length on the same day, nearest to the wished one first. */
function otherTimes({ catalogue, resource, interval }: AlternativesInput): readonly Interval[] {
  const stepMs = resource.rules.incrementMinutes * MINUTE_MS
  const lengthMs = durationMinutes(interval) * MINUTE_MS
  const date = toWallTime(catalogue.zone, interval.startsAt).date
  const times: Interval[] = []
  for (const span of openSpans(catalogue, resource, date)) {
    for (let at: number = span.startsAt; at + lengthMs <= span.endsAt; at += stepMs) {
      if (at !== interval.startsAt) times.push(toInterval(at, at + lengthMs))
    }
  }
  const away = (time: Interval) => Math.abs(time.startsAt - interval.startsAt)
  return times.sort((a, b) => away(a) - away(b) || a.startsAt - b.startsAt)
}

function tryAt(
  input: AlternativesInput,
  resource: Resource,
  interval: Interval,
): Alternative | null {
  const { catalogue, member } = input
  const answer = decideChoice({
    catalogue,
    resource,
    tier: catalogue.tiers.find((tier) => tier.id === member.tierId) ?? null,
    interval,
    people: input.people,
    isHolder: member.assigned.includes(resource.id),
    now: input.now,
    occupied: input.occupied,
    preferredUnit: null,
  })
  if (answer.kind === 'refused') return null
  return { choice: choiceAt(catalogue, resource.id, interval), price: answer.price }
}
