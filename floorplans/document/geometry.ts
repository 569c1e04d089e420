/** Plane geometry of plans: turned boxes, and walls with the pieces that their openings leave. */
import type { ResourceId } from '../../domain/values/ids.ts'
import type { Box, FloorPlan, Opening, Point, TurnedBox, Wall } from './floor-plan.ts'

/** Upright bounds: two opposite corners. */
export interface Bounds {
  readonly minX: number
  readonly minY: number
  readonly maxX: number
  readonly maxY: number
}

export function turn(point: Point, degrees: number): Point {
  const radians = (degrees * Math.PI) / 180
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)]
  return { x: point.x * cos - point.y * sin, y: point.x * sin + point.y * cos }
}

/** A point given in the box's own frame (its centre, not turned) as a point of the plan. */
export function fromBox(box: TurnedBox, point: Point): Point {
  const turned = turn(point, box.rotation)
  return { x: box.x + turned.x, y: box.y + turned.y }
}

/** A point of the plan in the box's own frame. */
export function toBox(box: TurnedBox, point: Point): Point {
  return turn({ x: point.x - box.x, y: point.y - box.y }, -box.rotation)
}

/** The four corners, clockwise from the upper left of the box before it is turned. */
export function cornersOf(box: TurnedBox): readonly Point[] {
  const [w, h] = [box.width / 2, box.height / 2]
  return [
    { x: -w, y: -h },
    { x: w, y: -h },
    { x: w, y: h },
    { x: -w, y: h },
  ].map((corner) => fromBox(box, corner))
}

export function boundsOf({ x, y, width, height, rotation }: TurnedBox): Bounds {
  const radians = (rotation * Math.PI) / 180
  const [cos, sin] = [Math.abs(Math.cos(radians)), Math.abs(Math.sin(radians))]
  const [reachX, reachY] = [(width * cos + height * sin) / 2, (width * sin + height * cos) / 2]
  return { minX: x - reachX, minY: y - reachY, maxX: x + reachX, maxY: y + reachY }
}

export function holds(outer: Bounds, inner: Bounds): boolean {
  return (
    outer.minX <= inner.minX &&
    outer.minY <= inner.minY &&
    outer.maxX >= inner.maxX &&
    outer.maxY >= inner.maxY
  )
}

/** The smallest bounds around all points. Throws on none: a hull of nothing is a mistake. */
export function hullOf(points: readonly Point[]): Bounds {
  if (points.length === 0) throw new Error('Broken invariant: a hull has points')
  const xs = points.map((point) => point.x)
  const ys = points.map((point) => point.y)
  return {
    minX: Math.min(...xs),
    minY: Math.min(...ys),
    maxX: Math.max(...xs),
    maxY: Math.max(...ys),
  }
}

export function centreOf(bounds: Bounds): Point {
  return { x: (bounds.minX + bounds.maxX) / 2, y: (bounds.minY + bounds.maxY) / 2 }
}

export function distanceBetween(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}

/** How far a point lies outside a box; 0 inside it. */
export function distanceToBox(box: TurnedBox, point: Point): number {
  const own = toBox(box, point)
  const dx = Math.max(0, Math.abs(own.x) - box.width / 2)
  const dy = Math.max(0, Math.abs(own.y) - box.height / 2)
  return Math.hypot(dx, dy)
}

/** True when two boxes share more than an edge (separating axes). */
export function boxesOverlap(a: TurnedBox, b: TurnedBox): boolean {
  const axes = [0, 90].flatMap((right) => [
    turn({ x: 1, y: 0 }, a.rotation + right),
    turn({ x: 1, y: 0 }, b.rotation + right),
  ])
  return axes.every((axis) => {
    const [first, second] = [shadow(cornersOf(a), axis), shadow(cornersOf(b), axis)]
    return first.from < second.until - TOUCH_CM && second.from < first.until - TOUCH_CM
  })
}

/** Below this, boxes touch: rounding of turned corners is far smaller, anything a person sees far larger. */
const TOUCH_CM = 0.01

