/**
 * A place that became free, and whom that concerns. What frees a place is many things (a cancellation, a hold that lapsed, a closure that
 * was removed); all of them come here as places and a time, and the rules alone say whether anything fits there.
 */
import type { Catalogue } from '../../sites/catalogue.ts'
import { linkedTo } from '../../sites/links.ts'
import type { ResourceId, SiteId } from '../../values/ids.ts'
import { addMinutes } from '../../values/instant.ts'
import { contains, type Interval, overlaps } from '../../values/interval.ts'
import { type Booking, isLive } from '../booking.ts'
import { isOrder, type Wait } from './wait.ts'

export interface Freed {
  readonly siteId: SiteId
  /** Null: every place of the site. */
  readonly resourceIds: readonly ResourceId[] | null
  readonly interval: Interval
}

/** What a booking gave back when it became what it is; null where it holds all that it held. */
export function freedBy(booking: Booking, before: Booking | null): Freed | null {
  if (before === null || !isLive(before.state)) return null
  const isKept =
    isLive(booking.state) &&
    booking.resourceId === before.resourceId &&
    booking.unit === before.unit &&
    contains(booking.interval, before.interval)
  if (isKept) return null
  const { siteId, resourceId, interval } = before
  return { siteId, resourceIds: [resourceId], interval }
}

/** The same with what is linked to those places, and with the time that buffers kept free around it. */
export function withNeighbours(freed: Freed, { resources }: Pick<Catalogue, 'resources'>): Freed {
  const { resourceIds, interval } = freed
  const gap = Math.max(
    0,
    ...resources.flatMap(({ rules }) => [rules.bufferBeforeMinutes, rules.bufferAfterMinutes]),
  )
  return {
    ...freed,
    resourceIds:
      resourceIds === null
        ? null
        : resourceIds.flatMap((id) => [id, ...linkedTo(resources, id).map((one) => one.id)]),
    interval: {
      startsAt: addMinutes(interval.startsAt, -gap),
      endsAt: addMinutes(interval.endsAt, gap),
    },
  }
}

/** Might this wait be given something of it? */
export function concerns({ resourceIds, interval }: Freed, wait: Wait): boolean {
  return (
    wait.state === 'waiting' &&
    overlaps(wait.interval, interval) &&
    (resourceIds === null || wait.resourceIds.some((id) => resourceIds.includes(id)))
  )
}

/** Who is asked first: all who wait for it in the order in which they came, then the standing orders, the oldest first (D-73). */
export function inTurn(waits: readonly Wait[]): readonly Wait[] {
  return [...waits.filter((wait) => !isOrder(wait)), ...waits.filter(isOrder)]
}
