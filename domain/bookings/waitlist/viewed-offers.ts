/** What becomes of a booking's row where the booking is, or was, an offer. */
import type { BookingId } from '../../values/ids.ts'
import { DAY_MS, type Instant } from '../../values/instant.ts'
import type { Booking } from '../booking.ts'
import type { BookingViewRow } from '../booking-view-row.ts'
import type { SettledIntent } from '../wishes/outcome.ts'
import type { Wait } from './wait.ts'

export interface ViewedOffers {
  readonly open: ReadonlySet<BookingId>
  /** Their members said no, and want to read no more of it. */
  readonly declined: ReadonlySet<BookingId>
}

export function viewedOffers(waits: readonly Wait[]): ViewedOffers {
  const open = new Set<BookingId>()
  const declined = new Set<BookingId>()
  for (const wait of waits) {
    if (wait.state === 'offered') open.add(wait.offer.bookingId)
    const isLeft = wait.state === 'over' && wait.ending.because === 'left'
    if (isLeft && wait.ending.bookingId !== null) declined.add(wait.ending.bookingId)
  }
  return { open, declined }
}

/** A refusal stays in sight this long, as of any other wish. */
const SHOWN_MS = 7 * DAY_MS

/** An open offer says so; a hold that was confirmed too late is told as the wish that was refused, with what there is instead. */
export function offerState(
  booking: Booking,
  offers: ViewedOffers,
  answer: SettledIntent | undefined,
  now: Instant,
): Partial<Pick<BookingViewRow, 'state' | 'refusal' | 'alternatives'>> {
  if (booking.state === 'held' && offers.open.has(booking.id)) return { state: 'offered' }
  const { outcome } = answer ?? {}
  const isTold =
    booking.state === 'lapsed' &&
    answer?.kind === 'booking.confirm' &&
    answer.settledAt + SHOWN_MS > now
  if (!isTold || outcome?.kind !== 'refused') return {}
  return { state: 'refused', refusal: outcome.refusal, alternatives: outcome.alternatives }
}
