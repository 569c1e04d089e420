/** What the device knows for a series: everything it holds of the location's coming weeks, and the member's own bookings. */

import type { Booking } from '../../../domain/bookings/booking.ts'
import { walletWith } from '../../../domain/bookings/lots/wallet-with.ts'
import type { WaitingFacts } from '../../../domain/bookings/waitlist/join-wait.ts'
import type { Member } from '../../../domain/memberships/member.ts'
import type { Catalogue } from '../../../domain/sites/catalogue.ts'
import type { LocalDate } from '../../../domain/values/local-date.ts'
import { createToldWallet } from '../../store/member.ts'
import { toOccupied } from '../../store/occupancy.ts'
import { createKnownOccupancy } from '../../store/occupancy-ahead.ts'
import { createOwnBookings, createOwnWaits } from '../../store/own-bookings.ts'

export interface SeriesFacts {
  readonly facts: WaitingFacts
  readonly isKnown: (date: LocalDate) => boolean
}

/** Undefined until the device has been read. */
export function createSeriesFacts(
  catalogue: Catalogue,
  member: () => Member,
): () => SeriesFacts | undefined {
  const days = createKnownOccupancy(() => catalogue.site.id)
  const own = createOwnBookings()
  const waits = createOwnWaits()
  const told = createToldWallet()
  return () => {
    const known = days()
    const ownBookings: readonly Booking[] | undefined = own()
    const ownWaits = waits()
    if (known === undefined || ownBookings === undefined || ownWaits === undefined) return undefined
    const dates = new Set(known.map(({ date }) => date))
    const occupied = toOccupied(catalogue, known)
    // Without the plan at hand places sort by zone and name.
    const common = { catalogue, member: member(), madeBy: null, distance: () => null }
    const wallet = walletWith({ ...told(), uses: [] }, ownBookings)
    return {
      facts: { ...common, occupied, ownBookings, ownWaits, wallet },
      isKnown: (date) => dates.has(date),
    }
  }
}
