/** The reads that several rooms share: who I am, where I am, what is known of it, and how old that is. */
import { type Accessor, createMemo, createSignal } from 'solid-js'
import type { Occupied } from '../../domain/bookings/occupancy.ts'
import { occupiedOnDay } from '../../domain/bookings/occupancy-sections.ts'
import type { Member } from '../../domain/memberships/member.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import type { SiteId } from '../../domain/values/ids.ts'
import { addDays, type LocalDate } from '../../domain/values/local-date.ts'
import { database } from './database.ts'
import { createLiveQuery } from './live-query.ts'
import type { BookingRow, CatalogueRow, OccupancyRow, SyncStatusRow } from './rows.ts'

const SITE_KEY = 'portal.site'
const [chosenSite, setChosenSite] = createSignal(localStorage.getItem(SITE_KEY))

/** Which location the screens show; the member's first one until they choose. */
export function chooseSite(siteId: SiteId): void {
  localStorage.setItem(SITE_KEY, siteId)
  setChosenSite(siteId)
}

export function createMember(): Accessor<Member | undefined> {
  const row = createLiveQuery(() => database().me.get('me'))
  return () => row()?.member
}

export function createCatalogues(): Accessor<readonly CatalogueRow[] | undefined> {
  return createLiveQuery(() => database().catalogues.toArray())
}

/** The catalogue of the chosen location, or of the member's first. Undefined until the first read or the first contact. */
export function createSiteCatalogue(): Accessor<CatalogueRow | undefined> {
  const rows = createCatalogues()
  const member = createMember()
  return createMemo(() => {
    const known = rows() ?? []
    const home = member()?.siteIds[0]
    return (
      known.find((row) => row.siteId === chosenSite()) ??
      known.find((row) => row.siteId === home) ??
      known[0]
    )
  })
}

export function createBookings(): Accessor<readonly BookingRow[] | undefined> {
  return createLiveQuery(() => database().bookings.orderBy('startsAt').toArray())
}

export function createStatus(): Accessor<SyncStatusRow | undefined> {
  return createLiveQuery(() => database().status.get('sync'))
}

/** What holds a site's resources on a date and the day after it, so that a night is covered. */
export function createOccupancy(
  siteId: () => SiteId | undefined,
  date: () => LocalDate,
): Accessor<readonly OccupancyRow[] | undefined> {
  return createLiveQuery(async () => {
    const site = siteId()
    if (site === undefined) return []
    const keys: [string, string][] = [-1, 0, 1].map((day) => [site, addDays(date(), day)])
    const rows = await database().occupancy.bulkGet(keys)
    return rows.filter((row): row is OccupancyRow => row !== undefined)
  })
}

/** Rows as the rules read them. */
export function toOccupied(
  catalogue: Catalogue,
  rows: readonly OccupancyRow[],
): readonly Occupied[] {
  return rows.flatMap((row) =>
    occupiedOnDay(
      catalogue.zone,
      row.date,
      row.spans.map(([resourceId, unit, startMinute, endMinute, state]) => ({
        resourceId,
        unit,
        startMinute,
        endMinute,
        state,
      })),
    ),
  )
}
