/** A site's catalogue from its tables. What rooms decide with is exactly what members are sent. */
import type { Tier } from '../../domain/memberships/tier.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import type { Closure } from '../../domain/sites/opening-hours.ts'
import type { RateRow } from '../../domain/sites/rate-row.ts'
import type { Resource } from '../../domain/sites/resource.ts'
import type { Site } from '../../domain/sites/site.ts'
import type { ZoneTable } from '../../domain/values/zone.ts'
import { parseKept } from './parse-kept.ts'
import { readSetting } from './settings.ts'
import type { Reader } from './storage.ts'

/** The catalogue, or null when there is no such site. Rows hold what we wrote ourselves, so they are believed. */
export async function loadCatalogue(reader: Reader, siteId: string): Promise<Catalogue | null> {
  const site = await reader
    .selectFrom('site')
    .select('body')
    .where('id', '=', siteId)
    .executeTakeFirst()
  if (site === undefined) return null
  const zone = await loadZone(reader, siteId)
  if (zone === null) return null
  const resources = await reader
    .selectFrom('resource')
    .select(['body', 'retired_at'])
    .where('site_id', '=', siteId)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const bodies = async (table: 'tier' | 'rate') => {
    const rows = await reader
      .selectFrom(table)
      .select('body')
      .where('site_id', '=', siteId)
      .orderBy('position')
      .execute()
    return rows.map((row) => parseKept<unknown>(row.body))
  }
  const closures = await reader
    .selectFrom('closure')
    .select('body')
    .where('site_id', '=', siteId)
    .where('removed_at', 'is', null)
    .orderBy('id')
    .execute()
  return {
    site: parseKept<Site>(site.body),
    zone,
    resources: resources
      .filter((row) => row.retired_at === null)
      .map((row) => parseKept<Resource>(row.body)),
    former: resources
      .filter((row) => row.retired_at !== null)
      .map((row) => parseKept<Resource>(row.body))
      .map(({ id, kind, name }) => ({ id, kind, name })),
    closures: closures.map((row) => parseKept<Closure>(row.body)),
    tiers: (await bodies('tier')) as Tier[],
    rates: (await bodies('rate')) as RateRow[],
  }
}

/** A location by itself; null when there is no such one. */
export async function loadSite(reader: Reader, siteId: string): Promise<Site | null> {
  const site = reader.selectFrom('site').select('body').where('id', '=', siteId)
  const row = await site.executeTakeFirst()
  return row === undefined ? null : parseKept<Site>(row.body)
}

/** The site's table of offsets alone: what a projection needs to tell days. */
export async function loadZone(reader: Reader, siteId: string): Promise<ZoneTable | null> {
  const text = await readSetting(reader, `zone:${siteId}`)
  return text === null ? null : parseKept<ZoneTable>(text)
}
