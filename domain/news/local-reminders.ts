/**
 * Reminders that a device gives by itself while it does not reach the space (N-11), of the bookings that it holds. They are those that the space
 * would give, by the same functions and under the same key, so that a device which hears of one both ways shows it once.
 */
import type { Booking } from '../bookings/booking.ts'
import { isWanted, type NewsChoice } from '../memberships/news-choice.ts'
import type { Catalogue } from '../sites/catalogue.ts'
import type { SiteId } from '../values/ids.ts'
import type { Instant } from '../values/instant.ts'
import { newsKey } from './news-key.ts'
import { dueReminder, reminderChoiceOf, remindersOf } from './reminders.ts'

export interface LocalReminder {
  readonly key: string
  readonly booking: Booking
}

/** Those that became due since somebody looked; of a booking the last one alone. */
export function localReminders(
  bookings: readonly Booking[],
  catalogueOf: (siteId: SiteId) => Catalogue | null,
  choice: NewsChoice,
  { lookedAt, now }: { readonly lookedAt: Instant; readonly now: Instant },
): readonly LocalReminder[] {
  if (!isWanted(choice, 'reminders', 'push')) return []
  return bookings.flatMap((booking) => {
    const catalogue = catalogueOf(booking.siteId)
    if (catalogue === null) return []
    const wanted = reminderChoiceOf(choice, catalogue.site.news)
    const { startsAt } = booking.interval
    const due = remindersOf(booking, catalogue.zone, lookedAt)
      .filter(({ at }) => at <= now)
      .flatMap(({ lead }) => dueReminder(booking, { lead, startsAt }, wanted, now) ?? [])
      .at(-1)
    return due === undefined ? [] : [{ key: newsKey(due), booking }]
  })
}
