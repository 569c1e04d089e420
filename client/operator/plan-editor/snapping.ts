/** Where a hand comes to rest on the sheet: at edges, walls and angles that are near, else on the grid; with Alt wherever it is. */
import type { DraftObjectId } from '../../../floorplans/document/draft/draft.ts'
import type { Properties } from '../../../floorplans/document/draft/draft-document.ts'
import type { Point } from '../../../floorplans/document/floor-plan.ts'
import type { Bounds } from '../../../floorplans/document/geometry.ts'
import { hullOfBounds, type Objects } from '../../../floorplans/editor/arrange.ts'
import { boundsOfObject, resizedTo, turnedTo } from '../../../floorplans/editor/object-box.ts'
import {
  type Line,
  snapCorner,
  snapEnd,
  snapMove,
  snapPoint,
  snapTo,
} from '../../../floorplans/editor/snap.ts'
import type { Editor } from './editor.ts'
import type { Grip, Guides } from './gesture.ts'
import type { MakingTool } from './new-object.ts'
import type { SheetView } from './sheet-view.ts'

export interface Snapping {
  /** What is in sight: the rest can be neither met nor lined up with. */
  seen(): Objects
  /** Where something drawn begins. */
  start(tool: MakingTool, at: Point, isFree: boolean): Point
  /** Where it ends for now. */
  to(tool: MakingTool, from: Point, at: Point, isFree: boolean): Point
  moved(by: Point, isFree: boolean): { readonly by: Point; readonly guides: Guides }
  /** What pulling a grip makes of a thing; null where it is gone. */
  shaped(id: DraftObjectId, grip: Grip, to: Point, isFree: boolean): Properties | null
}

/** Centimetres between two lines of the grid. */
export const GRID_CM = 10
/** Degrees between two directions. */
export const TURN_DEGREES = 15
/** Pixels from which a line attracts. */
const SNAP_PX = 6

export function createSnapping(editor: Editor, view: SheetView): Snapping {
  const grid = (isFree: boolean) => (isFree ? 0 : GRID_CM)
  /** Nothing attracts from nowhere. */
  const reach = (isFree: boolean) => (isFree ? -1 : SNAP_PX / view.camera().scale)

  function seen(): Objects {
    return editor.objects().filter(([, { kind }]) => !editor.hidden().has(kind))
  }

  /** What a drag may line up with: places and furniture, not the ground below them. */
  function neighbours(): readonly Bounds[] {
    return seen()
      .filter(([id, { kind }]) => !editor.selection().has(id) && kind !== 'area')
      .map(([, object]) => boundsOfObject(object))
  }

  function walls(isFree: boolean, but: DraftObjectId | null = null) {
    const lines = seen().flatMap(([id, object]): readonly Line[] =>
      object.kind === 'wall' && id !== but ? [object.line] : [],
    )
    return { grid: grid(isFree), reach: reach(isFree), walls: lines }
  }

  function corner(at: Point, isFree: boolean): Point {
    return snapCorner(at, neighbours(), { grid: grid(isFree), reach: reach(isFree) })
  }

  function shaped(id: DraftObjectId, grip: Grip, to: Point, isFree: boolean): Properties | null {
    const object = editor.draft()?.objects.get(id)
    if (object === undefined) return null
    switch (grip.kind) {
      case 'turn': {
        if (!('rotation' in object)) return null
        return { rotation: turnedTo(object.at, to, isFree ? 1 : TURN_DEGREES) }
      }
      case 'corner': {
        const isStraight = !('rotation' in object) || object.rotation % 90 === 0
        const lines = grid(isFree)
        const onGrid = { x: snapTo(to.x, lines), y: snapTo(to.y, lines) }
        return resizedTo(object, grip.corner, isStraight ? corner(to, isFree) : onGrid)
      }
      case 'end': {
        if (object.kind !== 'wall') return null
        const fixed = grip.end === 'from' ? object.line.to : object.line.from
        return { line: { ...object.line, [grip.end]: snapEnd(fixed, to, walls(isFree, id)) } }
      }
    }
  }

  return {
    seen,
    start: (tool, at, isFree) => {
      if (tool === 'wall') return snapPoint(at, walls(isFree))
      const isFramed = tool !== 'zone' && tool !== 'label'
      return isFramed ? corner(at, isFree) : { x: snapTo(at.x, GRID_CM), y: snapTo(at.y, GRID_CM) }
    },
    to: (tool, from, at, isFree) =>
      tool === 'wall' ? snapEnd(from, at, walls(isFree)) : corner(at, isFree),
    moved: (by, isFree) => {
      const own = editor.selected().filter(([, { isLocked }]) => !isLocked)
      if (own.length === 0) return { by: { x: 0, y: 0 }, guides: { x: null, y: null } }
      const moving = hullOfBounds(own.map(([, object]) => boundsOfObject(object)))
      const others = isFree ? [] : neighbours()
      return snapMove(moving, by, others, { grid: grid(isFree), reach: reach(isFree) })
    },
    shaped,
  }
}
