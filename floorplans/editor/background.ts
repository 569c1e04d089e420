/** The picture a floor is drawn over: where it first lies, what two points of known distance make of it, and the floor it asks for. */
import type { DraftObjectOf, Size } from '../document/draft/draft.ts'
import { parseFloorSize } from '../document/draft/parse-draft.ts'
import type { Point } from '../document/floor-plan.ts'
import { boundsOf } from '../document/geometry.ts'
import { boxOf, SIDE_CM_MIN } from './object-box.ts'

type Background = DraftObjectOf<'background'>
type Lying = Pick<Background, 'at' | 'size'>

/** In the middle of the floor, as large as fits: nobody has said its scale yet. */
export function lyingOn(floor: Size, pixels: Size): Lying {
  const factor = Math.min(floor.width / pixels.width, floor.height / pixels.height)
  return {
    at: { x: Math.round(floor.width / 2), y: Math.round(floor.height / 2) },
    size: rounded({ width: pixels.width * factor, height: pixels.height * factor }),
  }
}

/** Another picture, in the place and the width of the one before: most often the same floor, scanned anew. */
export function lyingAs({ at, size }: Lying, pixels: Size): Lying {
  return { at, size: withSide(pixels, 'width', size.width) }
}

/** One side is as long as somebody says; the other follows. */
export function withSide(size: Size, side: keyof Size, length: number): Size {
  const factor = length / size[side]
  return rounded({ width: size.width * factor, height: size.height * factor })
}

export type Scaled =
  | ({ readonly kind: 'scaled' } & Lying)
  | {
      readonly kind: 'refused'
      readonly why: 'too-close' | 'no-distance' | 'too-large' | 'too-small'
    }

/** Points closer than this share of the picture say nothing about its scale. */
const APART_SHARE_MIN = 0.02
const METRE_CM = 100
/** As long as the longest floor. */
const SIDE_CM_MAX = 50_000

/** So many metres lie between two points on the picture: it grows or shrinks around the first, which stays where it is. */
export function scaledBetween(
  { at, size }: Lying,
  first: Point,
  second: Point,
  metres: number,
): Scaled {
  const apart = Math.hypot(second.x - first.x, second.y - first.y)
  if (!(metres > 0)) return { kind: 'refused', why: 'no-distance' }
  if (!(apart >= Math.max(size.width, size.height) * APART_SHARE_MIN)) {
    return { kind: 'refused', why: 'too-close' }
  }
  const factor = (metres * METRE_CM) / apart
  const scaled = rounded({ width: size.width * factor, height: size.height * factor })
  if (Math.max(scaled.width, scaled.height) > SIDE_CM_MAX) {
    return { kind: 'refused', why: 'too-large' }
  }
  if (Math.min(scaled.width, scaled.height) < SIDE_CM_MIN) {
    return { kind: 'refused', why: 'too-small' }
  }
  const along = (from: number, to: number) => Math.round(from + (to - from) * factor)
  return {
    kind: 'scaled',
    at: { x: along(first.x, at.x), y: along(first.y, at.y) },
    size: scaled,
  }
}

/**
 * The floor that reaches to the far edges of the picture. Where nothing is drawn yet, the picture begins at the floor's corner. Null where
 * no floor is that large.
 */
export function floorAround(
  background: Background,
  isAlone: boolean,
): { readonly floor: Size; readonly at: Point } | null {
  const box = boxOf(background)
  if (box === null) return null
  const { minX, minY, maxX, maxY } = boundsOf(box)
  const by = isAlone ? { x: -minX, y: -minY } : { x: 0, y: 0 }
  const floor = parseFloorSize({ width: Math.ceil(maxX + by.x), height: Math.ceil(maxY + by.y) })
  const at = { x: Math.round(box.x + by.x), y: Math.round(box.y + by.y) }
  return floor === null ? null : { floor, at }
}

function rounded({ width, height }: Size): Size {
  return { width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(height)) }
}
