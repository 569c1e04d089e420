/** What holds a resource, without any person: the content of `occupancy/<site>/<iso-week>`. */
import type { ResourceId } from '../values/ids.ts'
import type { Interval } from '../values/interval.ts'

export const occupiedStates = {
  booked: 'booked',
  held: 'held',
  asked: 'asked',
  blocked: 'blocked',
} as const
export type OccupiedState = (typeof occupiedStates)[keyof typeof occupiedStates]

/** One unit of one resource taken for a while. */
export interface Occupied {
  readonly resourceId: ResourceId
  readonly unit: number
  readonly interval: Interval
  readonly state: OccupiedState
}
