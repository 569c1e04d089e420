/** The rows of a table as things on the floor: the places themselves, and the names of zones that are new. */
import { must } from '../../../domain/values/assert.ts'
import type { Draft } from '../../../floorplans/document/draft/draft.ts'
import type { Point } from '../../../floorplans/document/floor-plan.ts'
import type { TableRow } from '../../../floorplans/editor/table/place-table.ts'
import { type Made, newObjectId, newResourceId } from '../plan-editor/new-object.ts'
import { zoneAt } from '../plan-editor/place-facts.ts'
import { shapeOf, usualSizeOf } from './table-floor.ts'

/** How far above its places the name of a new zone stands. */
const ABOVE_CM = 110

export function drawRows(
  rows: readonly TableRow[],
  newZones: readonly string[],
  draft: Draft,
  firstOrder: number,
): readonly Made[] {
  const places = rows.map((row, index) => drawRow(row, draft, firstOrder + index))
  const zones = newZones.flatMap((name) => {
    const its = rows.filter((row) => row.zoneName === name).map(positionOf)
    return its.length === 0 ? [] : [drawZone(name, its, firstOrder + rows.length)]
  })
  return [...places, ...zones]
}

function drawRow(row: TableRow, draft: Draft, order: number): Made {
  const { name, kind, capacity, amenities } = row
  const at = positionOf(row)
  const resourceId = newResourceId()
  const zoneName = row.zoneName ?? zoneAt(draft, at)
  return {
    id: newObjectId(),
    object: {
      kind: 'place',
      order,
      isLocked: false,
      goneBy: null,
      at,
      size: usualSizeOf(kind),
      rotation: 0,
      shape: shapeOf(kind),
      resourceId,
      unit: null,
    },
    resource: { id: resourceId, facts: { name, kind, zoneName, capacity, amenities } },
  }
}

function drawZone(name: string, places: readonly Point[], order: number): Made {
  const xs = places.map(({ x }) => x)
  const at = {
    x: Math.round((Math.min(...xs) + Math.max(...xs)) / 2),
    y: Math.max(0, Math.min(...places.map(({ y }) => y)) - ABOVE_CM),
  }
  const common = { order, isLocked: false, goneBy: null }
  return { id: newObjectId(), object: { kind: 'zone', ...common, at, name }, resource: null }
}

function positionOf({ at }: TableRow): Point {
  return must(at, 'a sound row has a position')
}
