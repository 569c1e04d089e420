/**
 * Bookings that a batch asks for again and again, as it wants to see them: read once, then changed with each decision. Whoever holds its
 * rows from before a decision holds them unchanged.
 */
import type { Booking } from '../../domain/bookings/booking.ts'

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
  const ids = read.map(({ id }) => id)
  const known = new Set(ids)
  let rows: readonly Row[] = read.map(toRow)
  return {
    rows: () => rows,
    decide: (booking) => {
      const at = known.has(booking.id) ? ids.indexOf(booking.id) : ids.length
      if (belongs(booking)) {
        known.add(booking.id)
        ids[at] = booking.id
        rows = [...rows.slice(0, at), toRow(booking), ...rows.slice(at + 1)]
      } else if (known.delete(booking.id)) {
        ids.splice(at, 1)
        rows = rows.toSpliced(at, 1)
      }
    },
  }
}
