/** What is known of the member's locations, and which of them the screens show. */
import { type Accessor, createMemo, createSignal } from 'solid-js'
import type { SiteId } from '../../domain/values/ids.ts'
import { createFirstQuery } from './live-query.ts'
import { createMember } from './member.ts'
import type { CatalogueRow } from './rows.ts'
import { readVisitedSites, visitSite } from './visited-sites.ts'

const [chosenSite, setChosenSite] = createSignal(readVisitedSites()[0])

/** Which location the screens show; the member's first one until they choose. */
export function chooseSite(siteId: SiteId): void {
  visitSite(siteId)
  setChosenSite(siteId)
}

export function createCatalogues(): Accessor<readonly CatalogueRow[] | undefined> {
  return createFirstQuery(async (reader) => {
    const rows = await reader.all('catalogues')
    const names = rows.map((row) => `catalogue/${row.siteId}`)
    const heads = await reader.many('heads', names)
    return rows.map((row, index) => ({ ...row, asOf: heads[index]?.asOf ?? 0 }))
  })
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
