/**
 * Whoever gives dates of a series back does not wait for them either. A date that is offered already is a booking by now, and is given back
 * as one.
 */
import type { Instant } from '../../values/instant.ts'
import { endWait, isOpen, type Wait } from '../waitlist/wait.ts'
import type { SeriesCancel } from '../wishes/series-wish.ts'
import { isInScope } from './cancel-series.ts'

export function leaveDates(
  { seriesId, scope }: Pick<SeriesCancel, 'seriesId' | 'scope'>,
  waits: readonly Wait[],
  now: Instant,
): readonly Wait[] {
  return waits.flatMap((wait) => {
    const { series, wall } = wait
    if (wait.state !== 'waiting' || !isOpen(wait, now) || series?.id !== seriesId) return []
    if (!isInScope(scope, series.occurrence, wall.start.date)) return []
    return [endWait(wait, { because: 'left', bookingId: null }, now)]
  })
}