function shadow(points: readonly Point[], axis: Point) {
  const along = points.map((point) => point.x * axis.x + point.y * axis.y)
  return { from: Math.min(...along), until: Math.max(...along) }
}

export function wallLength(wall: Wall): number {
  return distanceBetween(wall.from, wall.to)
}

/** The point `at` centimetres along a wall's centre line. */
export function alongWall(wall: Wall, at: number): Point {
  const share = at / wallLength(wall)
  return {
    x: wall.from.x + (wall.to.x - wall.from.x) * share,
    y: wall.from.y + (wall.to.y - wall.from.y) * share,
  }
}

/** A stretch of a wall as a box: its length is the width. */
export function wallBox(wall: Wall, from: number, until: number): TurnedBox {
  const middle = alongWall(wall, (from + until) / 2)
  const radians = Math.atan2(wall.to.y - wall.from.y, wall.to.x - wall.from.x)
  const rotation = (radians * 180) / Math.PI
  return { ...middle, width: until - from, height: wall.thickness, rotation }
}

/** How far a wall stands beyond the ends of its line, in centimetres. */
export interface WallReach {
  readonly from: number
  readonly to: number
}

export function squareReach({ material, thickness }: Wall): WallReach {
  const reach = material === 'solid' ? thickness / 2 : 0
  return { from: reach, to: reach }
}

/** What stands of a wall between its openings. Walls end square, beyond their line as far as `reach` says, or half a thickness, so that corners close. */
export function wallPieces(wall: Wall, reach: WallReach = squareReach(wall)): readonly TurnedBox[] {
  const pieces: TurnedBox[] = []
  let from = -reach.from
  for (const opening of inOrder(wall.openings)) {
    if (opening.at > from) pieces.push(wallBox(wall, from, opening.at))
    from = Math.max(from, opening.at + opening.width)
  }
  const until = wallLength(wall) + reach.to
  if (until > from) pieces.push(wallBox(wall, from, until))
  return pieces
}

function inOrder(openings: readonly Opening[]): readonly Opening[] {
  return [...openings].sort((a, b) => a.at - b.at)
}

/** A door as drawn: the hinge, the free end of the open leaf, and the jamb it closes against. */
export interface DoorSwing {
  readonly hinge: Point
  readonly open: Point
  readonly jamb: Point
}

export function doorSwing(wall: Wall, door: Extract<Opening, { kind: 'door' }>): DoorSwing {
  const start = alongWall(wall, door.at)
  const end = alongWall(wall, door.at + door.width)
  const [hinge, jamb] = door.hinge === 'start' ? [start, end] : [end, start]
  const along = { x: jamb.x - hinge.x, y: jamb.y - hinge.y }
  // Seen along the wall, left is a quarter turn back; a leaf that points backwards turns the other way round.
  const quarter = (door.swing === 'left') === (door.hinge === 'start') ? -90 : 90
  const leaf = turn(along, quarter)
  return { hinge, jamb, open: { x: hinge.x + leaf.x, y: hinge.y + leaf.y } }
}

/** A box from its upper left corner, not turned. */
export function boxAt(left: number, top: number, width: number, height: number): Box {
  return { x: left + width / 2, y: top + height / 2, width, height }
}

/** Half the height of a name at the sheet's edge. */
const NAME_CM = 40

/** What a first look should hold: the building, and the names of water and street around it. */
export function sheetBounds({
  width,
  height,
  labels,
}: Pick<FloorPlan, 'width' | 'height'> & { readonly labels: readonly Point[] }): Bounds {
  const names = labels.map(({ x, y }) => ({ x, y: y + Math.sign(y - height / 2) * NAME_CM }))
  return hullOf([{ x: 0, y: 0 }, { x: width, y: height }, ...names])
}

/** The middle of all that is drawn of a resource; null where nothing is. */
export function middleOfPlaces(plan: FloorPlan, resourceId: ResourceId): Point | null {
  const places = plan.placements.filter((one) => one.resourceId === resourceId)
  const sum = (of: 'x' | 'y') => places.reduce((all, one) => all + one[of], 0)
  return places.length === 0 ? null : { x: sum('x') / places.length, y: sum('y') / places.length }
}
