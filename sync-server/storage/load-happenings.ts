/** Reads of events and announcements. Bodies are what we wrote ourselves, so they are believed. */
import { type DoorCode, isDoorCode } from '../../domain/community/door/door-code.ts'
import type { Entry } from '../../domain/community/door/entry.ts'
import type { Announcement, EarlierWords } from '../../domain/community/events/announcement.ts'
import type { CommunityEvent } from '../../domain/community/events/event.ts'
import type { Happenings } from '../../domain/community/events/happening-sections.ts'
import type { Rsvp } from '../../domain/community/events/rsvp.ts'
import { must } from '../../domain/values/assert.ts'
import { type MemberId, toId } from '../../domain/values/ids.ts'
import { DAY_MS, type Instant } from '../../domain/values/instant.ts'
import { limits } from '../../domain/values/limits.ts'
import { inParts } from './in-parts.ts'
import { parseKept } from './parse-kept.ts'
import type { Reader } from './storage.ts'

export async function findEvent(reader: Reader, id: string): Promise<CommunityEvent | null> {
  const found = reader.selectFrom('event').select('body').where('id', '=', id)
  const row = await found.executeTakeFirst()
  return row === undefined ? null : parseKept<CommunityEvent>(row.body)
}

export async function eventsOf(
  reader: Reader,
  ids: readonly string[],
): Promise<readonly CommunityEvent[]> {
  const events: CommunityEvent[] = []
  for (const part of inParts(ids)) {
    const rows = reader.selectFrom('event').select('body').where('id', 'in', part).orderBy('id')
    events.push(...(await rows.execute()).map(({ body }) => parseKept<CommunityEvent>(body)))
  }
  return events
}

/** Everybody's word about some events, in one order. */
export async function rsvpsOf(
  reader: Reader,
  eventIds: readonly string[],
): Promise<readonly Rsvp[]> {
  const rsvps: Rsvp[] = []
  for (const part of inParts(eventIds)) {
    const rows = await reader
      .selectFrom('rsvp')
      .select('body')
      .where('event_id', 'in', part)
      .orderBy('event_id')
      .orderBy('member_id')
      .execute()
    rsvps.push(...rows.map(({ body }) => parseKept<Rsvp>(body)))
  }
  return rsvps
}

/** Codes for the doors of some events, by member. */
export async function codesOf(
  reader: Reader,
  eventIds: readonly string[],
): Promise<(rsvp: Pick<Rsvp, 'eventId' | 'memberId'>) => DoorCode> {
  const codes = new Map<string, DoorCode>()
  for (const part of inParts(eventIds)) {
    const rows = reader
      .selectFrom('rsvp')
      .select(['event_id', 'member_id', 'code'])
      .where('event_id', 'in', part)
    for (const { event_id, member_id, code } of await rows.execute()) {
      if (isDoorCode(code)) codes.set(`${event_id}/${member_id}`, code)
    }
  }
  return ({ eventId, memberId }) => must(codes.get(`${eventId}/${memberId}`), 'each has a code')
}

