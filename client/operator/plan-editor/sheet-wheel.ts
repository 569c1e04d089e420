/** The wheel over a sheet: closer and farther at the pointer, and sideways where a track pad moves that way. */
import type { Point } from '../../../floorplans/document/floor-plan.ts'
import type { SheetView } from './sheet-view.ts'

/** One notch of a wheel is 100 pixels: a sixth closer. */
const WHEEL_RATE = 0.0016

export function takeWheel(view: SheetView, event: WheelEvent, at: Point): void {
  event.preventDefault()
  const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 33 : 1
  const isZoom = event.ctrlKey || event.deltaX === 0
  if (!isZoom) return view.pan(-event.deltaX, -event.deltaY)
  // A pinch on a track pad arrives as small wheel steps with ctrl held.
  const rate = event.ctrlKey ? WHEEL_RATE * 6 : WHEEL_RATE
  view.zoom(Math.exp(-event.deltaY * lines * rate), at)
}
