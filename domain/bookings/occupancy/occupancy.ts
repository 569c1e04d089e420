/** What holds a resource, without any person: the content of `occupancy/<site>/<iso-week>`. */
import type { ResourceId } from '../../values/ids.ts'
import type { Interval } from '../../values/interval.ts'

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
  /** The place that was booked, where this one is only taken with it. Else absent. */
  readonly linked?: Link
}

export interface Link {
  readonly resourceId: ResourceId
  readonly name: string
  /** The buffer of that place, which counts here too. */
  readonly gapMinutes: number
}

/** The spans, or other rows, of each resource. Whoever asks about many resources groups once, and hands each question its own. */
export function groupByResource<Row extends { readonly resourceId: ResourceId }>(
  rows: readonly Row[],
): ReadonlyMap<ResourceId, readonly Row[]> {
  const groups = new Map<ResourceId, Row[]>()
  for (const row of rows) {
    const group = groups.get(row.resourceId)
    if (group === undefined) groups.set(row.resourceId, [row])
    else group.push(row)
  }
  return groups
}
