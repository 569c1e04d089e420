/** Dragging in the grid with a mouse or a pen. A finger scrolls; for it, and for the keyboard, the same is done by buttons and keys. */
import type { Resource } from '../../../domain/sites/resource.ts'
import { type Minutes, snapped } from './calendar-model.ts'

export interface DragStart extends Minutes {
  readonly resource: Resource
  readonly how: 'move' | 'resize' | 'pick'
}

export interface DragPlace extends Minutes {
  readonly resource: Resource
}

/** Fewer pixels are a click. */
export const SLACK_PX = 4

/**
 * Follows the pointer from a press on; tells each place it comes to, and at the end whether it was a drag at all. `minutesPerPx` of the
 * grid; `resourceAt` gives the place of the row under a point of the screen.
 */
export function startDrag(
  press: PointerEvent,
  start: DragStart,
  grid: {
    readonly minutesPerPx: number
    resourceAt(x: number, y: number): Resource | null
    onPlace(place: DragPlace): void
    onEnd(wasDragged: boolean): void
  },
): void {
  if (press.button !== 0 || press.pointerType === 'touch') return
  const target = press.currentTarget
  if (!(target instanceof HTMLElement)) return
  let wasDragged = false
  const move = (event: PointerEvent) => {
    const away = event.clientX - press.clientX
    wasDragged ||= Math.hypot(away, event.clientY - press.clientY) > SLACK_PX
    if (!wasDragged) return
    target.setPointerCapture(press.pointerId)
    const resource = start.how === 'move' ? grid.resourceAt(event.clientX, event.clientY) : null
    grid.onPlace(placeAfter(start, resource ?? start.resource, away * grid.minutesPerPx))
  }
  const end = () => {
    target.removeEventListener('pointermove', move)
    target.removeEventListener('pointerup', end)
    target.removeEventListener('pointercancel', end)
    grid.onEnd(wasDragged)
  }
  target.addEventListener('pointermove', move)
  target.addEventListener('pointerup', end)
  target.addEventListener('pointercancel', end)
}

/** Where a drag of so many minutes leads to, on the grid of the place it leads to. */
export function placeAfter(start: DragStart, resource: Resource, minutes: number): DragPlace {
  const step = resource.rules.incrementMinutes
  if (start.how === 'move') {
    return {
      resource,
      ...snapped({ from: start.from + minutes, until: start.until + minutes }, step),
    }
  }
  const until = Math.round((start.until + minutes) / step) * step
  return { resource, from: start.from, until: Math.min(1440, Math.max(start.from + step, until)) }
}
