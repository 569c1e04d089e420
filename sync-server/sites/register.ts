/** The one door of the sites room: the catalogue, closures, and the published plans. */
import { affectedBookings } from '../../domain/bookings/close-site.ts'
import { catalogueSections } from '../../domain/sites/catalogue-sections.ts'
import { closureInterval } from '../../domain/sites/open-time.ts'
import type { Closure } from '../../domain/sites/opening-hours.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { eachOf, type Projection } from '../settlement/kind.ts'
import { liveBookingsAround } from '../storage/load-bookings.ts'
import { loadCatalogue } from '../storage/load-catalogue.ts'
import type { Reader } from '../storage/storage.ts'
import { addClosure, removeClosure } from './settle-closure.ts'

const catalogueProjection: Projection = {
  document: 'catalogue',
  project: (tx, names) =>
    eachOf(names, async ({ siteId }) => {
      const catalogue = await loadCatalogue(tx, siteId)
      return catalogue === null ? null : catalogueSections(catalogue)
    }),
}

export function registerSites() {
  return { kinds: [addClosure, removeClosure], projections: [catalogueProjection] }
}

/** The bookings a closure would touch, with names for staff who must decide about each. */
export async function previewClosure(
  reader: Reader,
  siteId: string,
  closure: Closure,
  now: Instant,
) {
  const catalogue = await loadCatalogue(reader, siteId)
  if (catalogue === null) return []
  const closed = closureInterval(catalogue, closure)
  if (closed.startsAt >= closed.endsAt) return []
  const bookings = await liveBookingsAround(reader, siteId, closed)
  const affected = affectedBookings(catalogue, closure, bookings, now)
  if (affected.length === 0) return []
  const names = await reader
    .selectFrom('member')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(affected.map((booking) => booking.memberId))])
    .execute()
  const byId = new Map(names.map((row) => [row.id, row.name]))
  return affected.map((booking) => ({
    booking,
    memberName: byId.get(booking.memberId) ?? 'Former member',
  }))
}
