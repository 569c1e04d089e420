/** What the team tells those who come to an event, or who wait for a place at it, in its own words. */
import type { EventAudience, EventTelling } from '../../bookings/wishes/community-requests.ts'
import type { Refusal } from '../../bookings/wishes/refusal.ts'
import type { MemberId } from '../../values/ids.ts'
import type { Instant } from '../../values/instant.ts'
import { limits } from '../../values/limits.ts'
import { cleanLines } from '../clean-text.ts'
import type { CommunityEvent } from './event.ts'
import type { Rsvp } from './rsvp.ts'

export interface TellingFacts {
  readonly event: CommunityEvent | null
  readonly rsvps: readonly Rsvp[]
  /** How often they were told something within a day. */
  readonly toldToday: number
}

export type TellingDecision =
  | { readonly kind: 'told'; readonly event: CommunityEvent; readonly to: readonly MemberId[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

export function tellAttendees(
  { audience, text }: Pick<EventTelling, 'audience' | 'text'>,
  { event, rsvps, toldToday }: TellingFacts,
  now: Instant,
): TellingDecision {
  if (event === null) return refuse({ reason: 'unknown-event' })
  if (event.isCalledOff || event.endsAt <= now) return refuse({ reason: 'event-over' })
  if (toldText(text) === '') return refuse({ reason: 'malformed' })
  const max = limits.eventTellingsPerDayMax
  if (toldToday >= max) return refuse({ reason: 'told-often', max })
  const to = rsvps.filter(({ state }) => isOf(audience, state)).map(({ memberId }) => memberId)
  return to.length === 0 ? refuse({ reason: 'nobody-comes' }) : { kind: 'told', event, to }
}

/** Whoever stays away is told nothing. */
export function isOf(audience: EventAudience, state: Rsvp['state']): boolean {
  return state !== 'out' && (audience === 'both' || audience === state)
}

/** As it is told: nothing in it turns the direction of the text around it. */
export function toldText(text: string): string {
  return cleanLines(text, limits.eventTextLengthMax).trim()
}

function refuse(refusal: Refusal): TellingDecision {
  return { kind: 'refused', refusal }
}
