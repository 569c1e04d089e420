/**
 * What a hand does on the sheet, from pressing to letting go: nothing of it is written before that, so that a drag is one value and one step
 * of undo. Fingers, mouse and pen alike; two fingers, the wheel and the middle button move the sheet itself.
 */
import { type Accessor, createMemo, createSignal } from 'solid-js'
import type { DraftObjectId } from '../../../floorplans/document/draft/draft.ts'
import type { Properties } from '../../../floorplans/document/draft/draft-document.ts'
import type { Point } from '../../../floorplans/document/floor-plan.ts'
import type { Bounds } from '../../../floorplans/document/geometry.ts'
import { hullOfBounds, type Objects } from '../../../floorplans/editor/arrange.ts'
import {
  boundsOfObject,
  type Corner,
  movedBy,
  objectsWithin,
  resizedTo,
  SIDE_CM_MIN,
} from '../../../floorplans/editor/object-box.ts'
import { snapEnd, snapMove, snapTo } from '../../../floorplans/editor/snap.ts'
import type { Editor } from './editor.ts'
import type { MakingTool } from './new-object.ts'
import type { SheetView } from './sheet-view.ts'

export interface Guides {
  readonly x: number | null
  readonly y: number | null
}

export type Gesture =
  | { readonly kind: 'pan'; readonly at: Point }
  | { readonly kind: 'frame'; readonly from: Point; readonly to: Point }
  | { readonly kind: 'move'; readonly from: Point; readonly by: Point; readonly guides: Guides }
  | { readonly kind: 'make'; readonly tool: MakingTool; readonly from: Point; readonly to: Point }
  | {
      readonly kind: 'shape'
      readonly id: DraftObjectId
      readonly grip: Grip
      readonly properties: Properties
    }

/** What is pulled to give a thing another shape: a corner, or an end of a wall. */
export type Grip =
  | { readonly kind: 'corner'; readonly corner: Corner }
  | { readonly kind: 'end'; readonly end: 'from' | 'to' }

/** What was pressed. */
export interface Pressed {
  readonly id: DraftObjectId | null
  readonly grip: Grip | null
}

export interface Gestures {
  readonly gesture: Accessor<Gesture | null>
  /** Properties as they would be if one let go now. */
  readonly preview: Accessor<ReadonlyMap<DraftObjectId, Properties>>
  press(event: PointerEvent, at: Point, pressed: Pressed): void
  drag(event: PointerEvent, at: Point): void
  release(event: PointerEvent): void
  /** Escape: as if nothing had been pressed. */
  cancel(): void
}

/** Centimetres between two lines of the grid. */
export const GRID_CM = 10
/** Pixels from which a line attracts, and below which a hand has not moved at all. */
const SNAP_PX = 6
const STILL_PX = 4

