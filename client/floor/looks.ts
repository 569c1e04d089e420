/** Answers as pictures: which look each place on the drawing wears, and what its zone counts. */
import type { AvailabilityState } from '../../domain/bookings/occupancy/availability.ts'
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
import { byZone, freeUnits, type PlaceAnswer } from './place-answers.ts'

export function looksOf(plan: FloorPlan, answers: readonly PlaceAnswer[], isStale: boolean): Looks {
  const byId = new Map(answers.map((answer) => [answer.resource.id, answer]))
  const looks = new Map<string, Look>()
  for (const placement of plan.placements) {
    const answer = byId.get(placement.resourceId)
    if (answer === undefined) continue
    const { resourceId, unit } = placement
    looks.set(placeKey(resourceId, unit), lookOf(placement, answer, isStale))
  }
  return looks
}

/** "12 free" for each zone of the plan. */
export function zoneCounts(answers: readonly PlaceAnswer[]): ZoneCounts {
  return new Map(
    byZone(answers).map((zone) => [
      zone.name,
      words.floor.freeCount(zone.answers.reduce((sum, answer) => sum + freeUnits(answer), 0)),
    ]),
  )
}

function lookOf({ unit, shape }: Placement, answer: PlaceAnswer, isStale: boolean): Look {
  const { resource } = answer
  const state = unit === null ? stateOf(answer) : stateOfUnit(answer, unit)
  const sitting = whoSits(answer, unit)
  if (shape === 'room') {
    const people = resource.capacity > 1 ? words.floor.people(resource.capacity) : ''
    return { state, isStale, text: resource.name, detail: sitting ?? people }
  }
  const initials = sitting === null ? null : initialsOf(sitting)
  return { state, isStale, text: initials ?? shortName(resource.name, unit), detail: '' }
}

/** The name of whoever is known to sit there. */
function whoSits({ sitting, present }: PlaceAnswer, unit: number | null): string | null {
  const isThere = (one: { readonly unit: number }) => unit === null || one.unit === unit
  return sitting.find(isThere)?.memberName ?? present.find(isThere)?.name ?? null
}

/** A wish that the space has not answered is asked for, never one's own. */
export function stateOf({ availability: { state }, own }: PlaceAnswer): LookState {
  if (own !== null) {
    return own.state === 'confirmed' || own.state === 'checked-in' ? 'mine' : 'held'
  }
  return lookStateOf(state)
}

function stateOfUnit(answer: PlaceAnswer, unit: number): LookState {
  const { own, inTheWay, availability } = answer
  if (own !== null && own.unit === unit) return stateOf(answer)
  const span = inTheWay.find((one) => one.unit === unit)
  if (span !== undefined) {
    if (span.state === 'booked') return 'busy'
    return span.state === 'blocked' ? 'blocked' : 'held'
  }
  return availability.state === 'mine' ? 'available' : lookStateOf(availability.state)
}

function lookStateOf(state: AvailabilityState): LookState {
  switch (state) {
    case 'available':
    case 'mine':
    case 'held':
    case 'busy':
    case 'blocked':
    case 'closed':
      return state
    case 'asked':
      return 'held'
    case 'unavailable':
      return 'closed'
    default:
      return assertNever(state)
  }
}

/** "Desk 14" is 14 on its desk, and the third seat of a table 3: any will do, but one of them is taken, and one wobbles. */
export function shortName(name: string, unit: number | null): string {
  return unit === null ? (/\d+$/.exec(name)?.[0] ?? name.slice(0, 3)) : String(unit)
}

export function initialsOf(name: string): string {
  const parts = name.split(' ')
  return [parts[0], parts.at(-1)].map((part) => part?.charAt(0) ?? '').join('')
}
