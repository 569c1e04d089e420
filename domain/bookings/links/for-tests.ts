/** A hall of two halves beside the small site: each booked by itself, or both with the hall. */

import type { Catalogue } from '../../sites/catalogue.ts'
import type { Resource } from '../../sites/resource.ts'
import { toId } from '../../values/ids.ts'
import type { Interval } from '../../values/interval.ts'
import type { Booking } from '../booking.ts'
import { settleChange } from '../changes/settle-change.ts'
import { ada, at, freeRules, harbour, noDistance, room, wish } from '../for-tests.ts'
import { emptyWallet } from '../lots/lot.ts'
import { occupiedBy } from '../occupied-by.ts'
import { type SettleDecision, settle } from '../settle.ts'
import { choiceAt } from '../wishes/choice.ts'

export const hall: Resource = { ...room, id: toId('resource', 'res_hall'), name: 'The Hall' }
export const north: Resource = half('res_hall-north', 'Hall North')
export const south: Resource = half('res_hall-south', 'Hall South')

function half(id: string, name: string): Resource {
  return { ...hall, id: toId('resource', id), name, partOf: hall.id }
}

export const halls: Catalogue = {
  ...harbour,
  resources: [...harbour.resources, hall, north, south],
}

/** The hall with buffers of its own. */
export function hallsWith(hallGap: number, halfGap: number): Catalogue {
  const withGap = (place: Resource, bufferAfterMinutes: number): Resource => ({
    ...place,
    rules: { ...freeRules, bufferAfterMinutes },
  })
  const places = [withGap(hall, hallGap), withGap(north, halfGap), withGap(south, halfGap)]
  return { ...harbour, resources: places }
}

export const now = at('2026-11-24', 540)

/** What the space says to a wish while these bookings stand. */
export function ask(
  place: Resource,
  interval: Interval,
  bookings: readonly Booking[],
  catalogue = halls,
): SettleDecision {
  const occupied = bookings.map(occupiedBy)
  const facts = { catalogue, member: ada, occupied, ownBookings: [] }
  return settle(
    wish(place, interval),
    { ...facts, distance: noDistance, wallet: emptyWallet, madeBy: null },
    now,
  )
}

/** What the space says to a member who would have a booking elsewhere, while these stand: its own among them, as the space reads them. */
export function change(
  booking: Booking,
  place: Resource,
  interval: Interval,
  bookings: readonly Booking[],
  catalogue = halls,
): SettleDecision {
  const most = { amountMinor: 1_000_000, currency: 'EUR' } as const
  const choice = choiceAt(catalogue, place.id, interval)
  const occupied = bookings.map(occupiedBy)
  const facts = { booking, catalogue, member: ada, occupied, ownBookings: [] }
  return settleChange(
    { bookingId: booking.id, choice, quote: most, ceiling: null },
    {
      ...facts,
      distance: noDistance,
      wallet: emptyWallet,
      deadlineAt: booking.interval.endsAt,
      effectiveAt: now,
      approval: 'none',
      intentId: booking.intentId,
    },
    now,
  )
}
