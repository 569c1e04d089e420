/** What guests with an address are told of changes of a booking (GUESTS-09): pure, from what was written. */
import type { Booking } from '../bookings/booking.ts'
import type { Guest } from '../bookings/guests/guest.ts'
import type { Instant } from '../values/instant.ts'
import type { GuestNewsKind } from './news.ts'
import { isElsewhere, type Told, type ToldChange } from './news-of-bookings.ts'

export function newsOfGuests(
  changes: readonly Omit<ToldChange, 'actor'>[],
  now: Instant,
): readonly Told[] {
  return changes.flatMap((change) => ofChange(change, now))
}

function ofChange({ booking, before }: Omit<ToldChange, 'actor'>, now: Instant): readonly Told[] {
  if (booking.interval.endsAt <= now) return []
  const expected = expectedAt(booking)
  const known = before === null ? [] : expectedAt(before)
  const isMoved = before !== null && isElsewhere(booking, before)
  const has = (all: readonly Guest[], { id }: Guest) => all.some((one) => one.id === id)
  const tell = (kind: GuestNewsKind, guests: readonly Guest[]): readonly Told[] =>
    guests.map((guest) => told(booking, kind, guest))
  return [
    ...tell(
      'guest-invited',
      expected.filter((one) => !has(known, one)),
    ),
    ...tell('guest-moved', isMoved ? expected.filter((one) => has(known, one)) : []),
    ...tell(
      'guest-off',
      known.filter((one) => !has(expected, one)),
    ),
  ]
}

/** Nobody is expected at what is only held, asked for, or over. */
function expectedAt({ state, guests }: Booking): readonly Guest[] {
  const isStanding = state === 'confirmed' || state === 'checked-in'
  return isStanding ? guests.filter(({ email }) => email !== undefined) : []
}

function told(
  { id: bookingId, memberId, siteId, revision }: Booking,
  kind: GuestNewsKind,
  { id, name, email }: Guest,
): Told {
  const guest = { id, name, ...(email === undefined ? {} : { email }) }
  return { memberId, siteId, news: { kind, bookingId, revision, guest } }
}
