/** Where one looks at the plan from. Pure: a camera and a view in, another camera out. */
import type { Point } from '../document/floor-plan.ts'
import type { Bounds } from '../document/geometry.ts'

/** The plan's point in the middle of the free part of the view, and pixels per centimetre. */
export interface Camera extends Point {
  readonly scale: number
}

/** The canvas in CSS pixels, and how much of it other things cover. */
export interface View {
  readonly width: number
  readonly height: number
  readonly insets: Insets
}

export interface Insets {
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly left: number
}

export const noInsets: Insets = { top: 0, right: 0, bottom: 0, left: 0 }

/** How much closer than the whole floor one can look. */
export const ZOOM_MAX = 6
/** Space around the whole floor, in pixels: the façade and its trees stay in sight. */
const MARGIN_PX = 16

export function middleOf({ width, height, insets }: View): Point {
  return {
    x: insets.left + (width - insets.left - insets.right) / 2,
    y: insets.top + (height - insets.top - insets.bottom) / 2,
  }
}

/** The whole of the bounds, in the middle. */
export function wholeOf(view: View, bounds: Bounds): Camera {
  const { insets } = view
  const width = Math.max(40, view.width - insets.left - insets.right - 2 * MARGIN_PX)
  const height = Math.max(40, view.height - insets.top - insets.bottom - 2 * MARGIN_PX)
  return {
    x: (bounds.minX + bounds.maxX) / 2,
    y: (bounds.minY + bounds.maxY) / 2,
    scale: Math.min(width / (bounds.maxX - bounds.minX), height / (bounds.maxY - bounds.minY)),
  }
}

/** The camera within its limits: never farther than the whole floor, never off it. */
export function clamp(camera: Camera, view: View, bounds: Bounds): Camera {
  const whole = wholeOf(view, bounds)
  // How close one can look does not depend on what covers a part of the view.
  const uncovered = wholeOf({ ...view, insets: noInsets }, bounds)
  const scale = within(camera.scale, whole.scale, uncovered.scale * ZOOM_MAX)
  // At the whole floor there is nothing to pan to; closer, the middle of the view may reach every wall.
  const freedom = Math.min(1, scale / whole.scale - 1)
  const reachX = ((bounds.maxX - bounds.minX) / 2) * freedom
  const reachY = ((bounds.maxY - bounds.minY) / 2) * freedom
  return {
    x: within(camera.x, whole.x - reachX, whole.x + reachX),
    y: within(camera.y, whole.y - reachY, whole.y + reachY),
    scale,
  }
}

export function toPlan(camera: Camera, view: View, screen: Point): Point {
  const middle = middleOf(view)
  return {
    x: camera.x + (screen.x - middle.x) / camera.scale,
    y: camera.y + (screen.y - middle.y) / camera.scale,
  }
}

export function toScreen(camera: Camera, view: View, point: Point): Point {
  const middle = middleOf(view)
  return {
    x: middle.x + (point.x - camera.x) * camera.scale,
    y: middle.y + (point.y - camera.y) * camera.scale,
  }
}

/** The part of the plan that is on the screen. */
export function boundsSeen(camera: Camera, view: View): Bounds {
  const from = toPlan(camera, view, { x: 0, y: 0 })
  const to = toPlan(camera, view, { x: view.width, y: view.height })
  return { minX: from.x, minY: from.y, maxX: to.x, maxY: to.y }
}

/** On the screen, that far from every edge and from what covers it. */
export function isInSight({ x, y }: Point, { width, height, insets }: View, edge: number): boolean {
  return (
    x > insets.left + edge &&
    x < width - insets.right - edge &&
    y > insets.top + edge &&
    y < height - insets.bottom - edge
  )
}

export function pan(camera: Camera, dx: number, dy: number): Camera {
  return { ...camera, x: camera.x - dx / camera.scale, y: camera.y - dy / camera.scale }
}

/** Closer or farther by a factor, with the plan's point under `at` staying where it is. */
export function zoomAt(camera: Camera, view: View, factor: number, at: Point): Camera {
  const held = toPlan(camera, view, at)
  const scale = camera.scale * factor
  return {
    x: held.x + (camera.x - held.x) / factor,
    y: held.y + (camera.y - held.y) / factor,
    scale,
  }
}

/** A camera on the way from one to another, `share` from 0 to 1. Zoom runs evenly by factor, not by difference. */
export function between(from: Camera, to: Camera, share: number): Camera {
  return {
    x: from.x + (to.x - from.x) * share,
    y: from.y + (to.y - from.y) * share,
    scale: from.scale * (to.scale / from.scale) ** share,
  }
}

function within(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value))
}
