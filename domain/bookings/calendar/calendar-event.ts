/** What stands in somebody's own calendar: bookings and events alike, as iCalendar (RFC 5545). The same UID is the same thing (D-59). */
import type { Instant } from '../../values/instant.ts'
import type { Interval } from '../../values/interval.ts'
import { escapeText, formatInstant, toCalendarText } from './calendar-text.ts'

export interface CalendarEvent {
  readonly uid: string
  /** Rises with each change. */
  readonly sequence: number
  readonly interval: Interval
  readonly summary: string
  readonly location: string
  readonly description: string
  /** Where it can be looked at. */
  readonly url: string
  readonly status: 'TENTATIVE' | 'CONFIRMED' | 'CANCELLED'
}

/**
 * CRLF-ended text of type `text/calendar; charset=utf-8`. Without a METHOD it is what stands now (RFC 5545, 3.7.2): a published one would
 * have to name an organizer in each event (RFC 5546, 3.2.1), and the type it is sent as to say so.
 */
export function calendarOf(
  events: readonly CalendarEvent[],
  /** What the calendar is called in the reader's list. */
  { name, now }: { readonly name: string; readonly now: Instant },
): string {
  return toCalendarText([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Member portal//Bookings//EN',
    `X-WR-CALNAME:${escapeText(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT15M',
    ...events.flatMap((event) => linesOf(event, now)),
    'END:VCALENDAR',
  ])
}

function linesOf(event: CalendarEvent, now: Instant): readonly string[] {
  const { uid, sequence, interval, summary, location, description, url, status } = event
  return [
    'BEGIN:VEVENT',
    `UID:${uid}@portal`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${formatInstant(now)}`,
    `DTSTART:${formatInstant(interval.startsAt)}`,
    `DTEND:${formatInstant(interval.endsAt)}`,
    `SUMMARY:${escapeText(summary)}`,
    `LOCATION:${escapeText(location)}`,
    `DESCRIPTION:${escapeText(description)}`,
    `URL:${url}`,
    `STATUS:${status}`,
    'END:VEVENT',
  ]
}
