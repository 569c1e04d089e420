import type { Accessor } from 'solid-js'
import type { SiteId } from '../../domain/values/ids.ts'
import type { LocalDate } from '../../domain/values/local-date.ts'
import { database } from './database.ts'
import { createLiveQuery } from './live-query.ts'
import type { DeskRow, StoredDesk } from './rows.ts'

/** Who comes to a site on a date, for staff. Undefined while it was not asked for or has not arrived. */
export function createDayList(
  siteId: () => SiteId | undefined,
  date: () => LocalDate,
): Accessor<DeskRow | undefined> {
  return createLiveQuery(
    async ({ site, day }) => {
      const row = await database().desk.get([site ?? '', day])
      const head = await database().heads.get(`desk/${site}/${day}`)
      return row === undefined ? undefined : { ...row, asOf: head?.asOf ?? 0 }
    },
    () => ({ site: siteId(), day: date() }),
  )
}

/** Several days of the same; those that have not arrived are left out. */
export function createDayLists(
  siteId: () => SiteId,
  dates: () => readonly LocalDate[],
): Accessor<readonly StoredDesk[] | undefined> {
  return createLiveQuery(
    async ({ site, days }) => {
      const rows = await database().desk.bulkGet(days.map((day): [string, string] => [site, day]))
      return rows.filter((row) => row !== undefined)
    },
    () => ({ site: siteId(), days: dates() }),
  )
}
