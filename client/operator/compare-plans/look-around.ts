/** Looking around on sheets that move as one: a finger or the mouse pulls them, two fingers and the wheel bring them closer. */
import type { Point } from '../../../floorplans/document/floor-plan.ts'
import type { SheetView } from '../plan-editor/sheet-view.ts'
import { takeWheel } from '../plan-editor/sheet-wheel.ts'

const STEP_PX = 60

export function makeLookAround(view: SheetView) {
  const fingers = new Map<number, Point>()

  function press(event: PointerEvent & { readonly currentTarget: Element }): void {
    event.currentTarget.setPointerCapture(event.pointerId)
    fingers.set(event.pointerId, at(event))
  }

  function drag(event: PointerEvent & { readonly currentTarget: Element }): void {
    const before = fingers.get(event.pointerId)
    if (before === undefined) return
    const now = at(event)
    const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1]
    fingers.set(event.pointerId, now)
    if (other === undefined) return view.pan(now.x - before.x, now.y - before.y)
    view.pan((now.x - before.x) / 2, (now.y - before.y) / 2)
    view.zoom(apart(now, other) / Math.max(1, apart(before, other)), middle(now, other))
  }

  return {
    press,
    drag,
    release: (event: PointerEvent) => {
      fingers.delete(event.pointerId)
    },
    wheel: (event: WheelEvent, sheet: Element) => takeWheel(view, event, within(event, sheet)),
    key: (event: KeyboardEvent) => {
      const act = keys(view)[event.key]
      if (act === undefined) return
      event.preventDefault()
      act()
    },
  }
}

function keys(view: SheetView): Readonly<Record<string, () => void>> {
  return {
    ArrowLeft: () => view.pan(STEP_PX, 0),
    ArrowRight: () => view.pan(-STEP_PX, 0),
    ArrowUp: () => view.pan(0, STEP_PX),
    ArrowDown: () => view.pan(0, -STEP_PX),
    '+': () => view.zoom(1.4),
    '-': () => view.zoom(1 / 1.4),
    '0': () => view.showAll(),
  }
}

/** Where on its sheet; of two sheets of one size it does not matter which. */
function at(event: MouseEvent & { readonly currentTarget: Element }): Point {
  return within(event, event.currentTarget)
}

function within(event: MouseEvent, sheet: Element): Point {
  const { left, top } = sheet.getBoundingClientRect()
  return { x: event.clientX - left, y: event.clientY - top }
}

function apart(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}

function middle(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }
}
