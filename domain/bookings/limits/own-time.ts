/**
 * What a member has, as far as it counts against the limits of their membership: what they used, what is ahead, and, on the device,
 * their wishes that will be settled before the next one. Buffers are nobody's time, so they are not in it.
 */
import { type Catalogue, findResource } from '../../sites/catalogue.ts'
import type { ResourceKind } from '../../sites/resource.ts'
import { derived } from '../../values/derived.ts'
import type { ResourceId, SiteId } from '../../values/ids.ts'
import type { Interval } from '../../values/interval.ts'
import { kindThen } from '../absences/as-offered.ts'
import type { Booking, BookingState } from '../booking.ts'
import type { BookingViewRow, BookingViewState } from '../booking-view-row.ts'

export interface OwnTime {
  readonly kind: ResourceKind
  readonly interval: Interval
}

/** What was given back, or never was, counts for nothing. A missed booking was used: nobody else could have it. */
const counted: Readonly<Record<BookingState | BookingViewState, boolean>> = {
  ...{ saved: true, received: true, held: true, confirmed: true, 'checked-in': true },
  ...{ completed: true, 'no-show': true, cancelled: false, lapsed: false },
  ...{ asked: true, offered: true, declined: false, unanswered: false },
  ...{ 'to-pay': true, 'not-paid': false },
  ...{ refused: false, 'ask-again': false, expired: false },
}

/** What of a booking counts against a limit. */
export type CountedBooking = Pick<Booking, 'siteId' | 'resourceId' | 'interval'> & {
  readonly state: BookingState | BookingViewState
}

/** Limits are those of one location, and count what is booked there. Leave out what is about to move, or it counts twice. */
export function ownTimesOf(
  catalogue: Catalogue,
  bookings: readonly CountedBooking[],
): readonly OwnTime[] {
  return ownTimesAt(catalogue)(bookings)
}

const ownTimesAt = derived((catalogue: Catalogue) =>
  derived((bookings: readonly CountedBooking[]) =>
    timesOf(
      catalogue,
      bookings.filter((booking) => counted[booking.state]),
      (booking) => booking.interval,
    ),
  ),
)

/** The same as the device knows it. A booking whose cancellation is on its way is given back before anything later is settled. */
export function ownTimesOfRows(
  catalogue: Catalogue,
  rows: readonly BookingViewRow[],
): readonly OwnTime[] {
  return timesOf(
    catalogue,
    rows.filter((row) => counted[row.state] && row.wish !== 'cancel'),
    ({ startsAt, endsAt }) => ({ startsAt, endsAt }),
  )
}

function timesOf<One extends { readonly siteId: SiteId; readonly resourceId: ResourceId }>(
  catalogue: Catalogue,
  all: readonly One[],
  intervalOf: (one: One) => Interval,
): readonly OwnTime[] {
  return all.flatMap((one) => {
    const place = one.siteId === catalogue.site.id ? findResource(catalogue, one.resourceId) : null
    if (place === null) return []
    const interval = intervalOf(one)
    return [{ kind: kindThen(catalogue.zone, place, interval), interval }]
  })
}
