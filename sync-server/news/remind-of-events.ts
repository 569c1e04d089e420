/** Reminders of events: one job an event and lead, which asks who comes when it is due, so that who comes late is reminded and who stays away is not. */
import type { CommunityEvent } from '../../domain/community/events/event.ts'
import type { Lead } from '../../domain/news/news.ts'
import { dueEventReminder, remindersOfEvent } from '../../domain/news/reminders.ts'
import type { Instant } from '../../domain/values/instant.ts'
import type { ZoneTable } from '../../domain/values/zone.ts'
import type { Job } from '../jobs/job.ts'
import type { JobHandler } from '../jobs/job-runner.ts'
import { loadActors } from '../settlement/load-actor.ts'
import { loadCatalogue } from '../storage/load-catalogue.ts'
import { findEvent, rsvpsOf } from '../storage/load-happenings.ts'
import type { Storage } from '../storage/storage.ts'
import { writeNews } from './write-news.ts'

const REMIND = 'event.remind'

interface Due {
  readonly eventId: string
  readonly startsAt: Instant
  readonly lead: Lead
}

export function eventReminderJobs(
  event: CommunityEvent,
  zone: ZoneTable,
  now: Instant,
): readonly Job[] {
  const { id: eventId, startsAt } = event
  return remindersOfEvent(event, zone, now).map(({ lead, at }) => ({
    key: `${REMIND}:${eventId}:${startsAt}:${lead}`,
    kind: REMIND,
    runAt: at,
    body: { eventId, startsAt, lead } satisfies Due,
  }))
}

export function makeRemindOfEvents(storage: Storage): readonly [string, JobHandler] {
  return [
    REMIND,
    async (body, now) => {
      const due = body as Due // written above
      await storage.transaction(async (tx) => {
        const event = await findEvent(tx, due.eventId)
        const site = event === null ? null : await loadCatalogue(tx, event.siteId)
        if (event === null || site === null) return
        const coming = (await rsvpsOf(tx, [event.id])).filter(({ state }) => state === 'going')
        const members = await loadActors(
          tx,
          coming.map(({ memberId }) => memberId),
        )
        const tellings = [...members.values()].flatMap((member) => {
          const news = dueEventReminder(event, due, member.news, now)
          return news === null ? [] : [{ member, site, news }]
        })
        await writeNews(tx, tellings, now)
      })
    },
  ]
}
