/**
 * An event is saved with its place, and a new one with all of its days: each day is an event of its own, with a place of its own. All that
 * was looked at is put up, or nothing of it.
 */

import type { Booking } from '../../bookings/booking.ts'
import { choiceAt } from '../../bookings/wishes/choice.ts'
import type { EventSave, EventText } from '../../bookings/wishes/community-requests.ts'
import type { Alternative } from '../../bookings/wishes/outcome.ts'
import type { Refusal } from '../../bookings/wishes/refusal.ts'
import type { Catalogue } from '../../sites/catalogue.ts'
import type { Closure } from '../../sites/opening-hours.ts'
import type { ClosureId, ResourceId } from '../../values/ids.ts'
import type { Instant } from '../../values/instant.ts'
import { type CommunityEvent, type SavingFacts, saveEvent } from './event.ts'
import { decideHold, type Ground, inTheWay, longOver, without } from './hold.ts'
import { otherPlaces } from './other-places.ts'
import type { Rsvp } from './rsvp.ts'

export interface PutUpFacts extends SavingFacts {
  /** Live bookings wherever one of the events is, or something moves to. */
  readonly bookings: readonly Booking[]
  /** One of the further days is an event already. */
  readonly isRepeatKnown: boolean
}

export type PutUpDecision =
  | {
      readonly kind: 'put-up'
      readonly events: readonly CommunityEvent[]
      readonly rsvps: readonly Rsvp[]
      readonly released: readonly ClosureId[]
      readonly closures: readonly Closure[]
      readonly bookings: readonly Booking[]
    }
  | {
      readonly kind: 'refused'
      readonly refusal: Refusal
      readonly alternatives: readonly Alternative[]
    }

/** Every day of it as it would be saved, in the order in which they were asked for. */
export function daysOf({
  event,
  repeats,
}: Pick<EventSave, 'event' | 'repeats'>): readonly EventText[] {
  return [event, ...repeats.map((one) => ({ ...event, ...one }))]
}

export function putUp(request: EventSave, facts: PutUpFacts, now: Instant): PutUpDecision {
  const days = daysOf(request)
  const isNew = facts.before === null
  const isTwice = new Set(days.flatMap(({ id, date }) => [id, date])).size < 2 * days.length
  if (isTwice || (days.length > 1 && !isNew)) return refuse({ reason: 'malformed' })
  if (facts.isRepeatKnown) return refuse({ reason: 'setting-changed' })
  let ground: Ground = facts
  const found: Found = { events: [], rsvps: [], closures: [], bookings: [] }
  const released: ClosureId[] = [...longOver(facts.catalogue, now)]
  for (const [index, text] of days.entries()) {
    const ahead = facts.ahead + index
    const saved = saveEvent(text, request.revision, { ...facts, ahead }, now)
    if (saved.kind === 'refused') return onDay(index, days.length, saved.refusal, [])
    const held = decideHold(saved.event, ground, request.resolutions, now)
    if (held.kind === 'refused') {
      const others = elsewhere(saved.event, ground, now)
      return onDay(index, days.length, held.refusal, others)
    }
    found.events.push(saved.event)
    found.rsvps.push(...saved.rsvps)
    found.bookings.push(...held.bookings)
    if (held.closure !== null) found.closures.push(held.closure)
    released.push(...held.released)
    ground = held.after
  }
  return { kind: 'put-up', released, ...found }
}

interface Found {
  readonly events: CommunityEvent[]
  readonly rsvps: Rsvp[]
  readonly closures: Closure[]
  readonly bookings: Booking[]
}

/** One day as whoever puts the event up looks at it before. */
export interface DayPreview {
  readonly event: CommunityEvent
  /** What keeps it from its place; null where nothing does but bookings. */
  readonly refusal: Refusal | null
  /** Each must be moved or cancelled. */
  readonly bookings: readonly Booking[]
  /** Where it could be instead, at most three. */
  readonly others: readonly ResourceId[]
}

/** What putting it up would touch, day by day. */
export function previewDays(
  request: EventSave,
  facts: PutUpFacts,
  now: Instant,
): readonly DayPreview[] | Refusal {
  const days: DayPreview[] = []
  let { catalogue } = facts
  for (const text of daysOf(request)) {
    const saved = saveEvent(text, request.revision, facts, now)
    if (saved.kind === 'refused') return saved.refusal
    const ground = { catalogue, bookings: facts.bookings }
    const { event } = saved
    const bookings = inTheWay(event, ground, now)
    // Bookings are decided about by whoever looks at this; only what else is there stands in the way for good.
    const alone = decideHold(event, { catalogue, bookings: [] }, {}, now)
    const isClear = alone.kind === 'held' && bookings.length === 0
    const others = isClear ? [] : otherPlaces(event, ground, now)
    const refusal = alone.kind === 'refused' ? alone.refusal : null
    days.push({ event, refusal, bookings: refusal === null ? bookings : [], others })
    if (alone.kind === 'held') ({ catalogue } = alone.after)
  }
  return days
}

function elsewhere(event: CommunityEvent, ground: Ground, now: Instant): readonly Alternative[] {
  const catalogue: Catalogue = without(ground.catalogue, event.id)
  const price = { amountMinor: 0, currency: catalogue.site.currency }
  return otherPlaces(event, ground, now).map((id) => {
    const { startsAt, endsAt } = event
    return { choice: choiceAt(catalogue, id, { startsAt, endsAt }), price }
  })
}

/** Of several days the one that cannot be is named, as in a series. */
function onDay(
  number: number,
  total: number,
  refusal: Refusal,
  alternatives: readonly Alternative[],
): PutUpDecision {
  if (total === 1) return { kind: 'refused', refusal, alternatives }
  const changed = [{ number, kind: 'refused' as const, refusal }]
  return refuse({ reason: 'preview-changed', total, changed })
}

function refuse(refusal: Refusal): PutUpDecision {
  return { kind: 'refused', refusal, alternatives: [] }
}