export function createGestures(editor: Editor, view: SheetView): Gestures {
  const [gesture, setGesture] = createSignal<Gesture | null>(null)
  const fingers = new Map<number, Point>()
  let startedAt: Point = { x: 0, y: 0 }
  let hasMoved = false

  const grid = (event: PointerEvent) => (event.altKey ? 0 : GRID_CM)

  function press(event: PointerEvent, at: Point, { id, grip }: Pressed): void {
    fingers.set(event.pointerId, at)
    startedAt = at
    hasMoved = false
    if (fingers.size > 1) return void setGesture({ kind: 'pan', at })
    const point = view.toPlan(at)
    const tool = editor.tool()
    if (tool === 'hand' || event.button === 1) return void setGesture({ kind: 'pan', at })
    if (tool !== 'select') return void setGesture({ kind: 'make', tool, from: point, to: point })
    const [only] = editor.selected()
    if (grip !== null && only !== undefined) {
      return void setGesture({ kind: 'shape', id: only[0], grip, properties: {} })
    }
    if (id !== null) return pressObject(event, point, id)
    // A finger on the bare floor moves the sheet; a mouse draws a frame around things.
    if (event.pointerType === 'touch') setGesture({ kind: 'pan', at })
    else setGesture({ kind: 'frame', from: point, to: point })
  }

  function pressObject(event: PointerEvent, from: Point, id: DraftObjectId): void {
    if (event.shiftKey || editor.isSeveral()) editor.toggle(id)
    else if (!editor.selection().has(id)) editor.select([id])
    setGesture({ kind: 'move', from, by: { x: 0, y: 0 }, guides: { x: null, y: null } })
  }

  function drag(event: PointerEvent, at: Point): void {
    const before = fingers.get(event.pointerId)
    const now = gesture()
    if (before === undefined || now === null) return
    const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1]
    fingers.set(event.pointerId, at)
    if (other !== undefined) return pinch(before, at, other)
    if (!hasMoved && apart(startedAt, at) < STILL_PX) return
    hasMoved = true
    if (now.kind === 'pan') {
      view.pan(at.x - before.x, at.y - before.y)
      return
    }
    setGesture(dragged(now, event, view.toPlan(at)))
  }

  function pinch(before: Point, at: Point, other: Point): void {
    const middle = (a: Point) => ({ x: (a.x + other.x) / 2, y: (a.y + other.y) / 2 })
    view.pan(middle(at).x - middle(before).x, middle(at).y - middle(before).y)
    view.zoom(apart(at, other) / Math.max(1, apart(before, other)), middle(at))
  }

  function dragged(now: Gesture, event: PointerEvent, to: Point): Gesture {
    switch (now.kind) {
      case 'pan':
        return now
      case 'frame':
        return { ...now, to }
      case 'make':
        return { ...now, to: now.tool === 'wall' ? snapEnd(now.from, to, grid(event)) : to }
      case 'move':
        return { ...now, ...snapped({ x: to.x - now.from.x, y: to.y - now.from.y }, event) }
      case 'shape':
        return { ...now, properties: shaped(now.id, now.grip, to, grid(event)) ?? now.properties }
    }
  }

  function snapped(by: Point, event: PointerEvent) {
    const own = editor.selected().filter(([, { isLocked }]) => !isLocked)
    if (own.length === 0) return { by: { x: 0, y: 0 }, guides: { x: null, y: null } }
    const moving = hullOfBounds(own.map(([, object]) => boundsOfObject(object)))
    const others = event.altKey ? [] : neighbours()
    const reach = SNAP_PX / view.camera().scale
    return snapMove(moving, by, others, { grid: grid(event), reach })
  }

  /** What is in sight: the rest can be neither met nor lined up with. */
  function seen(): Objects {
    return editor.objects().filter(([, { kind }]) => !editor.hidden().has(kind))
  }

  /** What a drag may line up with: places and furniture, not the ground below them. */
  function neighbours(): readonly Bounds[] {
    return seen()
      .filter(([id, { kind }]) => !editor.selection().has(id) && kind !== 'area')
      .map(([, object]) => boundsOfObject(object))
  }

  function shaped(id: DraftObjectId, grip: Grip, to: Point, lines: number): Properties | null {
    const object = editor.draft()?.objects.get(id)
    if (object === undefined) return null
    if (grip.kind === 'corner') {
      return resizedTo(object, grip.corner, { x: snapTo(to.x, lines), y: snapTo(to.y, lines) })
    }
    if (object.kind !== 'wall') return null
    const fixed = grip.end === 'from' ? object.line.to : object.line.from
    return { line: { ...object.line, [grip.end]: snapEnd(fixed, to, lines) } }
  }

  function release(event: PointerEvent): void {
    fingers.delete(event.pointerId)
    if (fingers.size > 0) return
    const done = gesture()
    setGesture(null)
    if (done !== null && event.type === 'pointerup') finish(done)
  }

  function finish(done: Gesture): void {
    switch (done.kind) {
      case 'pan':
        if (!hasMoved) editor.select([])
        return
      case 'frame':
        return editor.select(hasMoved ? objectsWithin(seen(), frameOf(done)) : [])
      case 'make':
        return finishMaking(done)
      case 'move':
        if (hasMoved) editor.move(done.by)
        return
      case 'shape':
        if (hasMoved) editor.set(done.id, done.properties)
        return
    }
  }

  function finishMaking({ tool, from, to }: Extract<Gesture, { kind: 'make' }>): void {
    const at = { x: snapTo(from.x, GRID_CM), y: snapTo(from.y, GRID_CM) }
    if (tool === 'wall') {
      // A wall has two ends: a mere click draws none.
      if (hasMoved) editor.make(tool, at, null, to)
      return
    }
    const frame = frameOf({ from, to })
    const size = {
      width: snapTo(frame.maxX - frame.minX, GRID_CM),
      height: snapTo(frame.maxY - frame.minY, GRID_CM),
    }
    const isDrawn = hasMoved && Math.min(size.width, size.height) >= SIDE_CM_MIN
    if (!isDrawn || tool === 'zone' || tool === 'label') return editor.make(tool, at, null)
    const centre = {
      x: Math.round((frame.minX + frame.maxX) / 2),
      y: Math.round((frame.minY + frame.maxY) / 2),
    }
    editor.make(tool, centre, size)
  }

  const preview = createMemo((): ReadonlyMap<DraftObjectId, Properties> => {
    const now = gesture()
    if (now?.kind === 'shape') return new Map([[now.id, now.properties]])
    if (now?.kind !== 'move') return new Map()
    const own = editor.selected().filter(([, { isLocked }]) => !isLocked)
    return new Map(own.map(([id, object]) => [id, movedBy(object, now.by)]))
  })

  return {
    gesture,
    preview,
    press,
    drag,
    release,
    cancel: () => {
      fingers.clear()
      setGesture(null)
    },
  }
}

export function frameOf({ from, to }: { readonly from: Point; readonly to: Point }): Bounds {
  return {
    minX: Math.min(from.x, to.x),
    minY: Math.min(from.y, to.y),
    maxX: Math.max(from.x, to.x),
    maxY: Math.max(from.y, to.y),
  }
}

function apart(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}
