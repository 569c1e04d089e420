/** What holds a site's resources, as far as this device knows. */
import type { Accessor } from 'solid-js'
import { withLinked } from '../../domain/bookings/links/linked-spans.ts'
import type { Occupied } from '../../domain/bookings/occupancy/occupancy.ts'
import { occupiedOnDay } from '../../domain/bookings/occupancy/occupancy-sections.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import type { SiteId } from '../../domain/values/ids.ts'
import { addDays, isoWeekOf, type LocalDate } from '../../domain/values/local-date.ts'
import { database } from './database.ts'
import { createLiveQuery } from './live-query.ts'
import type { OccupancyRow, StoredOccupancy } from './rows.ts'

export type OccupancyDays = ReadonlyMap<LocalDate, StoredOccupancy>

/** After every date in the order of texts. */
const END_OF_TIME = '9999'

/** The date with the days before and after it, so that a night is covered. Days this device knows nothing of are left out. */
export function createOccupancy(
  siteId: () => SiteId | undefined,
  date: () => LocalDate,
): Accessor<readonly OccupancyRow[] | undefined> {
  return createLiveQuery(
    ({ site, day }) => (site === undefined ? [] : readOccupancy(site, day)),
    () => ({ site: siteId(), day: date() }),
  )
}

async function readOccupancy(siteId: SiteId, date: LocalDate): Promise<readonly OccupancyRow[]> {
  const dates = [-1, 0, 1].map((day) => addDays(date, day))
  const names = dates.map((day) => `occupancy/${siteId}/${isoWeekOf(day)}`)
  const db = database()
  const rows = await db.occupancy.bulkGet(dates.map((day): [string, string] => [siteId, day]))
  const heads = await db.heads.bulkGet(names)
  return rows.flatMap((row, index) =>
    row === undefined ? [] : [{ ...row, asOf: heads[index]?.asOf ?? 0 }],
  )
}

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

/** Rows as the rules read them, with what is taken because a place linked to it is. */
export function toOccupied(
  catalogue: Catalogue,
  rows: readonly StoredOccupancy[],
): readonly Occupied[] {
  const spans = rows.flatMap((row) =>
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
  return withLinked(catalogue, spans)
}
