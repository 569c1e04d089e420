import type { Accessor } from 'solid-js'
import type { FloorId } from '../../domain/values/ids.ts'
import { database } from './database.ts'
import { createLiveQuery } from './live-query.ts'

export interface StoredPlan {
  readonly floorId: FloorId
  readonly version: number
  /** As it was published; whoever draws it parses it. */
  readonly plan: unknown
}

export function planKey(floorId: FloorId, version: number): string {
  return `${floorId}/${version}`
}

/** The published plan of a floor: the newest version on this device, null while there is none, undefined until the first read. */
export function createPlan(
  floorId: () => FloorId | undefined,
): Accessor<StoredPlan | null | undefined> {
  return createLiveQuery(
    (floor) => (floor === undefined ? null : readPlan(floor)),
    () => floorId(),
  )
}

async function readPlan(floorId: FloorId): Promise<StoredPlan | null> {
  const keys = await database().plans.where('key').startsWith(`${floorId}/`).primaryKeys()
  const versions = keys.map((key) => Number(key.slice(floorId.length + 1)))
  const version = Math.max(0, ...versions)
  const row = await database().plans.get(planKey(floorId, version))
  return row === undefined ? null : { floorId, version, plan: row.plan }
}
