import type { Holder } from '../../domain/memberships/holder.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import type { Closure } from '../../domain/sites/opening-hours.ts'
import type { ResourceId } from '../../domain/values/ids.ts'
import { inParts } from '../storage/in-parts.ts'
import { writeSetting } from '../storage/settings.ts'
import type { Tx } from '../storage/storage.ts'

/** Who holds a resource by contract: said beside the catalogue, because every member reads that. */
export interface Assignment {
  readonly resourceId: ResourceId
  readonly holder: Holder
}

/** Writes a site that is not there yet, with everything its members are told about it. */
export async function writeCatalogue(
  tx: Tx,
  catalogue: Catalogue,
  position: number,
  assignments: readonly Assignment[],
): Promise<void> {
  const { site } = catalogue
  const site_id = site.id
  await tx
    .insertInto('site')
    .values({ id: site_id, position, body: JSON.stringify(site) })
    .execute()
  await writeSetting(tx, `zone:${site_id}`, JSON.stringify(catalogue.zone))
  const rows = (list: readonly { readonly id: string }[]) =>
    list.map((one, index) => ({
      id: one.id,
      site_id,
      position: index,
      body: JSON.stringify(one),
    }))
  const resources = rows(catalogue.resources).map((row) => {
    const holder = assignments.find((one) => one.resourceId === row.id)?.holder
    return {
      ...row,
      assigned_member: holder?.kind === 'member' ? holder.memberId : null,
      assigned_team: holder?.kind === 'team' ? holder.teamId : null,
      retired_at: null,
    }
  })
  for (const part of inParts(resources)) await tx.insertInto('resource').values(part).execute()
  for (const part of inParts(rows(catalogue.tiers))) {
    await tx.insertInto('tier').values(part).execute()
  }
  for (const part of inParts(rows(catalogue.rates))) {
    await tx.insertInto('rate').values(part).execute()
  }
  await writeClosures(tx, site_id, catalogue.closures)
}

export async function writeClosures(
  tx: Tx,
  site_id: string,
  closures: readonly Closure[],
): Promise<void> {
  for (const part of inParts(closures)) {
    const rows = part.map((one) => ({
      ...{ id: one.id, site_id, removed_at: null },
      body: JSON.stringify(one),
    }))
    await tx.insertInto('closure').values(rows).execute()
  }
}
