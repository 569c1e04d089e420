/** Floors to start from: the usual small and medium space, drawn so that it can be published as it stands. */
import type { ResourceKind } from '../../domain/sites/resource.ts'
import type { ResourceId } from '../../domain/values/ids.ts'
import type {
  Draft,
  DraftObject,
  DraftObjectId,
  DraftResource,
  Size,
} from '../document/draft/draft.ts'
import type { Opening, Point } from '../document/floor-plan.ts'
import { placesInRows, type Rows } from './desk-rows.ts'

export const templateNames = ['small', 'medium', 'empty'] as const
export type TemplateName = (typeof templateNames)[number]

/** The words a template writes on the floor, and the ids of what it makes. */
export interface TemplatePorts {
  objectId(): DraftObjectId
  resourceId(): ResourceId
  name(kind: 'desk' | 'room', number: number): string
  zone(zone: 'desks' | 'rooms'): string
}

const OUTER_CM = 30
const INNER_CM = 12
const desk: Size = { width: 140, height: 130 }

interface Plot {
  readonly size: Size
  readonly desks: readonly (Rows & { readonly from: Point })[]
  /** Rooms along the right side, from the top. */
  readonly rooms: { readonly width: number; readonly heights: readonly number[] }
}

const plots: Readonly<Record<TemplateName, Plot>> = {
  empty: { size: { width: 2000, height: 1500 }, desks: [], rooms: { width: 0, heights: [] } },
  small: {
    size: { width: 1400, height: 900 },
    desks: [{ from: { x: 150, y: 150 }, count: 12, perRow: 4, gap: 20, rowGap: 110 }],
    rooms: { width: 400, heights: [400] },
  },
  medium: {
    size: { width: 2400, height: 1700 },
    desks: [
      { from: { x: 160, y: 180 }, count: 20, perRow: 4, gap: 20, rowGap: 150 },
      { from: { x: 1000, y: 180 }, count: 20, perRow: 4, gap: 20, rowGap: 150 },
    ],
    rooms: { width: 480, heights: [380, 380, 380, 380] },
  },
}

/** The floor as a draft of its own; its places are new ones. */
export function templateDraft(name: TemplateName, ports: TemplatePorts): Draft {
  const plot = plots[name]
  const objects = new Map<DraftObjectId, DraftObject>()
  const resources = new Map<ResourceId, DraftResource>()
  const put = (object: WithoutCommon) => {
    const common = { order: objects.size, isLocked: false, goneBy: null }
    objects.set(ports.objectId(), { ...common, ...object })
  }
  const putPlace = (kind: 'desk' | 'room', at: Point, size: Size, number: number) => {
    const resourceId = ports.resourceId()
    put({ kind: 'place', at, size, rotation: 0, shape: kind, resourceId, unit: null })
    const { resource, capacity, zone } = facts[kind]
    const named = { name: ports.name(kind, number), zoneName: ports.zone(zone) }
    resources.set(resourceId, { ...named, kind: resource, capacity })
  }

  for (const wall of outerWalls(plot.size)) put(wall)
  if (name !== 'empty') put(zoneAt(ports.zone('desks'), { x: 400, y: 60 }))
  let number = 0
  for (const rows of plot.desks) {
    for (const at of placesInRows(rows.from, desk, rows)) putPlace('desk', at, desk, ++number)
  }
  for (const [index, room] of roomsOf(plot).entries()) {
    putPlace('room', room.at, room.size, index + 1)
    for (const wall of room.walls) put(wall)
  }
  return { size: plot.size, objects, resources }
}

type Without<Object> = Object extends DraftObject
  ? Omit<Object, 'order' | 'isLocked' | 'goneBy'>
  : never
type WithoutCommon = Without<DraftObject>

const facts: Readonly<
  Record<
    'desk' | 'room',
    {
      readonly resource: ResourceKind
      readonly capacity: number
      readonly zone: 'desks' | 'rooms'
    }
  >
> = {
  desk: { resource: 'hot-desk', capacity: 1, zone: 'desks' },
  room: { resource: 'meeting-room', capacity: 6, zone: 'rooms' },
}

function zoneAt(name: string, at: Point): WithoutCommon {
  return { kind: 'zone', at, name }
}

function wall(
  from: Point,
  to: Point,
  thickness: number,
  openings: readonly Opening[] = [],
): WithoutCommon {
  return { kind: 'wall', line: { from, to }, thickness, material: 'solid', openings }
}

/** A door in the lower wall, windows in the upper one. */
function outerWalls({ width, height }: Size): readonly WithoutCommon[] {
  const windows: Opening[] = []
  for (let at = 150; at + 200 < width; at += 300) windows.push({ kind: 'window', at, width: 200 })
  const door = {
    kind: 'door',
    at: width - 400,
    width: 120,
    hinge: 'start',
    swing: 'right',
  } as const
  return [
    wall({ x: 0, y: 0 }, { x: width, y: 0 }, OUTER_CM, windows),
    wall({ x: width, y: 0 }, { x: width, y: height }, OUTER_CM),
    wall({ x: width, y: height }, { x: 0, y: height }, OUTER_CM, [door]),
    wall({ x: 0, y: height }, { x: 0, y: 0 }, OUTER_CM),
  ]
}

interface Room {
  readonly at: Point
  readonly size: Size
  readonly walls: readonly WithoutCommon[]
}

function roomsOf({ size, rooms }: Plot): readonly Room[] {
  const left = size.width - rooms.width
  let top = 0
  return rooms.heights.map((height) => {
    const bottom = top + height
    const door = { kind: 'door', at: 60, width: 90, hinge: 'start', swing: 'right' } as const
    const walls = [
      wall({ x: left, y: top }, { x: left, y: bottom }, INNER_CM, [door]),
      wall({ x: left, y: bottom }, { x: size.width, y: bottom }, INNER_CM),
    ]
    const inner = { width: rooms.width - OUTER_CM, height: height - OUTER_CM }
    const at = { x: left + rooms.width / 2 - 6, y: (top + bottom) / 2 }
    top = bottom
    return { at, size: inner, walls }
  })
}
