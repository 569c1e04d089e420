/** What happens at a location as the team reads it, with names. */
import { type Accessor, createMemo } from 'solid-js'
import { formatDocumentName } from '../../../domain/access/document-name.ts'
import {
  type Announcement,
  type EarlierWords,
  isOver,
  newestFirst,
} from '../../../domain/community/events/announcement.ts'
import {
  type Attendee,
  readAnnouncement,
  readAttendee,
  readCount,
  readEarlierWords,
  readEvent,
  type ToldEvent,
} from '../../../domain/community/events/happening-sections.ts'
import type { AnnouncementId, EventId, SiteId } from '../../../domain/values/ids.ts'
import type { Space } from '../../app/with-space.tsx'
import { createRecords } from '../../store/records.ts'

/** Those that are ahead first, then those of late; undefined until the first read. */
export function createAllEvents(space: () => Space): Accessor<readonly ToldEvent[] | undefined> {
  const records = createRecords(() => told(siteOf(space)), 'events', readEvent)
  return createMemo(() => {
    const all = records()
    if (all === undefined) return undefined
    const byTime = [...all.all.values()].sort((a, b) => a.startsAt - b.startsAt)
    const ahead = byTime.filter(({ endsAt }) => endsAt > space().now)
    return [...ahead, ...byTime.filter((one) => !ahead.includes(one)).reverse()]
  })
}

/** In the order in which they asked. */
export function createAttendees(space: () => Space): (eventId: EventId) => readonly Attendee[] {
  const records = createRecords(() => seen(siteOf(space)), 'coming', readAttendee)
  return (eventId) =>
    [...(records()?.all.values() ?? [])]
      .filter((one) => one.eventId === eventId)
      .sort((a, b) => a.askedAt - b.askedAt || a.order - b.order)
}

/** Those that are not over, the newest first. */
export function createAllAnnouncements(
  space: () => Space,
): Accessor<readonly Announcement[] | undefined> {
  const records = createRecords(() => told(siteOf(space)), 'announcements', readAnnouncement)
  return () => {
    const all = records()
    if (all === undefined) return undefined
    return [...all.all.values()].filter((one) => !isOver(one, space().today)).sort(newestFirst)
  }
}

export function createReads(space: () => Space): (id: string) => number {
  const records = createRecords(() => seen(siteOf(space)), 'reads', readCount)
  return (id) => records()?.all.get(id) ?? 0
}

/** What one of them said before, the latest first. */
export function createEarlierWords(
  space: () => Space,
): (id: AnnouncementId) => readonly EarlierWords[] {
  const records = createRecords(() => seen(siteOf(space)), 'earlier', readEarlierWords)
  return (id) =>
    [...(records()?.all.values() ?? [])]
      .filter(({ announcementId }) => announcementId === id)
      .sort((a, b) => b.revision - a.revision)
}

function siteOf(space: () => Space): SiteId {
  return space().catalogue.site.id
}

function told(siteId: SiteId): string {
  return formatDocumentName({ kind: 'happenings', siteId })
}

function seen(siteId: SiteId): string {
  return formatDocumentName({ kind: 'attendees', siteId })
}
