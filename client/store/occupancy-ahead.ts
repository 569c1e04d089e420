/** What holds a site's resources over weeks, for questions that look ahead. */
import type { Accessor } from 'solid-js'
import type { Occupied } from '../../domain/bookings/occupancy/occupancy.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import type { SiteId } from '../../domain/values/ids.ts'
import { addDays, type LocalDate } from '../../domain/values/local-date.ts'
import { database } from './database.ts'
import { createLiveQuery } from './live-query.ts'
import { toOccupied } from './occupancy.ts'
import type { StoredOccupancy } from './rows.ts'

export type OccupancyDays = ReadonlyMap<LocalDate, StoredOccupancy>

/** After every date in the order of texts. */
const END_OF_TIME = '9999'

/** Everything this device knows of a site from a date on, by day. */
export function createOccupancyFrom(
  siteId: () => SiteId,
  date: () => LocalDate,
): Accessor<OccupancyDays | undefined> {
  return createLiveQuery(
    async ({ site, from }) => {
      const rows = await database()
        .occupancy.where('[siteId+date]')
        .between([site, from], [site, END_OF_TIME])
        .toArray()
      return new Map(rows.map((row) => [row.date, row]))
    },
    () => ({ site: siteId(), from: date() }),
  )
}

/** What is taken around a day; null where this device does not know the day. */
export function occupiedAround(
  catalogue: Catalogue,
  days: OccupancyDays,
  date: LocalDate,
): readonly Occupied[] | null {
  if (!days.has(date)) return null
  const rows = [-1, 0, 1].flatMap((day) => days.get(addDays(date, day)) ?? [])
  return toOccupied(catalogue, rows)
}

/** Every day of a site this device knows, for questions that reach over weeks. How old each is does not matter there. */
export function createKnownOccupancy(
  siteId: () => SiteId,
): Accessor<readonly StoredOccupancy[] | undefined> {
  return createLiveQuery(
    (site) =>
      database().occupancy.where('[siteId+date]').between([site, ''], [site, '9999']).toArray(),
    siteId,
  )
}
