/** At start: zone tables from this runtime's own data, and every catalogue projected, so that members hear of what changed. */
import type { Site } from '../../domain/sites/site.ts'
import type { Instant } from '../../domain/values/instant.ts'
import type { Settlement } from '../settlement/settlement.ts'
import { writeSetting } from '../storage/settings.ts'
import type { Storage } from '../storage/storage.ts'
import { makeZoneTable } from './zone-table.ts'

export async function refreshCatalogues(
  storage: Storage,
  settlement: Settlement,
  now: Instant,
): Promise<void> {
  const sites = await storage.read.selectFrom('site').select(['id', 'body']).execute()
  for (const { id, body } of sites) {
    const { zone } = JSON.parse(body) as Site // written by us alone
    const table = JSON.stringify(makeZoneTable(zone, new Date(now)))
    await storage.transaction((tx) => writeSetting(tx, `zone:${id}`, table))
    await settlement.ensureDocument(`catalogue/${id}`)
  }
}
