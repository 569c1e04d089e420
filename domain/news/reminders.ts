/**
 * When somebody is reminded of a booking or an event (D-58, C-04). The times follow from it as it stands; at each of them it is looked at again, so that
 * what was moved, cancelled or begun meanwhile reminds of nothing.
 */
import type { Booking } from '../bookings/booking.ts'
import type { CommunityEvent } from '../community/events/event.ts'
import type { NewsChoice } from '../memberships/news-choice.ts'
import type { NewsSettings, ReminderChoice } from '../sites/news-settings.ts'
import { HOUR_MS, type Instant, toInstant } from '../values/instant.ts'
import { addDays } from '../values/local-date.ts'
import { instantOf, type WallTime, type ZoneTable } from '../values/zone.ts'
import type { Lead, News } from './news.ts'

export interface Reminder {
  readonly lead: Lead
  readonly at: Instant
}

export function remindersOf(booking: Booking, zone: ZoneTable, now: Instant): readonly Reminder[] {
  if (booking.state !== 'confirmed') return []
  return remindersAt(booking.interval.startsAt, booking.wall.start, zone, now)
}

/** Of everybody who comes to it. */
export function remindersOfEvent(
  { startsAt, date, startMinute: minute, isCalledOff }: CommunityEvent,
  zone: ZoneTable,
  now: Instant,
): readonly Reminder[] {
  return isCalledOff ? [] : remindersAt(startsAt, { date, minute }, zone, now)
}

/** Those that are still ahead: who books forty minutes before needs neither. */
function remindersAt(
  startsAt: Instant,
  { date, minute }: Pick<WallTime, 'date' | 'minute'>,
  zone: ZoneTable,
  now: Instant,
): readonly Reminder[] {
  const all: readonly Reminder[] = [
    // The same time by the clock on the wall, whatever the clocks did that night.
    { lead: 'day', at: instantOf(zone, { date: addDays(date, -1), minute }) },
    { lead: 'hour', at: toInstant(startsAt - HOUR_MS) },
  ]
  return all.filter(({ at }) => at > now)
}

/** What a reminder that is due says; null where there is nothing to remind of any more, or nobody who wants it. */
export function dueReminder(
  booking: Booking,
  { lead, startsAt }: { readonly lead: Lead; readonly startsAt: Instant },
  choice: ReminderChoice,
  now: Instant,
): News | null {
  const stands = booking.state === 'confirmed' && booking.interval.startsAt === startsAt
  if (!stands || startsAt <= now || !(choice === 'both' || choice === lead)) return null
  return { kind: 'reminder', bookingId: booking.id, startsAt, lead }
}

/** Whether an event that is due still is what the reminder was written for, and a member wants it: both, unless they chose otherwise (C-04). */
export function dueEventReminder(
  { id: eventId, startsAt, isCalledOff }: CommunityEvent,
  due: { readonly lead: Lead; readonly startsAt: Instant },
  { reminders }: Pick<NewsChoice, 'reminders'>,
  now: Instant,
): News | null {
  const stands = !isCalledOff && startsAt === due.startsAt && startsAt > now
  const choice = reminders ?? 'both'
  if (!stands || !(choice === 'both' || choice === due.lead)) return null
  return { kind: 'event-reminder', eventId, startsAt, lead: due.lead }
}

/** What a member has chosen, or what their location does for who has not. */
export function reminderChoiceOf(
  { reminders }: Pick<NewsChoice, 'reminders'>,
  settings: NewsSettings,
): ReminderChoice {
  return reminders ?? settings.reminders
}