/** Who came in to some events, as the space heard of it. */
export async function entriesOf(
  reader: Reader,
  eventIds: readonly string[],
): Promise<readonly Entry[]> {
  const entries: Entry[] = []
  for (const part of inParts(eventIds)) {
    const rows = reader.selectFrom('entry').select('body').where('event_id', 'in', part)
    entries.push(...(await rows.execute()).map(({ body }) => parseKept<Entry>(body)))
  }
  return entries.toSorted((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
}

/** Whoever has a place at what is not over: they carry a pass for its door. */
export async function membersWithPasses(
  reader: Reader,
  of: { readonly column: 'event.site_id' | 'event.id'; readonly id: string },
  now: Instant,
): Promise<readonly MemberId[]> {
  const rows = await reader
    .selectFrom('rsvp')
    .innerJoin('event', 'event.id', 'rsvp.event_id')
    .select('rsvp.member_id')
    .distinct()
    .where(of.column, '=', of.id)
    .where('rsvp.state', '=', 'going')
    .where('event.ends_at', '>', toldSince(now))
    .orderBy('rsvp.member_id')
    .execute()
  return rows.map(({ member_id }) => toId('member', member_id))
}

export async function countEventsAhead(
  reader: Reader,
  siteId: string,
  now: Instant,
): Promise<number> {
  const row = await reader
    .selectFrom('event')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('site_id', '=', siteId)
    .where('ends_at', '>', now)
    .executeTakeFirst()
  return Number(row?.count ?? 0)
}

/** How often those who come to an event were told something since: everybody is told a word as the same news. */
export async function countTellings(
  reader: Reader,
  eventId: string,
  since: number,
): Promise<number> {
  const rows = reader
    .selectFrom('news')
    .select('body')
    .distinct()
    .where('kind', '=', 'event-word')
    .where('key', 'like', `event-word:${eventId}:%`)
    .where('made_at', '>', since)
  return (await rows.execute()).length
}

/** Those that were not removed. */
export async function announcementsOfSite(
  reader: Reader,
  siteId: string,
): Promise<readonly Announcement[]> {
  const rows = await reader
    .selectFrom('announcement')
    .select('body')
    .where('site_id', '=', siteId)
    .where('removed_at', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map(({ body }) => parseKept<Announcement>(body))
}

/** What is ahead, and what was lately. */
export async function happeningsOfSite(
  reader: Reader,
  siteId: string,
  now: Instant,
): Promise<Happenings> {
  const since = toldSince(now)
  const rows = await reader
    .selectFrom('event')
    .select('body')
    .where('site_id', '=', siteId)
    .where('ends_at', '>', since)
    .orderBy('starts_at')
    .orderBy('id')
    .execute()
  const events = rows.map(({ body }) => parseKept<CommunityEvent>(body))
  const lastDay = new Date(since).toISOString().slice(0, 10)
  const announcements = await announcementsOfSite(reader, siteId)
  return {
    events,
    rsvps: await rsvpsOf(
      reader,
      events.map(({ id }) => id),
    ),
    announcements: announcements.filter(({ until }) => until === null || until >= lastDay),
  }
}

/** A member's own words about what is told. */
export async function rsvpsOfMembers(
  reader: Reader,
  memberIds: readonly string[],
  now: Instant,
): Promise<readonly Rsvp[]> {
  const rsvps: Rsvp[] = []
  for (const part of inParts(memberIds)) {
    const rows = await reader
      .selectFrom('rsvp')
      .innerJoin('event', 'event.id', 'rsvp.event_id')
      .select('rsvp.body')
      .where('rsvp.member_id', 'in', part)
      .where('event.ends_at', '>', toldSince(now))
      .orderBy('event.id')
      .execute()
    rsvps.push(...rows.map(({ body }) => parseKept<Rsvp>(body)))
  }
  return rsvps
}

/** How many have read each announcement of a location, as it was told last. */
export async function readsOfSite(
  reader: Reader,
  siteId: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await reader
    .selectFrom('announcement_read')
    .innerJoin('announcement', 'announcement.id', 'announcement_read.announcement_id')
    .select(['announcement.id', 'announcement_read.edition'])
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('announcement.site_id', '=', siteId)
    .where('announcement.removed_at', 'is', null)
    .groupBy(['announcement.id', 'announcement_read.edition'])
    .orderBy('announcement.id')
    .execute()
  const known = await announcementsOfSite(reader, siteId)
  const current = new Map(known.map(({ id, edition }): [string, number] => [id, edition]))
  const counted = rows.filter(({ id, edition }) => current.get(id) === edition)
  return new Map(counted.map(({ id, count }) => [id, Number(count)]))
}

/** What the announcements of a location said before, the latest of each. */
export async function earlierWordsOfSite(
  reader: Reader,
  siteId: string,
): Promise<readonly EarlierWords[]> {
  const rows = await reader
    .selectFrom('earlier_words')
    .innerJoin('announcement', 'announcement.id', 'earlier_words.announcement_id')
    .select(['announcement.id', 'earlier_words.body'])
    .where('announcement.site_id', '=', siteId)
    .where('announcement.removed_at', 'is', null)
    .orderBy('announcement.id')
    .orderBy('earlier_words.revision', 'desc')
    .execute()
  const counted = new Map<string, number>()
  const latest = rows.filter(({ id }) => {
    const count = (counted.get(id) ?? 0) + 1
    counted.set(id, count)
    return count <= limits.earlierWordsMax
  })
  return latest.map(({ body }) => parseKept<EarlierWords>(body))
}

/** Some days before the month began: it stands still within one, so that documents do too. */
function toldSince(now: Instant): number {
  const date = new Date(now)
  const month = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1)
  return month - limits.eventDaysBack * DAY_MS
}
