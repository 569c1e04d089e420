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

/** The spans of each resource. Whoever asks about many resources groups once, and hands each question its own spans. */
export function groupByResource(
  occupied: readonly Occupied[],
): ReadonlyMap<ResourceId, readonly Occupied[]> {
  const groups = new Map<ResourceId, Occupied[]>()
  for (const span of occupied) {
    const group = groups.get(span.resourceId)
    if (group === undefined) groups.set(span.resourceId, [span])
    else group.push(span)
  }
  return groups
}
