/** What holds a site's resources, as far as this device knows. */
import type { Accessor } from 'solid-js'
import { withLinked } from '../../domain/bookings/links/linked-spans.ts'
import type { Occupied } from '../../domain/bookings/occupancy/occupancy.ts'
import { occupiedOnDay } from '../../domain/bookings/occupancy/occupancy-sections.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import type { SiteId } from '../../domain/values/ids.ts'
import { addDays, isoWeekOf, type LocalDate } from '../../domain/values/local-date.ts'
import { createFirstQuery } from './live-query.ts'
import type { Reader } from './reader.ts'
import type { OccupancyRow, StoredOccupancy } from './rows.ts'

/** The date with the days before and after it, so that a night is covered. Days this device knows nothing of are left out. */
export function createOccupancy(
  siteId: () => SiteId | undefined,
  date: () => LocalDate,
): Accessor<readonly OccupancyRow[] | undefined> {
  return createFirstQuery(
    async (reader, { site, day }) => (site === undefined ? [] : readOccupancy(reader, site, day)),
    () => ({ site: siteId(), day: date() }),
  )
}

async function readOccupancy(
  reader: Reader,
  siteId: SiteId,
  date: LocalDate,
): Promise<readonly OccupancyRow[]> {
  const dates = [-1, 0, 1].map((day) => addDays(date, day))
  const names = dates.map((day) => `occupancy/${siteId}/${isoWeekOf(day)}`)
  const rows = await reader.many(
    'occupancy',
    dates.map((day) => [siteId, day]),
  )
  const heads = await reader.many('heads', names)
  return rows.flatMap((row, index) =>
    row === undefined ? [] : [{ ...row, asOf: heads[index]?.asOf ?? 0 }],
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
