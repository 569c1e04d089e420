import type { ClosureId, EventId, ResourceId } from '../values/ids.ts'
import type { WallTime } from '../values/zone.ts'

/** Minutes after local midnight, half-open. `closes` may pass 1440 for a night that belongs to the day it began. */
export interface OpenSpan {
  readonly opens: number
  readonly closes: number
}

/** Seven days, Monday first; a day without spans is closed. */
export type OpeningHours = readonly [
  readonly OpenSpan[],
  readonly OpenSpan[],
  readonly OpenSpan[],
  readonly OpenSpan[],
  readonly OpenSpan[],
  readonly OpenSpan[],
  readonly OpenSpan[],
]

/** A holiday or closure of a whole site (`resourceIds` null) or of some of its resources, in wall time, half-open. */
export interface Closure {
  readonly id: ClosureId
  readonly name: string
  readonly resourceIds: readonly ResourceId[] | null
  readonly from: WallTime
  readonly until: WallTime
  /** The event that keeps these places to itself, which alone may let go of them; null for everything else. */
  readonly eventId: EventId | null
}
