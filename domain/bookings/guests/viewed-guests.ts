/** The guests of a booking as its member sees them: the fact, overlaid with this device's own changes that are not settled. */
import type { BookingId, IntentId } from '../../values/ids.ts'
import type { Booking } from '../booking.ts'
import type { OwnIntent } from '../booking-view.ts'
import type { GuestChange } from '../wishes/guest-wish.ts'
import { withGuests } from './change-guests.ts'
import type { Guest } from './guest.ts'

export interface ViewedGuests {
  readonly guests: readonly Guest[]
  readonly people: number
  /** A change is on its way. */
  readonly areGuestsOpen: boolean
}

/** What is wished about guests and has no answer, in the order in which it was made. */
export function openGuestChanges(
  intents: readonly OwnIntent[],
  isSettled: (intentId: IntentId) => boolean,
): ReadonlyMap<BookingId, readonly GuestChange[]> {
  const changes = new Map<BookingId, readonly GuestChange[]>()
  for (const { intent, state } of [...intents].sort((a, b) => a.intent.seq - b.intent.seq)) {
    if (intent.kind !== 'booking.guests' || state === 'expired' || isSettled(intent.id)) continue
    const { bookingId } = intent.body
    changes.set(bookingId, [...(changes.get(bookingId) ?? []), intent.body])
  }
  return changes
}

export function viewedGuests(
  { guests, people }: Pick<Booking, 'guests' | 'people'>,
  changes: readonly GuestChange[] = [],
): ViewedGuests {
  return { ...changes.reduce(withGuests, { guests, people }), areGuestsOpen: changes.length > 0 }
}
