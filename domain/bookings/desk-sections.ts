/** `desk/<site>/<day>` as sections: `arrivals` by booking id, with names. Staff alone may read it. */
import type { BookingId, ResourceId } from '../values/ids.ts'
import type { LocalDate } from '../values/local-date.ts'
import type { Entry, Sections } from '../values/sections.ts'
import { formatMinute } from '../values/zone.ts'
import { type ArrivalTimes, arrivalTimes } from './arrival/arrival-times.ts'
import type { Booking, BookingState } from './booking.ts'
import { type ExpectedGuest, expected } from './guests/guest.ts'
import { toJson } from './member-sections.ts'
import { isToPay } from './prepaid/payment-hold.ts'

export interface Arrival {
  readonly bookingId: BookingId
  readonly resourceId: ResourceId
  readonly unit: number
  readonly memberName: string
  readonly people: number
  readonly guests: readonly ExpectedGuest[]
  readonly startText: string
  readonly endText: string
  readonly startsAt: number
  readonly endsAt: number
  readonly state: BookingState
  /** It is held until it is paid; left out of any other. */
  readonly isToPay?: true
  /** When they can be checked in, and until when they must be; null where nobody checks in. */
  readonly checkIn: ArrivalTimes | null
  /** One date of a series: whoever is at the desk knows that they come again. */
  readonly isRecurring: boolean
  /** Under which terms it is cancelled; null where an older app kept it without them. */
  readonly terms: ArrivalTerms | null
}

export type ArrivalTerms = Pick<Booking, 'price' | 'extras' | 'owed' | 'policy' | 'settledAt'>

export function toArrival(booking: Booking, memberName: string): Arrival {
  return {
    bookingId: booking.id,
    resourceId: booking.resourceId,
    unit: booking.unit,
    memberName,
    people: booking.people,
    guests: booking.guests.map(expected),
    startText: formatMinute(booking.wall.start.minute),
    endText: formatMinute(booking.wall.end.minute),
    startsAt: booking.interval.startsAt,
    endsAt: booking.interval.endsAt,
    state: booking.state,
    ...(isToPay(booking) ? { isToPay: true as const } : {}),
    checkIn: arrivalTimes(booking),
    isRecurring: booking.series !== null,
    terms: termsOf(booking),
  }
}

function termsOf({ price, extras, owed, policy, settledAt }: Booking): ArrivalTerms {
  return { price, extras, owed, policy, settledAt }
}

/** True when the booking touches that local day. */
export function isOnDay(booking: Booking, date: LocalDate): boolean {
  const { start, end } = booking.wall
  return start.date <= date && (end.date > date || (end.date === date && end.minute > 0))
}

/** What one arrival adds to its day. */
export function deskEntry(arrival: Arrival): Entry {
  return { section: 'arrivals', key: arrival.bookingId, value: toJson(arrival), keeps: 'last' }
}

export function deskSections(arrivals: readonly Arrival[]): Sections {
  return { arrivals: Object.fromEntries(arrivals.map((one) => [one.bookingId, toJson(one)])) }
}

export function readDesk(sections: Sections): readonly Arrival[] {
  const arrivals = Object.values(sections['arrivals'] ?? {}) as unknown as Arrival[] // written by the server
  return [...arrivals].sort(
    (a, b) => a.startsAt - b.startsAt || (a.resourceId < b.resourceId ? -1 : 1),
  )
}
