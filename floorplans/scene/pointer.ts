/**
 * Fingers, mouse and wheel on the plan, told apart: one moves it, two pinch it, a short touch is a tap, a long one a hold, two short touches zoom. Our own,
 * because a scene graph's events would test every object on every move; here one tap is one look into the index.
 */
import type { Point } from '../document/floor-plan.ts'

export interface PointerActions {
  pan(dx: number, dy: number): void
  zoom(factor: number, at: Point): void
  /** `isFine` where it was a mouse, which meant what lies under its point. */
  tap(at: Point, isFine: boolean): void
  doubleTap(at: Point): void
  /** Pressed for a while without moving. */
  hold(at: Point): void
  /** The pointer rests over a point without pressing; null when it leaves. */
  hover(at: Point | null): void
}

/** A finger trembles; less than this is still a tap. */
const TREMBLE_PX = 8
const HOLD_MS = 500
const DOUBLE_TAP_MS_MAX = 300
/** One notch of a wheel is 100 pixels: a sixth closer. */
const WHEEL_RATE = 0.0016

/** Listens on an element. The result stops it. */
export function makePointer(element: HTMLElement, actions: PointerActions): () => void {
  const fingers = new Map<number, Point>()
  let pressed: { readonly at: Point; isMoving: boolean } | null = null
  let holding: ReturnType<typeof setTimeout> | undefined
  let lastTap: { readonly at: Point; readonly time: number } | null = null
  const listening = new AbortController()
  const { signal } = listening

  function pointOf(event: MouseEvent): Point {
    const { left, top } = element.getBoundingClientRect()
    return { x: event.clientX - left, y: event.clientY - top }
  }

  function down(event: PointerEvent): void {
    if (event.button !== 0) return
    element.setPointerCapture(event.pointerId)
    fingers.set(event.pointerId, pointOf(event))
    clearTimeout(holding)
    pressed = null
    if (fingers.size > 1) return
    const at = pointOf(event)
    pressed = { at, isMoving: false }
    // Told while the finger is still down, so that it feels what it did.
    holding = setTimeout(() => {
      if (pressed?.isMoving !== false) return
      pressed = null
      actions.hold(at)
    }, HOLD_MS)
  }

  function move(event: PointerEvent): void {
    const before = fingers.get(event.pointerId)
    const now = pointOf(event)
    if (before === undefined) return actions.hover(event.pointerType === 'mouse' ? now : null)
    if (pressed !== null && !pressed.isMoving) {
      if (apart(pressed.at, now) < TREMBLE_PX) return
      pressed.isMoving = true
      clearTimeout(holding)
    }
    const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1]
    fingers.set(event.pointerId, now)
    if (other === undefined) return actions.pan(now.x - before.x, now.y - before.y)
    const [was, is] = [middle(before, other), middle(now, other)]
    actions.pan(is.x - was.x, is.y - was.y)
    actions.zoom(apart(now, other) / Math.max(1, apart(before, other)), is)
  }

  function up(event: PointerEvent): void {
    const isStill = event.type === 'pointerup' && pressed?.isMoving === false
    fingers.delete(event.pointerId)
    pressed = null
    clearTimeout(holding)
    if (!isStill) return
    const at = pointOf(event)
    const isDouble =
      lastTap !== null &&
      event.timeStamp - lastTap.time < DOUBLE_TAP_MS_MAX &&
      apart(lastTap.at, at) < 3 * TREMBLE_PX
    lastTap = isDouble ? null : { at, time: event.timeStamp }
    if (isDouble) actions.doubleTap(at)
    else actions.tap(at, event.pointerType === 'mouse')
  }

  function wheel(event: WheelEvent): void {
    event.preventDefault()
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 33 : 1
    // A pinch on a track pad arrives as small wheel steps with ctrl held.
    const rate = event.ctrlKey ? WHEEL_RATE * 6 : WHEEL_RATE
    actions.zoom(Math.exp(-event.deltaY * lines * rate), pointOf(event))
  }

  element.addEventListener('pointerdown', down, { signal })
  element.addEventListener('pointermove', move, { signal })
  element.addEventListener('pointerup', up, { signal })
  element.addEventListener('pointercancel', up, { signal })
  element.addEventListener('pointerleave', () => actions.hover(null), { signal })
  element.addEventListener('wheel', wheel, { signal, passive: false })
  // A long touch would otherwise open the browser's menu over what it did.
  element.addEventListener('contextmenu', (event) => event.preventDefault(), { signal })
  return () => {
    clearTimeout(holding)
    listening.abort()
  }
}

function apart(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}

function middle(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }
}
