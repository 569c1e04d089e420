/**
 * Bookings that are asked for again and again, as somebody wants to see them: read once, then changed with each decision. Whoever holds the
 * rows of a list from before a decision holds them unchanged.
 */
import { type Booking, isLive } from '../../domain/bookings/booking.ts'
import { type Interval, overlaps } from '../../domain/values/interval.ts'
import { byId, placeOf } from './by-id.ts'

export interface StandingList<Row> {
  rows(): readonly Row[]
  /** The booking as it is from now on. */
  decide(booking: Booking): void
}

export function makeStandingList<Row>(
  read: readonly Booking[],
  belongs: (booking: Booking) => boolean,
  toRow: (booking: Booking) => Row,
): StandingList<Row> {
  const bookings = read.toSorted(byId)
  let rows: readonly Row[] = bookings.map(toRow)
  return {
    rows: () => rows,
    decide: (booking) => {
      const at = placeOf(bookings, booking.id)
      const out = bookings[at]?.id === booking.id ? 1 : 0
      const put = belongs(booking) ? [booking] : []
      if (out === 0 && put.length === 0) return
      bookings.splice(at, out, ...put)
      rows = rows.toSpliced(at, out, ...put.map(toRow))
    },
  }
}

/** Live bookings of a site that touch the interval. */
export function isLiveAround(siteId: string, interval: Interval): (booking: Booking) => boolean {
  return (booking) =>
    booking.siteId === siteId && isLive(booking.state) && overlaps(booking.interval, interval)
}
