import type { Accessor } from 'solid-js'
import type { SiteId } from '../../domain/values/ids.ts'
import type { LocalDate } from '../../domain/values/local-date.ts'
import { database } from './database.ts'
import { createLiveQuery } from './live-query.ts'
import type { DeskRow } from './rows.ts'

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
