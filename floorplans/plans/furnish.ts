/** A draughtsman's stencils: walls from corner to corner, benches of four desks, tables with their chairs. Centimetres. */
import { type ResourceId, toId } from '../../domain/values/ids.ts'
import type {
  Fixture,
  FixtureKind,
  Opening,
  Placement,
  Point,
  Wall,
} from '../document/floor-plan.ts'
import { boxAt, turn } from '../document/geometry.ts'

export const OUTER_CM = 36
export const INNER_CM = 14
export const GLASS_CM = 8

/** A desk top of 140 x 80 with its chair before it. */
export const desk = { width: 140, height: 130 } as const

type Corner = readonly [x: number, y: number]

export function wall(
  from: Corner,
  to: Corner,
  thickness: number,
  openings: readonly Opening[] = [],
): Wall {
  return {
    from: { x: from[0], y: from[1] },
    to: { x: to[0], y: to[1] },
    thickness,
    material: thickness === GLASS_CM ? 'glass' : 'solid',
    openings,
  }
}

export function door(
  at: number,
  hinge: 'start' | 'end',
  swing: 'left' | 'right',
  width = 90,
): Opening {
  return { kind: 'door', at, width, hinge, swing }
}

export function doubleDoor(at: number, swing: 'left' | 'right'): readonly Opening[] {
  return [door(at, 'start', swing), door(at + 90, 'end', swing)]
}

/** `count` windows of one width, evenly spread over a stretch of a wall. */
export function windows(
  from: number,
  until: number,
  count: number,
  width: number,
): readonly Opening[] {
  const pitch = (until - from) / count
  return Array.from({ length: count }, (_, index) => ({
    kind: 'window' as const,
    at: Math.round(from + pitch * index + (pitch - width) / 2),
    width,
  }))
}

export function fixture(
  kind: FixtureKind,
  left: number,
  top: number,
  width: number,
  height: number,
  rotation = 0,
): Fixture {
  return { kind, ...boxAt(left, top, width, height), rotation }
}

export function plants(...at: readonly Corner[]): readonly Fixture[] {
  return at.map(([x, y]) => ({ kind: 'plant' as const, x, y, width: 52, height: 52, rotation: 0 }))
}

export function trees(...at: readonly (readonly [x: number, y: number, across: number])[]) {
  return at.map(([x, y, across]) => ({
    kind: 'tree' as const,
    x,
    y,
    width: across,
    height: across,
    rotation: 0,
  }))
}

export function deskAt(id: string, x: number, y: number, rotation: 0 | 180): Placement {
  return { resourceId: toId('resource', id), unit: null, shape: 'desk', x, y, ...desk, rotation }
}

/** Four desks face to face: the first two with their backs to the top. */
export function bench(
  ids: readonly [string, string, string, string],
  left: number,
  top: number,
): readonly Placement[] {
  const [x, y] = [left + desk.width / 2, top + desk.height / 2]
  return [
    deskAt(ids[0], x, y, 180),
    deskAt(ids[1], x + desk.width, y, 180),
    deskAt(ids[2], x, y + desk.height, 0),
    deskAt(ids[3], x + desk.width, y + desk.height, 0),
  ]
}

/** The places of a pool along both sides of one long table, in order along the upper side, then the lower. */
export function seatsAlongTable(
  id: string,
  left: number,
  top: number,
  perSide: number,
): readonly Placement[] {
  const seat = { width: 100, height: 105 }
  const resourceId = toId('resource', id)
  return Array.from({ length: perSide * 2 }, (_, index) => {
    const isUpper = index < perSide
    return {
      resourceId,
      unit: index + 1,
      shape: 'seat' as const,
      x: left + seat.width * ((index % perSide) + 0.5),
      y: top + seat.height * (isUpper ? 0.5 : 1.5),
      ...seat,
      rotation: isUpper ? 180 : 0,
    }
  })
}

/** A room's bookable floor, wall face to wall face. */
export function roomFloor(
  id: string,
  left: number,
  top: number,
  right: number,
  bottom: number,
): Placement {
  const resourceId: ResourceId = toId('resource', id)
  return {
    resourceId,
    unit: null,
    shape: 'room',
    ...boxAt(left, top, right - left, bottom - top),
    rotation: 0,
  }
}

/** A table with chairs along its long sides and, if wished, one at either end. */
export function tableWithChairs(
  centre: Point,
  size: { readonly width: number; readonly height: number },
  perSide: number,
  hasEnds: boolean,
): readonly Fixture[] {
  const pitch = size.width / perSide
  const along = Array.from(
    { length: perSide },
    (_, index) => pitch * (index + 0.5) - size.width / 2,
  )
  const away = size.height / 2 + 26
  return [
    ...along.map((x) => chair(centre, { x, y: -away }, 180)),
    ...along.map((x) => chair(centre, { x, y: away }, 0)),
    ...(hasEnds
      ? [
          chair(centre, { x: -size.width / 2 - 26, y: 0 }, 90),
          chair(centre, { x: size.width / 2 + 26, y: 0 }, 270),
        ]
      : []),
    { kind: 'table', ...centre, ...size, rotation: 0 },
  ]
}

export function roundTable(centre: Point, across: number, chairs: number): readonly Fixture[] {
  return [
    ...Array.from({ length: chairs }, (_, index) => {
      const angle = Math.round((360 / chairs) * index + 45) % 360
      return chair(centre, turn({ x: 0, y: across / 2 + 22 }, angle), angle)
    }),
    { kind: 'round-table', ...centre, width: across, height: across, rotation: 0 },
  ]
}

function chair(centre: Point, offset: Point, rotation: number): Fixture {
  return {
    kind: 'chair',
    x: Math.round(centre.x + offset.x),
    y: Math.round(centre.y + offset.y),
    width: 48,
    height: 48,
    rotation,
  }
}

/** Rows of single chairs, all looking the same way. */
export function rowsOfChairs(
  left: number,
  top: number,
  columns: number,
  rows: number,
  rotation: number,
): readonly Fixture[] {
  return Array.from({ length: columns * rows }, (_, index) => ({
    kind: 'chair' as const,
    x: left + (index % columns) * 68,
    y: top + Math.floor(index / columns) * 84,
    width: 46,
    height: 46,
    rotation,
  }))
}
