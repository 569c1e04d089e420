/** Moving a window of time along a day. Pure, so that fingers, keys and buttons all move it alike. */
import type { TimeSpan } from '../../domain/bookings/wishes/times-of-day.ts'

/** What is held: an end of the window, or all of it. */
export type Grip = 'from' | 'until' | 'window'

/** What a finger at a minute holds: an end within reach, the window if inside it, else the nearer end. */
export function grabAt(minute: number, span: TimeSpan, reach: number): Grip {
  const [toFrom, toUntil] = [Math.abs(minute - span.from), Math.abs(minute - span.until)]
  const nearer = toFrom <= toUntil ? 'from' : 'until'
  if (Math.min(toFrom, toUntil) <= reach) return nearer
  return minute > span.from && minute < span.until ? 'window' : nearer
}

/** The window after a move by some minutes: on the grid, inside the day, never shorter than a step, never upside down. */
export function moved(
  grip: Grip,
  by: number,
  span: TimeSpan,
  open: TimeSpan,
  step: number,
): TimeSpan {
  const length = span.until - span.from
  switch (grip) {
    case 'from':
      return {
        from: within(onGrid(span.from + by, step), open.from, span.until - step),
        until: span.until,
      }
    case 'until':
      return {
        from: span.from,
        until: within(onGrid(span.until + by, step), span.from + step, open.until),
      }
    case 'window': {
      const from = within(onGrid(span.from + by, step), open.from, open.until - length)
      return { from, until: from + length }
    }
  }
}

function onGrid(minute: number, step: number): number {
  return Math.round(minute / step) * step
}

function within(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value))
}
