/** Something that happens at a location, put up by the team. Free: whoever comes says so, and nothing is owed. */
import type { EventText } from '../../bookings/wishes/community-requests.ts'
import type { Refusal } from '../../bookings/wishes/refusal.ts'
import type { Catalogue } from '../../sites/catalogue.ts'
import type { SiteId } from '../../values/ids.ts'
import { type Instant, MINUTE_MS, toInstant } from '../../values/instant.ts'
import type { Interval } from '../../values/interval.ts'
import { limits } from '../../values/limits.ts'
import { addDays } from '../../values/local-date.ts'
import { instantOf } from '../../values/zone.ts'
import { comeIn, goingOf, type Rsvp } from './rsvp.ts'

export interface CommunityEvent extends EventText {
  readonly siteId: SiteId
  readonly startsAt: Instant
  readonly endsAt: Instant
  /** Rises by one with each time it is saved. */
  readonly revision: number
  readonly isCalledOff: boolean
}

export type EventDecision =
  | {
      readonly kind: 'saved'
      readonly event: CommunityEvent
      /** Those who come in, because there is more room than before. */
      readonly rsvps: readonly Rsvp[]
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

export interface SavingFacts {
  readonly catalogue: Catalogue
  readonly before: CommunityEvent | null
  /** Of the event as it was. */
  readonly rsvps: readonly Rsvp[]
  /** Events of the location that are ahead. */
  readonly ahead: number
}

/** Saved on the revision it was made from; never with less room than was promised. */
export function saveEvent(
  text: EventText,
  revision: number,
  { catalogue, before, rsvps, ahead }: SavingFacts,
  now: Instant,
): EventDecision {
  if ((before?.revision ?? 0) !== revision) return refuse({ reason: 'setting-changed' })
  if (before?.isCalledOff === true) return refuse({ reason: 'event-over' })
  const max = limits.eventsAheadMax
  if (before === null && ahead >= max) return refuse({ reason: 'too-many-events', max })
  const isPlace = catalogue.resources.some(({ id }) => id === text.resourceId)
  if (text.resourceId === null ? text.hold !== null : !isPlace)
    return refuse({ reason: 'unknown-resource' })
  const event = { ...text, ...timeOf(text, catalogue), siteId: catalogue.site.id }
  if (event.endsAt <= now) return refuse({ reason: 'past' })
  const going = goingOf(rsvps)
  if (text.capacity !== null && text.capacity < going) {
    return refuse({ reason: 'event-promised', going })
  }
  const saved = { ...event, revision: revision + 1, isCalledOff: false }
  return { kind: 'saved', event: saved, rsvps: comeIn(saved, rsvps) }
}

/** A time of the location's own; an end that is not behind the start is on the next day. */
export function timeOf(
  { date, startMinute, endMinute }: EventText,
  { zone }: Pick<Catalogue, 'zone'>,
): Interval {
  const startsAt = instantOf(zone, { date, minute: startMinute })
  const endsOn = endMinute > startMinute ? date : addDays(date, 1)
  const endsAt = instantOf(zone, { date: endsOn, minute: endMinute })
  // A clock that is put back may swallow all of a short event.
  return { startsAt, endsAt: endsAt > startsAt ? endsAt : toInstant(startsAt + MINUTE_MS) }
}

export function callOff(event: CommunityEvent | null, now: Instant): EventDecision {
  if (event === null) return refuse({ reason: 'unknown-event' })
  if (event.isCalledOff || event.endsAt <= now) return refuse({ reason: 'event-over' })
  const saved = { ...event, isCalledOff: true, revision: event.revision + 1 }
  return { kind: 'saved', event: saved, rsvps: [] }
}

function refuse(refusal: Refusal): EventDecision {
  return { kind: 'refused', refusal }
}
