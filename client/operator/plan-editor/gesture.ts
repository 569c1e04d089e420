/**
 * What a hand does on the sheet, from pressing to letting go: nothing of it is written before that, so that a drag is one value and one step
 * of undo. Fingers, mouse and pen alike; two fingers, the wheel and the middle button move the sheet itself.
 */
import { type Accessor, createMemo, createSignal } from 'solid-js'
import type { DraftObjectId } from '../../../floorplans/document/draft/draft.ts'
import type { Properties } from '../../../floorplans/document/draft/draft-document.ts'
import type { Point } from '../../../floorplans/document/floor-plan.ts'
import type { Bounds } from '../../../floorplans/document/geometry.ts'
import {
  type Corner,
  movedBy,
  objectsWithin,
  SIDE_CM_MIN,
} from '../../../floorplans/editor/object-box.ts'
import type { Editor } from './editor.ts'
import type { MakingTool } from './new-object.ts'
import type { SheetView } from './sheet-view.ts'
import { createSnapping } from './snapping.ts'

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
      /** Where the hand is. */
      readonly at: Point
      readonly properties: Properties
    }

/** What is pulled to give a thing another shape or direction: a corner, an end of a wall, the handle above it. */
export type Grip =
  | { readonly kind: 'corner'; readonly corner: Corner }
  | { readonly kind: 'end'; readonly end: 'from' | 'to' }
  | { readonly kind: 'turn' }

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

/** Pixels below which a hand has not moved at all. */
const STILL_PX = 4

export function createGestures(editor: Editor, view: SheetView): Gestures {
  const [gesture, setGesture] = createSignal<Gesture | null>(null)
  const fingers = new Map<number, Point>()
  let startedAt: Point = { x: 0, y: 0 }
  let hasMoved = false

  const snapping = createSnapping(editor, view)

  function press(event: PointerEvent, at: Point, { id, grip }: Pressed): void {
    fingers.set(event.pointerId, at)
    startedAt = at
    hasMoved = false
    if (fingers.size > 1) return void setGesture({ kind: 'pan', at })
    const point = view.toPlan(at)
    const tool = editor.tool()
    if (tool === 'hand' || event.button === 1) return void setGesture({ kind: 'pan', at })
    if (tool !== 'select') {
      const from = snapping.start(tool, point, event.altKey)
      return void setGesture({ kind: 'make', tool, from, to: from })
    }
    const [only] = editor.selected()
    if (grip !== null && only !== undefined) {
      return void setGesture({ kind: 'shape', id: only[0], grip, at: point, properties: {} })
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
        return { ...now, to: snapping.to(now.tool, now.from, to, event.altKey) }
      case 'move': {
        const by = { x: to.x - now.from.x, y: to.y - now.from.y }
        return { ...now, ...snapping.moved(by, event.altKey) }
      }
      case 'shape': {
        const properties = snapping.shaped(now.id, now.grip, to, event.altKey)
        return { ...now, at: to, properties: properties ?? now.properties }
      }
    }
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
        return editor.select(hasMoved ? objectsWithin(snapping.seen(), frameOf(done)) : [])
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
    if (tool === 'wall') {
      // A wall has two ends: a mere click draws none.
      if (hasMoved) editor.make(tool, from, null, to)
      return
    }
    const frame = frameOf({ from, to })
    const size = { width: frame.maxX - frame.minX, height: frame.maxY - frame.minY }
    const isDrawn = hasMoved && Math.min(size.width, size.height) >= SIDE_CM_MIN
    if (!isDrawn || tool === 'zone' || tool === 'label') return editor.make(tool, from, null)
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
