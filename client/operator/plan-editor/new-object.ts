/** What a tool makes: a thing of the usual size at a point, and for a place the facts members will read. */
import type { ResourceKind } from '../../../domain/sites/resource.ts'
import type { ResourceId } from '../../../domain/values/ids.ts'
import type {
  DraftObject,
  DraftObjectId,
  DraftResource,
  Size,
} from '../../../floorplans/document/draft/draft.ts'
import type { Point } from '../../../floorplans/document/floor-plan.ts'
import { freshId, freshUlid } from '../../sync/fresh-id.ts'
import { words } from '../../ui/team-words.ts'

export const tools = [
  'select',
  'hand',
  'desk',
  'room',
  'wall',
  'fixture',
  'area',
  'zone',
  'label',
] as const
export type Tool = (typeof tools)[number]
/** Tools that put something there. */
export type MakingTool = Exclude<Tool, 'select' | 'hand'>

/** The letters that choose a tool. */
export const toolKeys: Readonly<Record<Tool, string>> = {
  select: 'V',
  hand: 'H',
  desk: 'D',
  room: 'R',
  wall: 'W',
  fixture: 'F',
  area: 'G',
  zone: 'Z',
  label: 'T',
}

/** A desk with its chair, a room for four, a booth for one, a table: as large as they usually are, in centimetres. */
export const usualSizes = {
  desk: { width: 140, height: 130 },
  room: { width: 400, height: 300 },
  booth: { width: 120, height: 120 },
  fixture: { width: 160, height: 80 },
  area: { width: 400, height: 300 },
} as const

/** Partitions are as thick as this. */
const WALL_CM = 12

export interface Made {
  readonly id: DraftObjectId
  readonly object: DraftObject
  /** Facts of a new place. */
  readonly resource: { readonly id: ResourceId; readonly facts: DraftResource } | null
}

export interface Making {
  readonly tool: MakingTool
  /** The centre, or where a wall begins. */
  readonly at: Point
  /** Null for the usual size. */
  readonly size: Size | null
  /** Where a wall ends. */
  readonly to: Point
  readonly order: number
  readonly zoneName: string
  nextName(prefix: string): string
}

export function newObjectId(): DraftObjectId {
  return `obj_${freshUlid()}`
}

export function newResourceId(): ResourceId {
  return freshId('resource')
}

export function makeObject(making: Making): Made {
  const { tool, at, order } = making
  const common = { order, isLocked: false, goneBy: null }
  const own = (object: DraftObject) => ({ id: newObjectId(), object, resource: null })
  switch (tool) {
    case 'desk':
      return makePlace(making, 'desk', 'hot-desk', 1)
    case 'room':
      return makePlace(making, 'room', 'meeting-room', 4)
    case 'wall':
      return makeWall(at, making.to, order)
    case 'fixture': {
      const size = making.size ?? usualSizes.fixture
      return own({ kind: 'fixture', ...common, at, size, rotation: 0, fixture: 'table' })
    }
    case 'area': {
      const size = making.size ?? usualSizes.area
      // Ground lies below all that was there.
      return own({ kind: 'area', ...common, order: -order, at, size, surface: 'floor' })
    }
    case 'zone':
      return own({ kind: 'zone', ...common, at, name: words.drawing.kinds.zone })
    case 'label': {
      const label = { text: words.drawing.kinds.label, textSize: 'small', rotation: 0 } as const
      return own({ kind: 'label', ...common, at, ...label })
    }
  }
}

export function makeWall(from: Point, to: Point, order: number): Made {
  const wall = { thickness: WALL_CM, material: 'solid', openings: [] } as const
  const object = { kind: 'wall', order, isLocked: false, goneBy: null, line: { from, to } } as const
  return { id: newObjectId(), object: { ...object, ...wall }, resource: null }
}

function makePlace(
  making: Making,
  shape: 'desk' | 'room',
  kind: ResourceKind,
  capacity: number,
): Made {
  const { at, order, zoneName } = making
  const resourceId = newResourceId()
  const size = making.size ?? usualSizes[shape]
  const place = { at, size, rotation: 0, shape, resourceId, unit: null } as const
  const name = making.nextName(words.drawing.tool[shape])
  return {
    id: newObjectId(),
    object: { kind: 'place', order, isLocked: false, goneBy: null, ...place },
    resource: { id: resourceId, facts: { name, kind, zoneName, capacity } },
  }
}

/** The same once more, a little aside; a place becomes a place of its own with a name of its own. */
export function copyOf(
  object: DraftObject,
  order: number,
  facts: (resourceId: ResourceId) => DraftResource,
): Made {
  const id = newObjectId()
  if (object.kind !== 'place') return { id, object: { ...object, order }, resource: null }
  const resourceId = newResourceId()
  return {
    id,
    object: { ...object, order, resourceId, unit: null },
    resource: { id: resourceId, facts: facts(object.resourceId) },
  }
}
