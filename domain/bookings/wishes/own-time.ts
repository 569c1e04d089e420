import type { ResourceId } from '../../values/ids.ts'
import { type Interval, overlaps } from '../../values/interval.ts'
import { type BookingViewRow, liveViewStates } from '../booking-view-row.ts'

/**
 * What a member has elsewhere at that time, or hopes to have: said before a second wish is made (D-68). It is not refused, for a
 * desk and a meeting room at once are a usual day.
 */
export function ownElsewhere(
  rows: readonly BookingViewRow[],
  resourceId: ResourceId,
  interval: Interval,
): BookingViewRow | null {
  const isMeant = (row: BookingViewRow) =>
    liveViewStates.includes(row.state) && row.resourceId !== resourceId && overlaps(row, interval)
  return rows.find(isMeant) ?? null
}
