/**
 * What happens at a location, as sections. `happenings/<site>`, for its members: `events` with how many come and never who, `announcements`.
 * `member/<id>`: `rsvps`, the member's own word for each event, with what they show at its door. `attendees/<site>`, for staff alone:
 * `coming` by `<event>/<member>`, with names; `entries` by `<event>/<wish>`, as doors noted them; `keys`, with which passes are checked; and
 * `reads`, how many have read each announcement; `earlier` by `<announcement>/<revision>`, what announcements said before.
 */
import { toJson } from '../../bookings/member-sections.ts'
import { isId } from '../../values/ids.ts'
import type { Json, Sections } from '../../values/sections.ts'
import { type DoorCode, isDoorCode } from '../door/door-code.ts'
import type { Entry } from '../door/entry.ts'
import type { Announcement, EarlierWords } from './announcement.ts'
import type { CommunityEvent } from './event.ts'
import { goingOf, type Rsvp, rsvpStates } from './rsvp.ts'

/** An event as its location's members read it. */
export interface ToldEvent extends CommunityEvent {
  readonly going: number
  readonly waiting: number
}

export interface OwnRsvp extends Pick<Rsvp, 'eventId' | 'people' | 'state'> {
  /** What the member shows at the door; null while they wait for a place. */
  readonly door: OwnDoor | null
}

export interface OwnDoor {
  readonly code: DoorCode
  /** The code with a signature, for cameras; null where the location has signed nothing yet. */
  readonly pass: string | null
}

/** What checks a pass: the key with which the location signs. */
export interface DoorKey {
  readonly id: string
  /** The 32 bytes of an Ed25519 key, in base64url. */
  readonly publicKey: string
}

/** Somebody who comes, as the team reads it. */
export interface Attendee extends Rsvp {
  readonly name: string
  readonly code: DoorCode
}

export interface Happenings {
  readonly events: readonly CommunityEvent[]
  readonly rsvps: readonly Rsvp[]
  readonly announcements: readonly Announcement[]
}

export function happeningSections({ events, rsvps, announcements }: Happenings): Sections {
  const told = (event: CommunityEvent): ToldEvent => {
    const own = rsvps.filter(({ eventId }) => eventId === event.id)
    const waiting = own.filter(({ state }) => state === 'waiting')
    return {
      ...event,
      going: goingOf(own),
      waiting: waiting.reduce((sum, { people }) => sum + people, 0),
    }
  }
  return {
    events: Object.fromEntries(events.map((one) => [one.id, toJson(told(one))])),
    announcements: Object.fromEntries(announcements.map((one) => [one.id, toJson(one)])),
  }
}

export function ownRsvpSections(
  rsvps: readonly Rsvp[],
  doorOf: (rsvp: Rsvp) => OwnDoor | null,
): Sections {
  const own = rsvps.filter(({ state }) => state !== 'out')
  const told = (rsvp: Rsvp): OwnRsvp => {
    const { eventId, people, state } = rsvp
    return { eventId, people, state, door: state === 'going' ? doorOf(rsvp) : null }
  }
  return { rsvps: Object.fromEntries(own.map((one) => [one.eventId, toJson(told(one))])) }
}

export function attendeeSections({
  coming,
  entries,
  doorKey,
  reads,
  earlier,
}: Attendance): Sections {
  const keys = doorKey === null ? [] : [doorKey]
  return {
    coming: Object.fromEntries(
      coming.map((one) => [`${one.eventId}/${one.memberId}`, toJson(one)]),
    ),
    entries: Object.fromEntries(entries.map((one) => [`${one.eventId}/${one.id}`, toJson(one)])),
    keys: Object.fromEntries(keys.map((key) => [key.id, toJson(key)])),
    reads: Object.fromEntries(reads),
    earlier: Object.fromEntries(
      earlier.map((one) => [`${one.announcementId}/${one.revision}`, toJson(one)]),
    ),
  }
}

/** What the team reads: who comes, who came in, and with what a door checks their passes. */
export interface Attendance {
  readonly coming: readonly Attendee[]
  readonly entries: readonly Entry[]
  readonly doorKey: DoorKey | null
  readonly reads: ReadonlyMap<string, number>
  readonly earlier: readonly EarlierWords[]
}

type Row = Readonly<Record<string, unknown>>

export function readEvent(value: Json): ToldEvent | null {
  if (!isRow(value) || !isId('event', value['id'])) return null
  const isTimed = typeof value['startsAt'] === 'number' && typeof value['endsAt'] === 'number'
  const isCounted = typeof value['going'] === 'number' && typeof value['title'] === 'string'
  return isTimed && isCounted ? (value as unknown as ToldEvent) : null // as just checked; the rest is the server's word
}

export function readAnnouncement(value: Json): Announcement | null {
  if (!isRow(value) || !isId('announcement', value['id'])) return null
  const isSaid = typeof value['title'] === 'string' && typeof value['text'] === 'string'
  if (!isSaid || !Array.isArray(value['tierIds'])) return null
  const first = { edition: 1, changedAt: null } // what a device holds may have come before there were editions
  return { ...first, ...(value as unknown as Announcement) } // as just checked
}

export function readOwnRsvp(value: Json): OwnRsvp | null {
  return isRsvp(value) ? (value as unknown as OwnRsvp) : null // as just checked
}

export function readAttendee(value: Json): Attendee | null {
  const isNamed = isRsvp(value) && typeof (value as Row)['name'] === 'string'
  return isNamed ? (value as unknown as Attendee) : null // as just checked
}

export function readEntry(value: Json): Entry | null {
  if (!isRow(value) || !isId('event', value['eventId']) || !isDoorCode(value['code'])) return null
  const isTimed = typeof value['at'] === 'number' && typeof value['people'] === 'number'
  return isTimed ? (value as unknown as Entry) : null // as just checked; the rest is the server's word
}

export function readDoorKey(value: Json): DoorKey | null {
  const isKey = isRow(value) && typeof value['publicKey'] === 'string'
  return isKey ? (value as unknown as DoorKey) : null // as just checked
}

export function readEarlierWords(value: Json): EarlierWords | null {
  if (!isRow(value) || !isId('announcement', value['announcementId'])) return null
  const isSaid = typeof value['title'] === 'string' && typeof value['text'] === 'string'
  const isTimed = typeof value['changedAt'] === 'number' && typeof value['revision'] === 'number'
  return isSaid && isTimed ? (value as unknown as EarlierWords) : null // as just checked
}

export function readCount(value: Json): number | null {
  return typeof value === 'number' ? value : null
}

function isRsvp(value: Json): boolean {
  if (!isRow(value) || !isId('event', value['eventId'])) return false
  const { state, people } = value
  return typeof people === 'number' && typeof state === 'string' && Object.hasOwn(rsvpStates, state)
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
