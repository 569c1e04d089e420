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
import { withNames } from '../storage/with-names.ts'
import { absenceKinds } from './settle-absence.ts'
import { addClosure, removeClosure } from './settle-closure.ts'
import { lotKinds } from './settle-lots.ts'
import { publishPlan } from './settle-publish.ts'
import { settingKinds } from './settle-setting.ts'

const catalogueProjection: Projection = {
  document: 'catalogue',
  project: (tx, names) =>
    eachOf(names, async ({ siteId }) => {
      const catalogue = await loadCatalogue(tx, siteId)
      return catalogue === null ? null : catalogueSections(catalogue)
    }),
}

export function registerSites() {
  return {
    kinds: [addClosure, removeClosure, ...settingKinds, ...lotKinds, publishPlan, ...absenceKinds],
    projections: [catalogueProjection],
  }
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
  return withNames(
    reader,
    affected.map((booking) => ({ booking })),
  )
}
