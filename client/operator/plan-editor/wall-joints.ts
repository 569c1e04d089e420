/** How far the walls of a draft reach where they meet, so that they are drawn as they will be published. */
import { type Accessor, createMemo } from 'solid-js'
import type { DraftObjectId, DraftObjectOf } from '../../../floorplans/document/draft/draft.ts'
import type { Wall } from '../../../floorplans/document/floor-plan.ts'
import type { WallReach } from '../../../floorplans/document/geometry.ts'
import { wallReaches } from '../../../floorplans/document/wall-joints.ts'
import type { Objects } from '../../../floorplans/editor/arrange.ts'

export function createWallReaches(
  objects: Accessor<Objects>,
): (id: DraftObjectId) => WallReach | undefined {
  const reaches = createMemo(() => {
    const walls = objects().flatMap(([id, object]) =>
      object.kind === 'wall' ? [[id, wallOf(object)] as const] : [],
    )
    const found = wallReaches(walls.map(([, wall]) => wall))
    return new Map(walls.map(([id, wall]) => [id, found.get(wall)]))
  })
  return (id) => reaches().get(id)
}

/** Walls whose neighbours stayed where they were are not drawn anew. */
export function isSameReach(one: WallReach | undefined, other: WallReach | undefined): boolean {
  return one?.from === other?.from && one?.to === other?.to
}

export function wallOf({ line, thickness, material, openings }: DraftObjectOf<'wall'>): Wall {
  return { ...line, thickness, material, openings }
}
