/** A series that nobody comes to ends: after one warning the rest of its dates is given back (D-35). */
import type { Instant } from '../../values/instant.ts'
import { type Booking, isLive } from '../booking.ts'
import type { BookingViewRow } from '../booking-view-row.ts'
import { cancelled } from '../change-booking.ts'

type Date = Pick<BookingViewRow | Booking, 'state'> & { readonly startsAt: Instant }

/** Dates missed without one in between that somebody came to. What was cancelled is neither. */
export function missesInARow(dates: readonly Date[]): number {
  const inOrder = [...dates].sort((a, b) => b.startsAt - a.startsAt)
  const told = inOrder.filter(
    ({ state }) => state === 'no-show' || state === 'completed' || state === 'checked-in',
  )
  const end = told.findIndex(({ state }) => state !== 'no-show')
  return end === -1 ? told.length : end
}

/** `dates` are the bookings of the series; the rest of them, given back, where this one was missed once too often. */
export function suspendSeries(
  missed: Booking,
  dates: readonly Booking[],
  now: Instant,
): readonly Booking[] {
  const most = missed.checkIn?.missesToSuspend ?? null
  if (missed.state !== 'no-show' || most === null) return []
  const past = dates.filter(
    ({ id, interval }) => id !== missed.id && interval.startsAt < missed.interval.startsAt,
  )
  const misses = missesInARow([...past, missed].map(toDate))
  if (misses < most) return []
  const step = { because: 'missed', percent: 100 } as const
  return dates
    .filter(({ state, interval }) => isLive(state) && interval.startsAt > now)
    .map((booking) => cancelled(booking, 'space', step, now, now))
}

/** What is over was come to, unless it was given back. */
function toDate({ state, interval }: Booking): Date {
  const isOver = state === 'confirmed'
  return { state: isOver ? 'completed' : state, startsAt: interval.startsAt }
}
