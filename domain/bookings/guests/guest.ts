/** Somebody a member brings. Known by name on one booking, and by nothing else anywhere. */
import { addMinutes, type Instant } from '../../values/instant.ts'
import type { Interval } from '../../values/interval.ts'
import { type BookingState, isLive } from '../booking.ts'
import type { WishedGuest } from '../wishes/guest-wish.ts'

export interface Guest extends WishedGuest {
  /** When staff saw them come; null before that. */
  readonly arrivedAt: Instant | null
  /** The fingerprint of the text that they agreed to when they were signed in (D-60); null where they were shown none. */
  readonly agreedTo: string | null
}

/** A guest as the team expects them: by name. Their address is between their host and them. */
export type ExpectedGuest = Omit<Guest, 'email'>

export function expected({ id, name, arrivedAt, agreedTo }: Guest): ExpectedGuest {
  return { id, name, arrivedAt, agreedTo }
}

/** How long before the start a guest is let in. */
export const GUEST_EARLY_MINUTES = 30

/** When a guest's code is good: half-open, so that one that is over is over (D-60). */
export function guestTimes({ startsAt, endsAt }: Interval): Interval {
  return { startsAt: addMinutes(startsAt, -GUEST_EARLY_MINUTES), endsAt }
}

export function isLetIn(
  booking: { readonly state: BookingState; readonly interval: Interval },
  at: Instant,
): boolean {
  const { startsAt, endsAt } = guestTimes(booking.interval)
  const isStanding = isLive(booking.state) && booking.state !== 'held'
  return isStanding && startsAt <= at && at < endsAt
}

/** Everybody who comes: never fewer than those who are named. */
export function headcount(people: number, guests: readonly unknown[]): number {
  return Math.max(people, 1 + guests.length)
}

export function invited(guests: readonly WishedGuest[]): readonly Guest[] {
  return guests.map((guest) => ({ ...guest, arrivedAt: null, agreedTo: null }))
}
