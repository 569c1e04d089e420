/**
 * How long a place is kept for who has to pay for it (B-34). Who is there has ten minutes, and half an hour once they are led to a page; who
 * made the wish without a network, waited for the place or for the team, is told of it elsewhere and has until two hours before the start, at most a day.
 */
import { addMinutes, HOUR_MS, type Instant, toInstant } from '../../values/instant.ts'
import type { Interval } from '../../values/interval.ts'
import type { Booking } from '../booking.ts'

export const PAY_MINUTES = 10
export const PAGE_MINUTES = 30
const AWAY_MS = 24 * HOUR_MS
const BEFORE_START_MS = 2 * HOUR_MS
/** A wish that arrives so much later than it was made was made without a network: its member is looking at something else by now. */
const AWAY_AFTER_MINUTES = 2
/** Somebody with as many places that wait for their money gets the next one as if they were there: nobody keeps a floor for nothing. */
const AWAY_HOLDS_MAX = 3

type PaymentHold = Pick<
  Extract<Booking, { state: 'held' }>,
  'state' | 'heldFor' | 'holdExpiresAt' | 'holdExtended'
>

export function paymentHold(interval: Interval, isAway: boolean, now: Instant): PaymentHold {
  const awayUntil = Math.min(now + AWAY_MS, interval.startsAt - BEFORE_START_MS)
  const until = isAway
    ? Math.max(awayUntil, addMinutes(now, PAGE_MINUTES))
    : addMinutes(now, PAY_MINUTES)
  return heldUntil(toInstant(Math.min(until, interval.endsAt)))
}

/** Cards are entered on another page, which takes its time: as much of it again, from when they are led there. */
export function withPage(booking: Booking, now: Instant): Booking | null {
  if (!isToPay(booking) || booking.holdExpiresAt <= now) return null
  const holdExpiresAt = addMinutes(now, PAGE_MINUTES)
  return holdExpiresAt <= booking.holdExpiresAt ? null : { ...booking, holdExpiresAt }
}

export function wasAway(madeAt: Instant, ownBookings: readonly Booking[], now: Instant): boolean {
  const waiting = ownBookings.filter(isToPay).length
  return addMinutes(madeAt, AWAY_AFTER_MINUTES) < now && waiting < AWAY_HOLDS_MAX
}

/** Held until it is paid. */
export function isToPay(
  booking: Booking,
): booking is Extract<Booking, { state: 'held' }> & { readonly heldFor: 'payment' } {
  return booking.state === 'held' && booking.heldFor === 'payment'
}

function heldUntil(holdExpiresAt: Instant): PaymentHold {
  return { state: 'held', heldFor: 'payment', holdExpiresAt, holdExtended: false }
}
