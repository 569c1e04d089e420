/**
 * Who comes to an event. There is never more room promised than there is; beyond it one waits, in the order in which people asked. Whoever
 * is next comes in by themselves when somebody stays away: nothing is owed for coming, so there is nothing to accept. A party that is too
 * large for what is free keeps its place and lets the next one pass.
 */
import type { Refusal } from '../../bookings/wishes/refusal.ts'
import type { EventId, MemberId } from '../../values/ids.ts'
import type { Instant } from '../../values/instant.ts'
import type { CommunityEvent } from './event.ts'

export const rsvpStates = { going: 'going', waiting: 'waiting', out: 'out' } as const
export type RsvpState = (typeof rsvpStates)[keyof typeof rsvpStates]

export interface Rsvp {
  readonly eventId: EventId
  readonly memberId: MemberId
  /** The member and their guests; 0 of who stays away. */
  readonly people: number
  readonly state: RsvpState
  /** When they asked for as many; whoever asks for more asks anew. */
  readonly askedAt: Instant
  /** Told apart where two asked in the same moment: rises with every answer of the event. */
  readonly order: number
  readonly hasCome: boolean
}

export type RsvpDecision =
  | { readonly kind: 'answered'; readonly rsvps: readonly Rsvp[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

/** What becomes of somebody's word, and of whoever comes in because of it: the answers that changed. */
export function answer(
  event: CommunityEvent | null,
  rsvps: readonly Rsvp[],
  { memberId, people }: Pick<Rsvp, 'memberId' | 'people'>,
  now: Instant,
): RsvpDecision {
  if (event === null) return refuse({ reason: 'unknown-event' })
  if (event.isCalledOff || event.endsAt <= now) return refuse({ reason: 'event-over' })
  const max = event.guestsMax + 1
  if (people > max) return refuse({ reason: 'too-many-guests', max: event.guestsMax })
  const before = rsvps.find((one) => one.memberId === memberId)
  if ((before?.people ?? 0) === people) return refuse({ reason: 'unchanged' })
  const others = rsvps.filter((one) => one.memberId !== memberId)
  const left = roomOf(event, others)
  // Whoever has a place never loses it by asking for more.
  if (before?.state === 'going' && people > left) return refuse({ reason: 'event-full', left })
  const mine = asked(event, others, before, { memberId, people }, now)
  const came = comeIn(event, [...others, mine])
  const isIn = came.some((one) => one.memberId === memberId)
  return { kind: 'answered', rsvps: isIn ? came : [mine, ...came] }
}

/** Whoever is new waits, and comes in at once where there is room for who is first. Who has a place, or asks for fewer, keeps theirs. */
function asked(
  event: CommunityEvent,
  others: readonly Rsvp[],
  before: Rsvp | undefined,
  { memberId, people }: Pick<Rsvp, 'memberId' | 'people'>,
  now: Instant,
): Rsvp {
  const isThere = before !== undefined && before.state !== 'out'
  if (isThere && people > 0 && (before.state === 'going' || before.people > people)) {
    return { ...before, people }
  }
  const order = Math.max(0, ...others.map((one) => one.order), before?.order ?? 0) + 1
  const state = people === 0 ? rsvpStates.out : rsvpStates.waiting
  return { eventId: event.id, memberId, people, state, askedAt: now, order, hasCome: false }
}

/** Those who wait and now fit, as they are then. */
export function comeIn(event: CommunityEvent, rsvps: readonly Rsvp[]): readonly Rsvp[] {
  let all = rsvps
  const came: Rsvp[] = []
  for (const one of waitingOf(rsvps)) {
    if (one.people > roomOf(event, all)) continue
    const going = { ...one, state: rsvpStates.going }
    came.push(going)
    all = all.map((other) => (other.memberId === one.memberId ? going : other))
  }
  return came
}

/** In the order in which they asked. */
export function waitingOf(rsvps: readonly Rsvp[]): readonly Rsvp[] {
  return rsvps
    .filter(({ state }) => state === 'waiting')
    .toSorted((a, b) => a.askedAt - b.askedAt || a.order - b.order)
}

/** People who were promised a place. */
export function goingOf(rsvps: readonly Rsvp[]): number {
  return rsvps.reduce((sum, { state, people }) => (state === 'going' ? sum + people : sum), 0)
}

/** For how many more there is room; without end where as many as like may come. */
export function roomOf(
  { capacity }: Pick<CommunityEvent, 'capacity'>,
  rsvps: readonly Rsvp[],
): number {
  return capacity === null ? Number.POSITIVE_INFINITY : capacity - goingOf(rsvps)
}

function refuse(refusal: Refusal): RsvpDecision {
  return { kind: 'refused', refusal }
}
