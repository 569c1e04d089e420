/**
 * Who came in, as a door noted it. Two doors that cannot reach each other may let the same person in: both notes are kept, the one that
 * arrives later is marked for staff, and nobody is turned away afterwards (D-75).
 */
import type { Refusal } from '../../bookings/wishes/refusal.ts'
import type { DeviceId, EventId, IntentId, MemberId } from '../../values/ids.ts'
import type { Instant } from '../../values/instant.ts'
import { limits } from '../../values/limits.ts'
import type { CommunityEvent } from '../events/event.ts'
import type { Rsvp } from '../events/rsvp.ts'
import type { DoorCode } from './door-code.ts'

export const entryWays = { scanned: 'scanned', typed: 'typed', listed: 'listed' } as const
export type EntryWay = (typeof entryWays)[keyof typeof entryWays]

export interface Entry {
  /** That of the wish that noted it. */
  readonly id: IntentId
  readonly eventId: EventId
  readonly memberId: MemberId
  readonly code: DoorCode
  readonly people: number
  /** By the clock of the door. */
  readonly at: Instant
  /** By the clock of the space. */
  readonly arrivedAt: Instant
  /** In which the space heard of them, from 1. */
  readonly order: number
  readonly device: DeviceId
  readonly way: EntryWay
  /** Another note about the same person had arrived before. */
  readonly isAgain: boolean
}

export interface NotedEntry extends Pick<Entry, 'id' | 'at' | 'device' | 'way' | 'people'> {
  readonly code: string
}

export interface DoorFacts {
  readonly event: CommunityEvent | null
  readonly rsvps: readonly Rsvp[]
  readonly codes: ReadonlyMap<MemberId, DoorCode>
  readonly entries: readonly Entry[]
}

export type EntryDecision =
  | { readonly kind: 'noted'; readonly entry: Entry; readonly rsvp: Rsvp | null }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

/** Somebody stood in the door, so it is noted, whatever they have said meanwhile and however late it is told. */
export function noteEntry(
  { event, rsvps, codes, entries }: DoorFacts,
  noted: NotedEntry,
  now: Instant,
): EntryDecision {
  if (event === null) return refuse({ reason: 'unknown-event' })
  const rsvp = rsvps.find(({ memberId }) => codes.get(memberId) === noted.code)
  const code = rsvp === undefined ? undefined : codes.get(rsvp.memberId)
  if (rsvp === undefined || code === undefined) return refuse({ reason: 'unknown-pass' })
  const { memberId } = rsvp
  const before = entries.filter((one) => one.memberId === memberId)
  const max = limits.entriesPerPassMax
  if (before.length >= max) return refuse({ reason: 'too-many-entries', max })
  const { id, device, way } = noted
  const entry: Entry = {
    ...{ id, eventId: event.id, memberId, code, device, way },
    people: rsvp.people > 0 ? rsvp.people : noted.people,
    at: noted.at > now ? now : noted.at,
    ...{ arrivedAt: now, order: entries.length + 1, isAgain: before.length > 0 },
  }
  return { kind: 'noted', entry, rsvp: rsvp.hasCome ? null : { ...rsvp, hasCome: true } }
}

function refuse(refusal: Refusal): EntryDecision {
  return { kind: 'refused', refusal }
}
