/** This minute of a floor as pictures, for everybody alike: nothing is anybody's own. */
import type { PlaceNow } from '../../domain/bookings/occupancy/floor-now.ts'
import type { Presence } from '../../domain/bookings/presence/presence.ts'
import { assertNever } from '../../domain/values/assert.ts'
import type { FloorPlan, Placement } from '../../floorplans/document/floor-plan.ts'
import {
  type Look,
  type LookState,
  type Looks,
  placeKey,
  type ZoneCounts,
} from '../../floorplans/scene/look.ts'
import { words } from '../ui/words.ts'
import { initialsOf, shortName } from './looks.ts'

export function looksNow(
  plan: FloorPlan,
  places: readonly PlaceNow[],
  people: readonly Presence[],
  isStale: boolean,
): Looks {
  const byId = new Map(places.map((place) => [place.resource.id, place]))
  const looks = new Map<string, Look>()
  for (const placement of plan.placements) {
    const place = byId.get(placement.resourceId)
    if (place === undefined) continue
    const { resourceId, unit } = placement
    const isHere = (one: Presence) =>
      one.resourceId === resourceId && (unit === null || one.unit === unit)
    const name = people.find(isHere)?.name ?? null
    looks.set(placeKey(resourceId, unit), lookOf(placement, place, name, isStale))
  }
  return looks
}

/** "12 free" for each zone. */
export function zonesNow(places: readonly PlaceNow[]): ZoneCounts {
  const free = new Map<string, number>()
  for (const { resource, free: more } of places) {
    free.set(resource.zoneName, (free.get(resource.zoneName) ?? 0) + more)
  }
  return new Map([...free].map(([zone, count]) => [zone, words.floor.freeCount(count)]))
}

function lookOf(
  { unit, shape }: Placement,
  place: PlaceNow,
  name: string | null,
  isStale: boolean,
): Look {
  const { resource } = place
  const state = stateOf(place, unit)
  if (shape === 'room') return { state, isStale, text: resource.name, detail: name ?? '' }
  return {
    state,
    isStale,
    text: name === null ? shortName(resource.name, unit) : initialsOf(name),
    detail: '',
  }
}

function stateOf({ state, taken }: PlaceNow, unit: number | null): LookState {
  const own = unit === null ? undefined : taken.find((one) => one.unit === unit)
  const shown = own?.state ?? state
  switch (shown) {
    case 'available':
    case 'held':
    case 'blocked':
    case 'closed':
      return shown
    case 'booked':
      return 'busy'
    case 'asked':
      return 'held'
    default:
      return assertNever(shown)
  }
}
