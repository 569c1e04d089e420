/** The state of a resource for a wished time, as the list and the plan draw it: computed from local data, never stored. */
import type { Catalogue } from '../../sites/catalogue.ts'
import { findClosure, openSpans } from '../../sites/open-time.ts'
import { type Resource, unitCount } from '../../sites/resource.ts'
import { MINUTE_MS } from '../../values/instant.ts'
import { type Interval, overlaps, toInterval } from '../../values/interval.ts'
import type { LocalDate } from '../../values/local-date.ts'
import type { Money } from '../../values/money.ts'
import { type ChoiceInput, decideChoice } from '../decide-choice.ts'
import type { Refusal } from '../wishes/refusal.ts'
import { isInTheWay } from './find-unit.ts'
import type { Occupied } from './occupancy.ts'

export type AvailabilityState =
  | 'available'
  | 'mine'
  | 'asked'
  | 'held'
  | 'busy'
  | 'blocked'
  | 'closed'
  /** Free, but a rule stands in the way: not for this member, too long, too far ahead. */
  | 'unavailable'

export interface Availability {
  readonly state: AvailabilityState
  /** Why not, where it is not available. */
  readonly refusal: Refusal | null
  /** The price where it is available. */
  readonly price: Money | null
}

export interface AvailabilityInput extends Omit<ChoiceInput, 'preferredUnit'> {
  /** Intervals of the member's own live bookings and unsettled wishes on this resource. */
  readonly own: readonly Interval[]
}

export function availability(input: AvailabilityInput): Availability {
  if (input.own.some((mine) => overlaps(mine, input.interval))) {
    return { state: 'mine', refusal: null, price: null }
  }
  const answer = decideChoice({ ...input, preferredUnit: null })
  if (answer.kind === 'fits') return { state: 'available', refusal: null, price: answer.price }
  return { state: stateOf(answer.refusal), refusal: answer.refusal, price: null }
}

function stateOf(refusal: Refusal): AvailabilityState {
  switch (refusal.reason) {
    case 'booked':
    case 'pool-full':
    case 'pool-split':
    case 'buffer':
    case 'assigned':
    case 'linked':
      return 'busy'
    case 'held':
      return 'held'
    case 'asked-for':
      return 'asked'
    case 'blocked':
      return 'blocked'
    case 'closed':
      return 'closed'
    default:
      return 'unavailable'
  }
}

/** The free stretches of a resource on a local date: open time less closures and less what is in the way on every unit. */
export function freeSpans(
  catalogue: Catalogue,
  resource: Resource,
  date: LocalDate,
  occupied: readonly Occupied[],
): readonly Interval[] {
  const step = resource.rules.incrementMinutes * MINUTE_MS
  const units = unitCount(resource)
  const spans = occupied.filter((span) => span.resourceId === resource.id)
  const free: Interval[] = []
  for (const open of openSpans(catalogue, resource, date)) {
    for (let at: number = open.startsAt; at < open.endsAt; at += step) {
      const cell = toInterval(at, Math.min(at + step, open.endsAt))
      if (findClosure(catalogue, resource, cell) !== null) continue
      const taken = new Set(
        spans.filter((span) => isInTheWay(resource, cell, span)).map((span) => span.unit),
      )
      if (taken.size >= units) continue
      const last = free.at(-1)
      if (last !== undefined && last.endsAt === cell.startsAt) {
        free[free.length - 1] = { startsAt: last.startsAt, endsAt: cell.endsAt }
      } else free.push(cell)
    }
  }
  return free
}
