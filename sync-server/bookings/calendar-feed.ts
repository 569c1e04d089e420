/**
 * A member's calendar feed: one secret address, shown once and kept hashed. Making a new one ends the old one. It tells the member's own
 * bookings, the events they come to, and nothing else, so that what is pasted into another calendar opens no documents.
 */
import { randomBytes } from 'node:crypto'
import {
  bookingEvent,
  type CalendarEntry,
} from '../../domain/bookings/calendar/booking-calendar.ts'
import { type CalendarEvent, calendarOf } from '../../domain/bookings/calendar/calendar-event.ts'
import { eventEntry } from '../../domain/community/events/event-calendar.ts'
import { DAY_MS, type Instant } from '../../domain/values/instant.ts'
import { hashToken } from '../auth/hash-tokens.ts'
import { bookingsOfMembers } from '../storage/load-bookings.ts'
import { loadSite } from '../storage/load-catalogue.ts'
import { findEvent, rsvpsOfMembers } from '../storage/load-happenings.ts'
import type { Reader, Storage } from '../storage/storage.ts'

/** 256 bits. */
const KEY_BYTES = 32
/** What is over stays this long, and what was cancelled with it: at least thirty days (D-59). */
const TOLD_MS = 90 * DAY_MS
/** More is no calendar of a person; the latest are told. */
const ENTRIES_MAX = 1_000

/** The one time that the key is told. */
export async function makeFeed(storage: Storage, memberId: string, now: Instant): Promise<string> {
  const key = randomBytes(KEY_BYTES).toString('base64url')
  const row = { member_id: memberId, hash: hashToken(key), made_at: now }
  await storage.transaction(async (tx) => {
    await tx.deleteFrom('calendar_feed').where('member_id', '=', memberId).execute()
    await tx.insertInto('calendar_feed').values(row).execute()
  })
  return key
}

export async function endFeed(storage: Storage, memberId: string): Promise<void> {
  await storage.transaction((tx) =>
    tx.deleteFrom('calendar_feed').where('member_id', '=', memberId).execute(),
  )
}

/** When the feed was made, or null where there is none. */
export async function feedMadeAt(reader: Reader, memberId: string): Promise<number | null> {
  const row = await reader
    .selectFrom('calendar_feed')
    .select('made_at')
    .where('member_id', '=', memberId)
    .executeTakeFirst()
  return row?.made_at ?? null
}

/** The calendar behind a key, or null where no feed has it. */
export async function readFeed(
  reader: Reader,
  key: string,
  about: { readonly url: string; readonly now: Instant },
): Promise<string | null> {
  const feed = await reader
    .selectFrom('calendar_feed')
    .select('member_id')
    .where('hash', '=', hashToken(key))
    .executeTakeFirst()
  if (feed === undefined) return null
  const entries = await entriesOf(reader, feed.member_id, about.now)
  const [site] = entries
  const bookings = entries.map((entry) => bookingEvent(entry, `${about.url}/bookings`))
  const events = await eventsOf(reader, feed.member_id, about)
  return calendarOf([...bookings, ...events], { ...about, name: site?.siteName ?? 'Bookings' })
}

/** What they come to or wait for, and what they said they would. */
async function eventsOf(
  reader: Reader,
  memberId: string,
  { url, now }: { readonly url: string; readonly now: Instant },
): Promise<readonly CalendarEvent[]> {
  const rsvps = await rsvpsOfMembers(reader, [memberId], now)
  const entries: CalendarEvent[] = []
  for (const { eventId, state } of rsvps.slice(-ENTRIES_MAX)) {
    const event = await findEvent(reader, eventId)
    const site = event === null ? null : await loadSite(reader, event.siteId)
    if (event === null || site === null) continue
    const ids = event.resourceId === null ? [] : [event.resourceId]
    const place = (await bodiesOf(reader, 'resource', ids)).get(ids[0] ?? '')
    const entry = { event, state, placeName: place?.name ?? '', site }
    entries.push(eventEntry(entry, `${url}/community`))
  }
  return entries
}

async function entriesOf(
  reader: Reader,
  memberId: string,
  now: Instant,
): Promise<readonly CalendarEntry[]> {
  const told = await bookingsOfMembers(reader, [memberId], now - TOLD_MS)
  const bookings = (told.get(memberId) ?? [])
    .toSorted((a, b) => a.interval.startsAt - b.interval.startsAt)
    .slice(-ENTRIES_MAX)
  const places = await bodiesOf(reader, 'resource', [...new Set(bookings.map((b) => b.resourceId))])
  const sites = await bodiesOf(reader, 'site', [...new Set(bookings.map((b) => b.siteId))])
  return bookings.map((booking) => {
    const site = sites.get(booking.siteId)
    return {
      booking,
      placeName: places.get(booking.resourceId)?.name ?? '',
      siteName: site?.name ?? '',
      address: site?.address ?? '',
    }
  })
}

interface Named {
  readonly name: string
  readonly address: string
}

async function bodiesOf(
  reader: Reader,
  table: 'resource' | 'site',
  ids: readonly string[],
): Promise<ReadonlyMap<string, Named>> {
  if (ids.length === 0) return new Map()
  const rows = await reader
    .selectFrom(table)
    .select(['id', 'body'])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.id, JSON.parse(row.body) as Named])) // written by us alone
}
