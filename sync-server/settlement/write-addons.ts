/** What members have by the month, as rows that say when it is over: with its own end, or with the last of their memberships. */
import type { DocumentName } from '../../domain/access/document-name.ts'
import { type Addon, overOn } from '../../domain/billing/addons/addon.ts'
import type { Membership } from '../../domain/memberships/membership.ts'
import { must } from '../../domain/values/assert.ts'
import type { SiteId } from '../../domain/values/ids.ts'
import type { Instant } from '../../domain/values/instant.ts'
import type { LocalDate } from '../../domain/values/local-date.ts'
import { toWallTime } from '../../domain/values/zone.ts'
import { addonsOfMembers } from '../storage/load-addons.ts'
import { loadSite, loadZone } from '../storage/load-catalogue.ts'
import type { Tx } from '../storage/storage.ts'

export interface AddonFact {
  readonly kind: 'addon'
  readonly addon: Addon
  /** The day after its last one, where that is known. */
  readonly until: LocalDate | null
  /** How many of it there are; null where nobody counts. */
  readonly stock: number | null
}

export async function writeAddon(
  tx: Tx,
  { addon, until, stock }: AddonFact,
): Promise<readonly DocumentName[]> {
  const { id, siteId: site_id, extraId: extra_id, memberId, startsOn: starts_on } = addon
  const ends = { until_on: until, body: JSON.stringify(addon) }
  const known = await tx.updateTable('addon').set(ends).where('id', '=', id).executeTakeFirst()
  if (known.numUpdatedRows === 0n) {
    const row = { id, site_id, extra_id, member_id: memberId, starts_on, stock, ...ends }
    await tx.insertInto('addon').values(row).execute()
  }
  return [{ kind: 'member', memberId }]
}

/** Their memberships are others now, and what comes beside them is over with the last of them. */
export async function followMemberships(
  tx: Tx,
  memberId: string,
  memberships: readonly Membership[],
): Promise<void> {
  for (const addon of await addonsOfMembers(tx, [memberId])) {
    const site = await loadSite(tx, addon.siteId)
    if (site === null) continue
    const until_on = overOn(addon, memberships, site.billing.billingDay)
    await tx.updateTable('addon').set({ until_on }).where('id', '=', addon.id).execute()
  }
}

/** Their member belongs to the location no more: what they had there is over, and may be had by others. */
export async function endAddons(
  tx: Tx,
  memberId: string,
  siteId: SiteId,
  now: Instant,
): Promise<void> {
  const zone = must(await loadZone(tx, siteId), 'every location has its clock')
  const today = toWallTime(zone, now).date
  for (const addon of await addonsOfMembers(tx, [memberId])) {
    const isOver = addon.endsOn !== null && addon.endsOn <= today
    if (addon.siteId !== siteId || isOver) continue
    const body = JSON.stringify({ ...addon, endsOn: today })
    await tx
      .updateTable('addon')
      .set({ until_on: today, body })
      .where('id', '=', addon.id)
      .execute()
  }
}
