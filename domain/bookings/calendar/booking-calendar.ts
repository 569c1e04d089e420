/** Bookings as an iCalendar text: for one file or for a whole feed. */
import type { Instant } from '../../values/instant.ts'
import { formatMinute } from '../../values/zone.ts'
import type { Booking } from '../booking.ts'
import { escapeText, formatInstant, toCalendarText } from './calendar-text.ts'

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

/** CRLF-ended text of type `text/calendar; charset=utf-8`. */
export function bookingCalendar(entries: readonly CalendarEntry[], about: CalendarAbout): string {
  return toCalendarText([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Member portal//Bookings//EN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(about.name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT15M',
    ...entries.flatMap((entry) => eventOf(entry, about)),
    'END:VCALENDAR',
  ])
}

function eventOf(entry: CalendarEntry, { url, now }: CalendarAbout): readonly string[] {
  const { booking, placeName, siteName, address } = entry
  const { start, end, zone } = booking.wall
  const agreed = `${start.date} ${formatMinute(start.minute)}–${formatMinute(end.minute)} (${zone})`
  const note = booking.note === '' ? [] : [booking.note]
  return [
    'BEGIN:VEVENT',
    `UID:${booking.id}@portal`,
    `SEQUENCE:${booking.revision}`,
    `DTSTAMP:${formatInstant(now)}`,
    `DTSTART:${formatInstant(booking.interval.startsAt)}`,
    `DTEND:${formatInstant(booking.interval.endsAt)}`,
    `SUMMARY:${escapeText(`${placeName}, ${siteName}`)}`,
    `LOCATION:${escapeText(`${siteName}, ${address}`)}`,
    `DESCRIPTION:${escapeText([agreed, ...note].join('\n'))}`,
    `URL:${url}`,
    `STATUS:${statusOf(booking)}`,
    'END:VEVENT',
  ]
}

function statusOf({ state }: Booking): string {
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
