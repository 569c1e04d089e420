/**
 * The camera under way: moved at once by fingers, gliding to where a button or an address leads, and staying where it is while other
 * things cover or uncover a part of the drawing. Nothing runs once it has arrived.
 */
import type { Bounds } from '../document/geometry.ts'
import {
  between,
  type Camera,
  clamp,
  middleOf,
  noInsets,
  toPlan,
  type View,
  wholeOf,
} from './camera.ts'

export interface Drive {
  camera(): Camera
  /** Where the camera comes to rest: its goal, or where it is. */
  rest(): Camera
  view(): View
  /** The whole floor, as large as it is when nothing covers the drawing. */
  whole(): Camera
  moveTo(next: Camera): void
  glideTo(goal: Camera): void
  resize(width: number, height: number): void
  coverBelow(pixels: number): void
  stop(): void
}

const GLIDE_MS = 180

export function makeDrive(given: {
  readonly bounds: Bounds
  readonly coveredBelow: number
  /** No motion between one view and the next. */
  readonly isStill: boolean
  onMove(): void
}): Drive {
  const { bounds, isStill, onMove } = given
  let view: View = { width: 1, height: 1, insets: { ...noInsets, bottom: given.coveredBelow } }
  let camera = wholeOf(view, bounds)
  let goal: Camera | null = null
  let isWhole = true
  let frame = 0

  function set(next: Camera): void {
    camera = clamp(next, view, bounds)
    isWhole = camera.scale <= wholeOf(view, bounds).scale * 1.001
    onMove()
  }

  function stop(): void {
    cancelAnimationFrame(frame)
    goal = null
  }

  function glideTo(to: Camera): void {
    stop()
    const end = clamp(to, view, bounds)
    if (isStill) return set(end)
    const from = camera
    const start = performance.now()
    const step = (now: number) => {
      const share = Math.min(1, Math.max(0, (now - start) / GLIDE_MS))
      set(between(from, end, 1 - (1 - share) ** 3))
      if (share < 1) frame = requestAnimationFrame(step)
      else goal = null
    }
    goal = end
    frame = requestAnimationFrame(step)
  }

  return {
    camera: () => camera,
    rest: () => goal ?? camera,
    view: () => view,
    whole: () => wholeOf({ ...view, insets: noInsets }, bounds),
    moveTo: (next) => {
      stop()
      set(next)
    },
    glideTo,
    resize: (width, height) => {
      const isFirst = view.width === 1
      view = { ...view, width, height }
      const next = isWhole ? wholeOf(view, bounds) : camera
      // On a first size nothing has been seen yet, so nothing has to be led back to.
      if (goal !== null && !isFirst) return glideTo(goal)
      stop()
      set(next)
    },
    coverBelow: (bottom) => {
      if (bottom === view.insets.bottom) return
      // What is seen stays where it is; only the middle to move around is another.
      const next = { ...view, insets: { ...noInsets, bottom } }
      camera = { ...camera, ...toPlan(camera, view, middleOf(next)) }
      view = next
      if (goal !== null) glideTo(goal)
      else if (bottom === 0) set(camera)
    },
    stop,
  }
}
