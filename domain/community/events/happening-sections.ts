/**
 * What happens at a location, as sections. `happenings/<site>`, for its members: `events` with how many come and never who, `announcements`.
 * `member/<id>`: `rsvps`, the member's own word for each event. `attendees/<site>`, for staff alone: `coming` by `<event>/<member>`, with
 * names, and `reads`, how many have read each announcement.
 */
import { toJson } from '../../bookings/member-sections.ts'
import { isId, type MemberId } from '../../values/ids.ts'
import type { Json, Sections } from '../../values/sections.ts'
import type { Announcement } from './announcement.ts'
import type { CommunityEvent } from './event.ts'
import { goingOf, type Rsvp, rsvpStates } from './rsvp.ts'

/** An event as its location's members read it. */
export interface ToldEvent extends CommunityEvent {
  readonly going: number
  readonly waiting: number
}

export type OwnRsvp = Pick<Rsvp, 'eventId' | 'people' | 'state'>

/** Somebody who comes, as the team reads it. */
export interface Attendee extends Rsvp {
  readonly name: string
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

export function ownRsvpSections(rsvps: readonly Rsvp[]): Sections {
  const own = rsvps.filter(({ state }) => state !== 'out')
  return {
    rsvps: Object.fromEntries(
      own.map(({ eventId, people, state }) => [eventId, toJson({ eventId, people, state })]),
    ),
  }
}

export function attendeeSections(
  rsvps: readonly Rsvp[],
  nameOf: (memberId: MemberId) => string,
  reads: ReadonlyMap<string, number>,
): Sections {
  return {
    coming: Object.fromEntries(
      rsvps.map((one) => [
        `${one.eventId}/${one.memberId}`,
        toJson({ ...one, name: nameOf(one.memberId) } satisfies Attendee),
      ]),
    ),
    reads: Object.fromEntries(reads),
  }
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
  return isSaid && Array.isArray(value['tierIds']) ? (value as unknown as Announcement) : null // as just checked
}

export function readOwnRsvp(value: Json): OwnRsvp | null {
  return isRsvp(value) ? (value as unknown as OwnRsvp) : null // as just checked
}

export function readAttendee(value: Json): Attendee | null {
  const isNamed = isRsvp(value) && typeof (value as Row)['name'] === 'string'
  return isNamed ? (value as unknown as Attendee) : null // as just checked
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
