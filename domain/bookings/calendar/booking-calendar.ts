/** Bookings as an iCalendar text: for one file or for a whole feed. */
import type { Instant } from '../../values/instant.ts'
import { formatMinute } from '../../values/zone.ts'
import type { Booking } from '../booking.ts'
import { type CalendarEvent, calendarOf } from './calendar-event.ts'

export interface CalendarEntry {
  readonly booking: Booking
  /** "Desk 14". */
  readonly placeName: string
  readonly siteName: string
  readonly address: string
}

export interface CalendarAbout {
  /** What the calendar is called in the reader's list. */
  readonly name: string
  /** Where a booking can be looked at. */
  readonly url: string
  readonly now: Instant
}

export function bookingCalendar(entries: readonly CalendarEntry[], about: CalendarAbout): string {
  return calendarOf(
    entries.map((entry) => bookingEvent(entry, about.url)),
    about,
  )
}

export function bookingEvent(entry: CalendarEntry, url: string): CalendarEvent {
  const { booking, placeName, siteName, address } = entry
  const { start, end, zone } = booking.wall
  const agreed = `${start.date} ${formatMinute(start.minute)}–${formatMinute(end.minute)} (${zone})`
  const note = booking.note === '' ? [] : [booking.note]
  return {
    ...{ uid: booking.id, sequence: booking.revision, interval: booking.interval, url },
    summary: `${placeName}, ${siteName}`,
    location: `${siteName}, ${address}`,
    description: [agreed, ...note].join('\n'),
    status: statusOf(booking),
  }
}

function statusOf({ state }: Booking): CalendarEvent['status'] {
  switch (state) {
    case 'held':
      return 'TENTATIVE'
    case 'cancelled':
    case 'declined':
    case 'lapsed':
      return 'CANCELLED'
    case 'confirmed':
    case 'checked-in':
    case 'completed':
    case 'no-show':
      return 'CONFIRMED'
  }
}
