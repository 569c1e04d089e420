/** What a floor looks like at this minute, for whoever stands in front of it: no member asks, so no membership stands in the way. */
import type { Catalogue } from '../../sites/catalogue.ts'
import { hasPlace, type Resource, unitCount } from '../../sites/resource.ts'
import type { FloorId } from '../../values/ids.ts'
import { addMinutes, type Instant } from '../../values/instant.ts'
import { type Interval, overlaps, toInterval } from '../../values/interval.ts'
import type { LocalDate } from '../../values/local-date.ts'
import { freeSpans } from './availability.ts'
import { groupByResource, type Occupied, type OccupiedState } from './occupancy.ts'

export interface PlaceNow {
  readonly resource: Resource
  readonly state: 'available' | 'closed' | OccupiedState
  /** How many of it can be had now. */
  readonly free: number
  /** What holds it now, by unit. */
  readonly taken: readonly Occupied[]
  /** The stretches of the day in which it can be had, from now on. */
  readonly spans: readonly Interval[]
}

/** The places of a floor, in the order of the catalogue. */
export function placesNow(
  catalogue: Catalogue,
  floorId: FloorId,
  date: LocalDate,
  occupied: readonly Occupied[],
  now: Instant,
): readonly PlaceNow[] {
  const byResource = groupByResource(occupied)
  const minute = toInterval(now, addMinutes(now, 1))
  return catalogue.resources
    .filter((resource) => resource.floorId === floorId && hasPlace(resource))
    .map((resource): PlaceNow => {
      const all = byResource.get(resource.id) ?? []
      const taken = all.filter(({ interval }) => overlaps(interval, minute))
      const canBeHad = resource.isBookable && resource.mode.kind !== 'assigned'
      const spans = canBeHad
        ? freeSpans(catalogue, resource, date, all).filter(({ endsAt }) => endsAt > now)
        : []
      const isFree = spans.some(({ startsAt }) => startsAt <= now)
      const left = unitCount(resource) - new Set(taken.map(({ unit }) => unit)).size
      return {
        resource,
        state: isFree ? 'available' : (taken[0]?.state ?? 'closed'),
        free: isFree ? Math.max(1, left) : 0,
        taken,
        spans,
      }
    })
}

/** When what is so now ends: until when it is free, or from when it is again. Null where that is not today. */
export function turnsAt({ state, spans }: PlaceNow): Instant | null {
  const [next] = spans
  if (next === undefined) return null
  return state === 'available' ? next.endsAt : next.startsAt
}

/** How many of them can be had at once: the halves of a hall that is free as a whole are not counted beside it. */
export function countFree(places: readonly PlaceNow[]): number {
  const whole = new Set(places.filter(({ free }) => free > 0).map(({ resource }) => resource.id))
  return places
    .filter(({ resource: { partOf } }) => partOf === null || !whole.has(partOf))
    .reduce((sum, { free }) => sum + free, 0)
}
