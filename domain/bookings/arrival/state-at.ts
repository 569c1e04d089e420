import type { Instant } from '../../values/instant.ts'
import type { BookingState } from '../booking.ts'

/**
 * A booking whose time is over is past by the clock alone. No fact says so and no job writes it: nothing but the clock decides it, and a
 * fact for each booking that ends would be sent to every device of a site for nothing.
 */
export function stateAt<State extends string>(
  booking: { readonly state: State; readonly endsAt: number },
  now: Instant,
): State | Extract<BookingState, 'completed'> {
  const isClaimed = booking.state === 'confirmed' || booking.state === 'checked-in'
  return isClaimed && booking.endsAt <= now ? 'completed' : booking.state
}
