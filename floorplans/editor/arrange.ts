/** Several things put in line or at equal distances. */
import type { DraftObject, DraftObjectId } from '../document/draft/draft.ts'
import type { Properties } from '../document/draft/draft-document.ts'
import type { Point } from '../document/floor-plan.ts'
import { type Bounds, hullOf } from '../document/geometry.ts'
import { boundsOfObject, movedBy, turnedBy } from './object-box.ts'

export type Objects = readonly (readonly [DraftObjectId, DraftObject])[]
export type Moves = ReadonlyMap<DraftObjectId, Properties>

export const edges = ['left', 'centre', 'right', 'top', 'middle', 'bottom'] as const
export type Edge = (typeof edges)[number]

/** All to the edge, or the middle, of what they take up together. */
export function align(objects: Objects, edge: Edge): Moves {
  if (objects.length < 2) return new Map()
  const all = hullOfBounds(objects.map(([, object]) => boundsOfObject(object)))
  return moves(objects, (own) => {
    switch (edge) {
      case 'left':
        return { x: all.minX - own.minX, y: 0 }
      case 'right':
        return { x: all.maxX - own.maxX, y: 0 }
      case 'centre':
        return { x: middle(all, 'x') - middle(own, 'x'), y: 0 }
      case 'top':
        return { x: 0, y: all.minY - own.minY }
      case 'bottom':
        return { x: 0, y: all.maxY - own.maxY }
      case 'middle':
        return { x: 0, y: middle(all, 'y') - middle(own, 'y') }
    }
  })
}

/** The outer two stay; between neighbours lies the same gap. Fewer than three stay as they are. */
export function distribute(objects: Objects, axis: 'x' | 'y'): Moves {
  if (objects.length < 3) return new Map()
  const [min, max] = axis === 'x' ? (['minX', 'maxX'] as const) : (['minY', 'maxY'] as const)
  const placed = objects
    .map(([id, object]) => ({ id, object, own: boundsOfObject(object) }))
    .sort((a, b) => middle(a.own, axis) - middle(b.own, axis))
  const all = hullOfBounds(placed.map(({ own }) => own))
  const filled = placed.reduce((sum, { own }) => sum + own[max] - own[min], 0)
  const gap = (all[max] - all[min] - filled) / (placed.length - 1)
  let next = all[min]
  return new Map(
    placed.map(({ id, object, own }) => {
      const by = next - own[min]
      next += own[max] - own[min] + gap
      return [id, movedBy(object, axis === 'x' ? { x: by, y: 0 } : { x: 0, y: by })] as const
    }),
  )
}

/** One thing turns around its own centre; several turn together around the middle of what they take up. */
export function turnTogether(objects: Objects, degrees: number): Moves {
  const hull =
    objects.length < 2 ? null : hullOfBounds(objects.map(([, one]) => boundsOfObject(one)))
  const around = hull === null ? undefined : { x: middle(hull, 'x'), y: middle(hull, 'y') }
  return new Map(
    objects.flatMap(([id, object]) => {
      const properties = turnedBy(object, degrees, around)
      return properties === null ? [] : [[id, properties] as const]
    }),
  )
}

export function hullOfBounds(all: readonly Bounds[]): Bounds {
  return hullOf(
    all.flatMap(({ minX, minY, maxX, maxY }) => [
      { x: minX, y: minY },
      { x: maxX, y: maxY },
    ]),
  )
}

function moves(objects: Objects, by: (own: Bounds) => Point): Moves {
  return new Map(
    objects.map(([id, object]) => [id, movedBy(object, by(boundsOfObject(object)))] as const),
  )
}

function middle({ minX, minY, maxX, maxY }: Bounds, axis: 'x' | 'y'): number {
  return axis === 'x' ? (minX + maxX) / 2 : (minY + maxY) / 2
}
