/**
 * When somebody is reminded of a booking (D-58). The times follow from the booking as it stands; at each of them it is looked at again, so that
 * what was moved, cancelled or begun meanwhile reminds of nothing.
 */
import type { Booking } from '../bookings/booking.ts'
import type { NewsChoice } from '../memberships/news-choice.ts'
import type { NewsSettings, ReminderChoice } from '../sites/news-settings.ts'
import { HOUR_MS, type Instant, toInstant } from '../values/instant.ts'
import { addDays } from '../values/local-date.ts'
import { instantOf, type ZoneTable } from '../values/zone.ts'
import type { Lead, News } from './news.ts'

export interface Reminder {
  readonly lead: Lead
  readonly at: Instant
}

/** Those that are still ahead: who books forty minutes before needs neither. */
export function remindersOf(booking: Booking, zone: ZoneTable, now: Instant): readonly Reminder[] {
  if (booking.state !== 'confirmed') return []
  const { startsAt } = booking.interval
  const { date, minute } = booking.wall.start
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

/** What a member has chosen, or what their location does for who has not. */
export function reminderChoiceOf(
  { reminders }: Pick<NewsChoice, 'reminders'>,
  settings: NewsSettings,
): ReminderChoice {
  return reminders ?? settings.reminders
}
