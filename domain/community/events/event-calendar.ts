/** An event in the own calendar of somebody who comes, waits, or does not any more. */
import { type CalendarEvent, calendarOf } from '../../bookings/calendar/calendar-event.ts'
import type { Site } from '../../sites/site.ts'
import type { Instant } from '../../values/instant.ts'
import { formatMinute } from '../../values/zone.ts'
import type { CommunityEvent } from './event.ts'
import type { RsvpState } from './rsvp.ts'

export interface EventEntry {
  readonly event: CommunityEvent
  readonly state: RsvpState
  /** Of the place that it is at; empty where words alone say where. */
  readonly placeName: string
  readonly site: Pick<Site, 'name' | 'address' | 'zone'>
}

export function eventCalendar(
  entry: EventEntry,
  { url, now }: { readonly url: string; readonly now: Instant },
): string {
  return calendarOf([eventEntry(entry, url)], { name: entry.site.name, now })
}

export function eventEntry(
  { event, state, placeName, site }: EventEntry,
  url: string,
): CalendarEvent {
  const { id, title, text, where, date, startMinute, endMinute, startsAt, endsAt, revision } = event
  const agreed = `${date} ${formatMinute(startMinute)}–${formatMinute(endMinute)} (${site.zone})`
  const places = [placeName, where, site.name, site.address].filter((part) => part !== '')
  return {
    ...{ uid: id, sequence: revision, interval: { startsAt, endsAt }, url, summary: title },
    location: places.join(', '),
    description: [agreed, ...(text === '' ? [] : [text])].join('\n'),
    status: statusOf(event, state),
  }
}

function statusOf({ isCalledOff }: CommunityEvent, state: RsvpState): CalendarEvent['status'] {
  if (isCalledOff || state === 'out') return 'CANCELLED'
  return state === 'waiting' ? 'TENTATIVE' : 'CONFIRMED'
}
