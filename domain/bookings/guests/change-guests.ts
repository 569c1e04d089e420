/** Guests that are added, removed and seen to come: each a new fact about the same booking. */
import type { Instant } from '../../values/instant.ts'
import { limits } from '../../values/limits.ts'
import { type Booking, isLive } from '../booking.ts'
import type { SettleDecision } from '../settle.ts'
import type { GuestArrival, GuestChange } from '../wishes/guest-wish.ts'
import type { Refusal } from '../wishes/refusal.ts'
import { type Guest, guestTimes, headcount, invited, isLetIn } from './guest.ts'

type Hosted = Pick<Booking, 'guests' | 'people'>

/** `capacity` is that of its place as it is now. */
export function changeGuests(
  booking: Booking,
  change: Omit<GuestChange, 'bookingId'>,
  capacity: number,
  now: Instant,
): SettleDecision {
  if (!isLive(booking.state)) return no({ reason: 'already-cancelled' })
  if (booking.interval.startsAt <= now) return no({ reason: 'already-started' })
  const next = withGuests(booking, change)
  const isMore = next.people > booking.people
  if (next.guests.length > limits.guestsMax || (isMore && next.people > capacity)) {
    return no({ reason: 'capacity', capacity })
  }
  return yes({ ...booking, ...next })
}

/** Who is added was meant by the number of people as far as it goes; who is removed does not come. */
export function withGuests(
  { guests, people }: Hosted,
  { add, remove }: Omit<GuestChange, 'bookingId'>,
): Hosted {
  const kept = guests.filter(({ id }) => !remove.includes(id))
  const known = new Set(guests.map(({ id }) => id))
  const added = invited(add.filter(({ id }) => !known.has(id) && !remove.includes(id)))
  const next: readonly Guest[] = [...kept, ...added]
  const fewer = people - (guests.length - kept.length)
  return { guests: next, people: headcount(fewer, next) }
}

/** Staff saw them come. A second look changes nothing. */
export function checkInGuest(
  booking: Booking,
  { guestId, agreedTo }: Omit<GuestArrival, 'bookingId'>,
  now: Instant,
): SettleDecision {
  const guest = booking.guests.find(({ id }) => id === guestId)
  if (guest === undefined) return no({ reason: 'unknown-guest' })
  if (guest.arrivedAt !== null) return yes(booking)
  if (!isLetIn(booking, now)) {
    const { startsAt: opensAt, endsAt } = guestTimes(booking.interval)
    return no(endsAt <= now ? { reason: 'past' } : { reason: 'guest-too-early', opensAt })
  }
  const guests = booking.guests.map((one) =>
    one.id === guestId ? { ...one, arrivedAt: now, agreedTo } : one,
  )
  return yes({ ...booking, guests })
}

function yes(booking: Booking): SettleDecision {
  const { id: bookingId } = booking
  return { outcome: { kind: 'confirmed', bookingId, choice: 0, price: null }, booking }
}

function no(refusal: Refusal): SettleDecision {
  return { outcome: { kind: 'refused', refusal, alternatives: [] }, booking: null }
}
