/** Setting a scale: two points are pressed on the floor, then the distance between them is typed. */
import { type Accessor, createSignal } from 'solid-js'
import type { Point } from '../../../floorplans/document/floor-plan.ts'

export interface Scaling {
  /** Null while nobody sets a scale; else the points pressed so far, two at most. */
  readonly points: Accessor<readonly Point[] | null>
  start(): void
  stop(): void
  /** The next point; of two, the nearer one goes there. */
  put(at: Point): void
  /** The point that was put last goes there. */
  pull(to: Point): void
}

export function createScaling(): Scaling {
  const [points, setPoints] = createSignal<readonly Point[] | null>(null)
  let pulled = 0

  function put(at: Point): void {
    const now = points()
    if (now === null) return
    pulled = now.length < 2 ? now.length : nearest(now, at)
    pull(at)
  }

  function pull(to: Point): void {
    const now = points()
    if (now === null) return
    const next = [...now]
    next[pulled] = { x: Math.round(to.x), y: Math.round(to.y) }
    setPoints(next)
  }

  return {
    points,
    start: () => setPoints([]),
    stop: () => setPoints(null),
    put,
    pull,
  }
}

function nearest(points: readonly Point[], at: Point): number {
  const away = points.map(({ x, y }) => Math.hypot(x - at.x, y - at.y))
  return away.indexOf(Math.min(...away))
}
