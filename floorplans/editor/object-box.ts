/** What an object of a draft takes up, and what moving, turning and resizing make of its properties. */
import type { DraftObject, DraftObjectOf, Size } from '../document/draft/draft.ts'
import type { Properties } from '../document/draft/draft-document.ts'
import type { Point, TurnedBox } from '../document/floor-plan.ts'
import { type Bounds, boundsOf, fromBox, hullOf, toBox, turn } from '../document/geometry.ts'

/** Half the side of what has no size of its own: the name of a zone, a word. */
const NAME_CM = 40
/** Nothing is made smaller than this: it could not be met again. */
export const SIDE_CM_MIN = 20

/** The box of what has one; null for a wall. */
export function boxOf(object: DraftObject): TurnedBox | null {
  switch (object.kind) {
    case 'wall':
      return null
    case 'area':
      return { ...object.at, ...object.size, rotation: 0 }
    case 'background':
    case 'fixture':
    case 'place':
      return { ...object.at, ...object.size, rotation: object.rotation }
    case 'zone':
    case 'label': {
      const letters = object.kind === 'zone' ? object.name : object.text
      const width = Math.max(2, letters.length) * NAME_CM * 0.6
      const rotation = object.kind === 'label' ? object.rotation : 0
      return { ...object.at, width, height: NAME_CM, rotation }
    }
  }
}

export function boundsOfObject(object: DraftObject): Bounds {
  const box = boxOf(object)
  if (box !== null) return boundsOf(box)
  return object.kind === 'wall' ? hullOf([object.line.from, object.line.to]) : hullOf([])
}

export function movedBy(object: DraftObject, by: Point): Properties {
  if (object.kind !== 'wall') return { at: shifted(object.at, by) }
  const { from, to } = object.line
  return { line: { from: shifted(from, by), to: shifted(to, by) } }
}

function shifted({ x, y }: Point, by: Point): Point {
  return { x: Math.round(x + by.x), y: Math.round(y + by.y) }
}

/**
 * Turned clockwise around a point, its own centre if none is given. A ground lies straight and takes quarter turns alone; what reads the same whichever way it
 * is turned only moves. Null where turning means nothing.
 */
export function turnedBy(object: DraftObject, degrees: number, around?: Point): Properties | null {
  if (object.kind === 'wall') {
    const { from, to } = object.line
    const centre = around ?? { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }
    return {
      line: { from: turnedPoint(from, centre, degrees), to: turnedPoint(to, centre, degrees) },
    }
  }
  const moved = around === undefined ? {} : { at: turnedPoint(object.at, around, degrees) }
  switch (object.kind) {
    case 'zone':
      return around === undefined ? null : moved
    case 'area': {
      if (degrees % 90 !== 0) return null
      const { width, height } = object.size
      return degrees % 180 === 0 ? moved : { ...moved, size: { width: height, height: width } }
    }
    default:
      return { ...moved, rotation: inCircle(object.rotation + degrees) }
  }
}

/** Whole degrees from 0 to 359. */
export function inCircle(degrees: number): number {
  return ((Math.round(degrees) % 360) + 360) % 360
}

function turnedPoint(point: Point, around: Point, degrees: number): Point {
  const { x, y } = turn({ x: point.x - around.x, y: point.y - around.y }, degrees)
  return { x: Math.round(around.x + x), y: Math.round(around.y + y) }
}

/** How far a thing is turned whose handle, above the middle of its upper edge, is pulled to a point; in steps of so many degrees. */
export function turnedTo(centre: Point, to: Point, step: number): number {
  const degrees = (Math.atan2(to.x - centre.x, centre.y - to.y) * 180) / Math.PI
  return inCircle(Math.round(degrees / step) * step)
}

/** A corner of a box, as the signs of its own x and y. */
export interface Corner {
  readonly x: -1 | 1
  readonly y: -1 | 1
}

type SizedKind = 'area' | 'background' | 'fixture' | 'place'

/** A corner is pulled to a point of the plan; the opposite one stays where it is. Null for what has no size. */
export function resizedTo(object: DraftObject, corner: Corner, to: Point): Properties | null {
  const box = boxOf(object)
  if (box === null || !('size' in object)) return null
  const fixed = fromBox(box, { x: (-corner.x * box.width) / 2, y: (-corner.y * box.height) / 2 })
  const reach = toBox({ ...box, ...fixed }, to)
  const { width, height } = sidesOf(object, { x: corner.x * reach.x, y: corner.y * reach.y })
  const half = { x: (corner.x * width) / 2, y: (corner.y * height) / 2 }
  const { x, y } = fromBox({ ...box, ...fixed }, half)
  return { at: { x: Math.round(x), y: Math.round(y) }, size: { width, height } }
}

/** A picture keeps its shape, everything else follows the hand. */
function sidesOf(object: DraftObjectOf<SizedKind>, reach: Point): Size {
  if (object.kind === 'background') {
    const { width, height } = object.size
    const least = SIDE_CM_MIN / Math.min(width, height)
    const factor = Math.max(least, reach.x / width, reach.y / height)
    return { width: Math.round(width * factor), height: Math.round(height * factor) }
  }
  return {
    width: Math.max(SIDE_CM_MIN, Math.round(reach.x)),
    height: Math.max(SIDE_CM_MIN, Math.round(reach.y)),
  }
}

/** The objects that lie in a frame as a whole. */
export function objectsWithin<Id>(
  objects: Iterable<readonly [Id, DraftObject]>,
  frame: Bounds,
): readonly Id[] {
  return [...objects].flatMap(([id, object]) => {
    const { minX, minY, maxX, maxY } = boundsOfObject(object)
    const isIn =
      minX >= frame.minX && maxX <= frame.maxX && minY >= frame.minY && maxY <= frame.maxY
    return isIn ? [id] : []
  })
}
