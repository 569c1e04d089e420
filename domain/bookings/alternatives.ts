/**
 * What to offer instead of a wish that does not fit, best first and at most three: the parts of the time on the units that have
 * them (D-12), else the nearest of the same kind at the same time, then the same place at the nearest other time of that day.
 * Every one of them would be accepted as things stand (D-19).
 */
import type { Catalogue } from '../sites/catalogue.ts'
import { isByTheHour, unitsOn } from '../sites/granularity.ts'
import { openSpans } from '../sites/open-time.ts'
import type { Resource } from '../sites/resource.ts'
import { derived } from '../values/derived.ts'
import type { ResourceId } from '../values/ids.ts'
import { MINUTE_MS } from '../values/instant.ts'
import { durationMinutes, type Interval, toInterval } from '../values/interval.ts'
import { toWallTime } from '../values/zone.ts'
import { type ChoiceInput, decideChoice } from './decide-choice.ts'
import { isTaken } from './occupancy/find-unit.ts'
import { groupByResource, type Occupied } from './occupancy/occupancy.ts'
import { splitOverUnits } from './occupancy/split-over-units.ts'
import { choiceAt } from './wishes/choice.ts'
import type { Alternative } from './wishes/outcome.ts'

export const ALTERNATIVES_MAX = 3

export interface AlternativesInput extends Omit<ChoiceInput, 'preferredUnit'> {
  /** Distance on the plan in any unit; places without one sort by zone and name. */
  readonly distance: (from: ResourceId, to: ResourceId) => number | null
}

export function findAlternatives(input: AlternativesInput): readonly Alternative[] {
  const byResource = grouped(input.occupied)
  const found = [...partsOf(input)]
  for (const resource of nearestFirst(input)) {
    if (found.length >= ALTERNATIVES_MAX) return found
    const occupied = byResource.get(resource.id) ?? []
    const alternative = tryAt({ ...input, resource, occupied }, null)
    if (alternative !== null) found.push(alternative)
  }
  const occupied = byResource.get(input.resource.id) ?? []
  for (const interval of otherTimes(input)) {
    if (found.length >= ALTERNATIVES_MAX) return found
    const alternative = tryAt({ ...input, interval, occupied }, null)
    if (alternative !== null) found.push(alternative)
  }
  return found
}

/** One list is asked again for every wish of a full house, because none of them changes it. */
const grouped = derived((occupied: readonly Occupied[]) => groupByResource(occupied))

/** A pool whose units are each free for a part: all the parts in order of time, or none where a rule refuses one of them. */
function partsOf(input: AlternativesInput): readonly Alternative[] {
  const parts = splitOverUnits(input.resource, input.interval, input.occupied)
  if (parts.length < 2 || parts.length > ALTERNATIVES_MAX) return []
  const offers = parts.map(({ unit, interval }) => tryAt({ ...input, interval }, unit))
  return offers.every((offer) => offer !== null) ? offers : []
}

/** Resources of the same kind, nearest first: by the plan, then the same zone, then by name. */
export function nearestFirst({
  catalogue,
  resource,
  distance,
}: Pick<AlternativesInput, 'catalogue' | 'resource' | 'distance'>): readonly Resource[] {
  return ordersBy(distance)(catalogue)(resource)
}

const ordersBy = derived((distance: AlternativesInput['distance']) =>
  derived((catalogue: Catalogue) =>
    derived((resource: Resource) => inOrder(catalogue, resource, distance)),
  ),
)

function inOrder(
  catalogue: Catalogue,
  resource: Resource,
  distance: AlternativesInput['distance'],
): readonly Resource[] {
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

/** Starts of the same length on the same day, and what it has of days and halves, nearest to the wished one first. */
function otherTimes({ catalogue, resource, interval }: AlternativesInput): readonly Interval[] {
  const stepMs = resource.rules.incrementMinutes * MINUTE_MS
  const lengthMs = durationMinutes(interval) * MINUTE_MS
  const date = toWallTime(catalogue.zone, interval.startsAt).date
  const times: Interval[] = unitsOn(catalogue, resource, date)
    .map((unit) => unit.interval)
    .filter((unit) => unit.startsAt !== interval.startsAt || unit.endsAt !== interval.endsAt)
  const spans = isByTheHour(resource.rules) ? openSpans(catalogue, resource, date) : []
  for (const span of spans) {
    for (let at: number = span.startsAt; at + lengthMs <= span.endsAt; at += stepMs) {
      if (at !== interval.startsAt) times.push(toInterval(at, at + lengthMs))
    }
  }
  const away = (time: Interval) => Math.abs(time.startsAt - interval.startsAt)
  return times.sort((a, b) => away(a) - away(b) || a.startsAt - b.startsAt)
}

/** In a house that is nearly full most places are taken, which is asked first because it costs least. */
function tryAt(input: Omit<ChoiceInput, 'preferredUnit'>, unit: number | null): Alternative | null {
  if (isTaken(input.resource, input.interval, input.occupied)) return null
  const answer = decideChoice({ ...input, preferredUnit: unit })
  if (answer.kind === 'refused' || (unit !== null && answer.unit !== unit)) return null
  const choice = choiceAt(input.catalogue, input.resource.id, input.interval)
  return { choice: { ...choice, unit }, price: answer.price }
}
