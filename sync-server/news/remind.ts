/** Reminders are jobs that are written with the booking and look at it again when they are due: whatever it has become, the rule alone says if one goes out. */
import type { Booking } from '../../domain/bookings/booking.ts'
import type { Lead } from '../../domain/news/news.ts'
import { dueReminder, reminderChoiceOf, remindersOf } from '../../domain/news/reminders.ts'
import type { Instant } from '../../domain/values/instant.ts'
import type { ZoneTable } from '../../domain/values/zone.ts'
import type { Job } from '../jobs/job.ts'
import type { JobHandler } from '../jobs/job-runner.ts'
import { loadActor } from '../settlement/load-actor.ts'
import { findBooking } from '../storage/load-bookings.ts'
import { loadCatalogue } from '../storage/load-catalogue.ts'
import type { Storage } from '../storage/storage.ts'
import { writeNews } from './write-news.ts'

const REMIND = 'booking.remind'

interface Due {
  readonly bookingId: string
  readonly startsAt: Instant
  readonly lead: Lead
}

/** The same start and lead, the same job: what is moved away and back again reminds once. */
export function reminderJobs(booking: Booking, zone: ZoneTable, now: Instant): readonly Job[] {
  const { startsAt } = booking.interval
  return remindersOf(booking, zone, now).map(({ lead, at }) => ({
    key: `${REMIND}:${booking.id}:${startsAt}:${lead}`,
    kind: REMIND,
    runAt: at,
    body: { bookingId: booking.id, startsAt, lead } satisfies Due,
  }))
}

export function makeRemind(storage: Storage): readonly [string, JobHandler] {
  return [
    REMIND,
    async (body, now) => {
      const due = body as Due // written above
      await storage.transaction(async (tx) => {
        const booking = await findBooking(tx, due.bookingId)
        if (booking === null) return
        const member = await loadActor(tx, booking.memberId)
        const site = await loadCatalogue(tx, booking.siteId)
        if (member === null || site === null) return
        const choice = reminderChoiceOf(member.news, site.site.news)
        const news = dueReminder(booking, due, choice, now)
        if (news !== null) await writeNews(tx, [{ member, site, news }], now)
      })
    },
  ]
}
