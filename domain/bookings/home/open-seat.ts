/** Open seating at a glance: how many desks are free from now on, and the one that is a tap away. */
import type { Catalogue } from '../../sites/catalogue.ts'
import type { ResourceId } from '../../values/ids.ts'
import type { Instant } from '../../values/instant.ts'
import { type Interval, overlaps } from '../../values/interval.ts'
import type { LocalDate } from '../../values/local-date.ts'
import { toWallTime } from '../../values/zone.ts'
import { liveViewStates } from '../booking-view-row.ts'
import { type Offer, type OfferInput, offersOf } from '../search/offers.ts'
import { firstUsefulDate, intervalAt, spanOf, stepOf } from '../wishes/times-of-day.ts'

export interface OpenSeating {
  readonly free: number
  readonly interval: Interval
  /** The first that Book would list; null where none is free. */
  readonly best: Offer | null
}

/** Which day somebody means who says "now": today, as long as an hour is left of it. */
export function seatingDate(catalogue: Catalogue, now: Instant): LocalDate {
  return firstUsefulDate(catalogue, toWallTime(catalogue.zone, now).date, now)
}

/** Null where the house is closed for weeks, and where the member has a desk then. */
export function openSeating(
  input: Omit<OfferInput, 'interval' | 'people'>,
  known: readonly ResourceId[],
): OpenSeating | null {
  const { catalogue, now } = input
  const date = seatingDate(catalogue, now)
  const span = spanOf(catalogue, 'all-day', date, now, stepOf(catalogue, 'hot-desk'))
  const interval = span === null ? null : intervalAt(catalogue, date, span)
  if (interval === null || hasDesk(input, interval)) return null
  const wanted = { kind: 'hot-desk', amenities: [], named: [], known } as const
  const free = offersOf({ ...input, interval, people: 1 }, wanted).filter(
    ({ availability }) => availability.state === 'available',
  )
  return { free: free.length, interval, best: free[0] ?? null }
}

function hasDesk(
  { catalogue, bookings }: Pick<OfferInput, 'catalogue' | 'bookings'>,
  interval: Interval,
): boolean {
  const desks = new Set(
    catalogue.resources.flatMap(({ id, kind }) => (kind === 'hot-desk' ? [id] : [])),
  )
  return bookings.some(
    (row) =>
      liveViewStates.includes(row.state) && desks.has(row.resourceId) && overlaps(row, interval),
  )
}
