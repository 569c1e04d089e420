/** What becomes of a wait when its offer is answered, runs out, or somebody takes the wait off the list. */

import type { Member } from '../../memberships/member.ts'
import type { Resource } from '../../sites/resource.ts'
import type { Instant } from '../../values/instant.ts'
import { firstState, isOfTeam } from '../approval/first-state.ts'
import type { Booking } from '../booking.ts'
import { bookingFacts, cancelled, confirmHold } from '../change-booking.ts'
import type { SettleDecision } from '../settle.ts'
import { endWait, type Wait, type WaitEnding } from './wait.ts'

/** Is the booking the offer of this wait? */
export function isOfferOf(booking: Booking, wait: Wait | null): boolean {
  return wait?.state === 'offered' && wait.offer.bookingId === booking.id
}

/**
 * The yes to an offer, while it lasts. A place that the team approves is asked for with it, because waiting is no way around the team; what
 * was agreed counts from now.
 */
export function acceptOffer(
  booking: Booking,
  resource: Resource,
  member: Pick<Member, 'role'>,
  now: Instant,
): SettleDecision {
  const confirmed = confirmHold(booking, now)
  if (confirmed.booking === null) return confirmed
  const { isPrepaid } = booking
  const isTeams = isOfTeam(member, booking.madeBy)
  const place = { ...resource, holdMinutes: null }
  const prepaying = { isPrepaid, isAway: false }
  const first = firstState(place, booking.interval, isTeams, prepaying, now)
  const agreed: Booking = { ...bookingFacts(confirmed.booking), settledAt: now, ...first }
  if (first.state === 'confirmed') return { ...confirmed, booking: agreed }
  const { id, price } = agreed
  const { holdExpiresAt } = first
  return {
    outcome: { kind: 'held', bookingId: id, choice: 0, price, holdExpiresAt },
    booking: agreed,
  }
}

/** A wait whose offer became something else; null where it still stands. */
export function afterOffer(wait: Wait, booking: Booking, now: Instant): Wait | null {
  if (!isOfferOf(booking, wait)) return null
  switch (booking.state) {
    case 'held':
      return booking.heldFor !== 'confirmation'
        ? endWait(wait, { because: 'booked' }, now)
        : prolonged(wait, booking)
    case 'confirmed':
    case 'checked-in':
    case 'completed':
    case 'no-show':
      return endWait(wait, { because: 'booked' }, now)
    case 'lapsed':
      return endWait(wait, { because: 'missed', bookingId: booking.id }, now)
    case 'cancelled':
    case 'declined':
      return endWait(wait, { because: 'left', bookingId: booking.id }, now)
  }
}

/** Its hold was extended. */
function prolonged(wait: Wait, booking: Extract<Booking, { state: 'held' }>): Wait | null {
  if (wait.state !== 'offered' || wait.offer.expiresAt === booking.holdExpiresAt) return null
  return { ...wait, offer: { bookingId: booking.id, expiresAt: booking.holdExpiresAt } }
}

export interface Ended {
  readonly wait: Wait
  /** The offer given back; null where there was none. */
  readonly booking: Booking | null
}

/** Off the list, with its offer, which costs nothing (D-37). */
export function leaveWait(
  wait: Wait,
  offer: Booking | null,
  ending: WaitEnding,
  now: Instant,
): Ended {
  const by = ending.because === 'removed' ? 'space' : 'member'
  const step = { because: 'hold', percent: 100 } as const
  const isGiven = offer !== null && isOfferOf(offer, wait)
  const booking = isGiven ? cancelled(offer, by, step, now, now) : null
  return { wait: endWait(wait, ending, now), booking }
}
