/** What members are told of events: pure, from what was written. */
import type { CommunityEvent } from '../community/events/event.ts'
import type { Rsvp } from '../community/events/rsvp.ts'
import type { IntentId, MemberId } from '../values/ids.ts'
import type { Told } from './news-of-bookings.ts'

export interface EventChange {
  readonly event: CommunityEvent
  readonly before: CommunityEvent | null
  /** Everybody's word about it, as it is by now. */
  readonly rsvps: readonly Rsvp[]
}

/** An answer as it was written, and who caused it: a member's id, or `space`. */
export interface RsvpChange {
  readonly rsvp: Rsvp
  readonly siteId: CommunityEvent['siteId']
  readonly actor: string
}

/** What the team tells, and whom. */
export interface EventWord {
  readonly event: Pick<CommunityEvent, 'id' | 'siteId'>
  readonly intentId: IntentId
  readonly to: readonly MemberId[]
}

export function newsOfEvents(
  changes: readonly EventChange[],
  answers: readonly RsvpChange[],
  words: readonly EventWord[] = [],
): readonly Told[] {
  const fresh = new Set(answers.map(({ rsvp }) => `${rsvp.eventId} ${rsvp.memberId}`))
  const moved = changes.flatMap(({ event, before, rsvps }) => {
    const kind = kindOf(event, before)
    if (kind === null) return []
    const { id: eventId, siteId, revision } = event
    return rsvps
      .filter(({ state, memberId }) => state !== 'out' && !fresh.has(`${eventId} ${memberId}`))
      .map(({ memberId }): Told => ({ memberId, siteId, news: { kind, eventId, revision } }))
  })
  return [...moved, ...answers.flatMap((one) => ofAnswer(one) ?? []), ...words.flatMap(ofWord)]
}

function ofWord({ event, intentId, to }: EventWord): readonly Told[] {
  const news = { kind: 'event-word', eventId: event.id, intentId } as const
  return to.map((memberId) => ({ memberId, siteId: event.siteId, news }))
}

function kindOf(event: CommunityEvent, before: CommunityEvent | null) {
  if (before === null || before.isCalledOff) return null
  if (event.isCalledOff) return 'event-off'
  const isElsewhere =
    event.startsAt !== before.startsAt ||
    event.endsAt !== before.endsAt ||
    event.resourceId !== before.resourceId ||
    event.where !== before.where
  return isElsewhere ? 'event-moved' : null
}

/** Once for each time that somebody asks: who was there, or brings one more, has nothing new to hear. */
function ofAnswer({ rsvp, siteId, actor }: RsvpChange): Told | null {
  const { eventId, memberId, state, order } = rsvp
  if (state === 'out') return null
  const isOwn = actor === memberId
  const kind = state === 'waiting' ? 'event-waiting' : isOwn ? 'event-going' : 'event-came-in'
  return { memberId, siteId, news: { kind, eventId, order } }
}
