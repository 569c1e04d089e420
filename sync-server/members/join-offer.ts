/** What a link to join offers, for whoever stands before the poster. */
import { feeOf } from '../../domain/billing/memberships/fee-periods.ts'
import { firstBillOf } from '../../domain/billing/memberships/first-bill.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import { rulesInForce } from '../../domain/sites/house-rules.ts'
import { type SiteId, type TierId, toId } from '../../domain/values/ids.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { money } from '../../domain/values/money.ts'
import { toWallTime } from '../../domain/values/zone.ts'
import type { PeopleTables } from '../storage/people-tables.ts'

export interface Link {
  readonly siteId: SiteId
  readonly needsApproval: boolean
  /** Who joins is led to where a card is entered before they book. */
  readonly needsMethod: boolean
  readonly tierIds: readonly TierId[]
}

export function offerOf(
  { catalogue, needsApproval, needsMethod, tierIds }: Link & { catalogue: Catalogue },
  at: Instant,
) {
  const { billing, currency, name: siteName } = catalogue.site
  const today = toWallTime(catalogue.zone, at).date
  const feeTold = (tierId: TierId) => {
    const fee = feeOf(billing, tierId)
    if (fee === null) return null
    const deposit = money(billing.startsOn === null ? 0 : (fee.depositMinor ?? 0), currency)
    return { price: money(fee.priceMinor, currency), per: fee.per, deposit }
  }
  return {
    siteName,
    needsApproval,
    needsMethod,
    houseRules: rulesInForce(catalogue, at),
    tiers: catalogue.tiers
      .filter(({ id }) => tierIds.includes(id))
      .map(({ id, name }) => {
        return { id, name, fee: feeTold(id), firstBill: firstBillOf(catalogue, id, today) }
      }),
  }
}

export function linkOf(row: PeopleTables['join_link']): Link {
  const tierIds = JSON.parse(row.tiers) as readonly TierId[] // written above alone
  const [needsApproval, needsMethod] = [row.needs_approval === 1, row.needs_method === 1]
  return { siteId: toId('site', row.site_id), needsApproval, needsMethod, tierIds }
}
