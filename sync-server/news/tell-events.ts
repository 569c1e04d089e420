/** From what a settlement wrote of events to who is told of it, and when those who come will be reminded. */
import type { CommunityEvent } from '../../domain/community/events/event.ts'
import type { Told } from '../../domain/news/news-of-bookings.ts'
import { newsOfEvents } from '../../domain/news/news-of-events.ts'
import { must } from '../../domain/values/assert.ts'
import type { Instant } from '../../domain/values/instant.ts'
import type { Job } from '../jobs/job.ts'
import type { Facts } from '../settlement/kept-facts.ts'
import type { Act } from '../settlement/write-facts.ts'
import { rsvpsOf } from '../storage/load-happenings.ts'
import type { Reader } from '../storage/storage.ts'
import { eventReminderJobs } from './remind-of-events.ts'

interface SavedEvent {
  readonly event: CommunityEvent
  readonly before: CommunityEvent | null
}

export async function ofEvents(reader: Reader, acts: readonly Act[]): Promise<readonly Told[]> {
  const saved = savedIn(acts)
  const answers = acts.flatMap(({ actor, fact }) =>
    fact.kind === 'rsvp' ? [{ actor, rsvp: fact.rsvp, siteId: fact.siteId }] : [],
  )
  const changed = saved.filter(({ before }) => before !== null).map(({ event }) => event.id)
  const rsvps = changed.length === 0 ? [] : await rsvpsOf(reader, changed)
  const changes = saved.map((one) => ({
    ...one,
    rsvps: rsvps.filter(({ eventId }) => eventId === one.event.id),
  }))
  const words = acts.flatMap(({ fact }) => (fact.kind === 'event-told' ? [fact] : []))
  return newsOfEvents(changes, answers, words)
}

export async function eventRemindersOf(
  facts: Facts,
  acts: readonly Act[],
  now: Instant,
): Promise<readonly Job[]> {
  const jobs: Job[] = []
  for (const { event, before } of savedIn(acts)) {
    if (before !== null && before.startsAt === event.startsAt) continue
    const { zone } = must(await facts.catalogue(event.siteId), 'every event has its location')
    jobs.push(...eventReminderJobs(event, zone, now))
  }
  return jobs
}

function savedIn(acts: readonly Act[]): readonly SavedEvent[] {
  return acts.flatMap(({ fact }) => (fact.kind === 'event' ? [fact] : []))
}
