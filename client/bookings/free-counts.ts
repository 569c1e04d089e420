import { createMemo } from 'solid-js'
import { offersOf } from '../../domain/bookings/search/offers.ts'
import {
  firstUsefulDate,
  intervalAt,
  spanOf,
  stepOf,
} from '../../domain/bookings/wishes/times-of-day.ts'
import type { ResourceKind } from '../../domain/sites/resource.ts'
import type { Space } from '../app/with-space.tsx'
import { createBookings } from '../store/bookings.ts'
import { createOccupancy, toOccupied } from '../store/occupancy.ts'

/** How many places of a kind are free from now on; undefined until the day has been read. */
export function createFreeCounts(space: () => Space): (kind: ResourceKind) => number | undefined {
  const bookings = createBookings()
  const date = () => firstUsefulDate(space().catalogue, space().today, space().now)
  const rows = createOccupancy(() => space().catalogue.site.id, date)
  const occupied = createMemo(() => toOccupied(space().catalogue, rows() ?? []))
  return (kind) => {
    if (rows() === undefined) return undefined
    const { catalogue, now } = space()
    const span = spanOf(catalogue, 'now', date(), now, stepOf(catalogue, kind))
    const interval = span === null ? null : intervalAt(catalogue, date(), span)
    if (interval === null) return 0
    const input = {
      ...space(),
      interval,
      people: 1,
      occupied: occupied(),
      bookings: bookings() ?? [],
    }
    return offersOf(input, { kind, amenities: [], named: [], known: [] }).filter(
      (offer) => offer.availability.state === 'available',
    ).length
  }
}
