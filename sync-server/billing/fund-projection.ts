/** Credits and deposits in the document of whoever they are of: a member's own, and a team's in that of who manages it. */
import { payerId } from '../../domain/billing/bill.ts'
import { fundSections } from '../../domain/billing/fund-sections.ts'
import type { Instant } from '../../domain/values/instant.ts'
import type { Named, Projection } from '../settlement/kind.ts'
import { keptSince, teamsManagedBy } from '../storage/kept-bills.ts'
import { fundsOfPayers } from '../storage/load-funds.ts'
import type { Tx } from '../storage/storage.ts'

async function projectFunds(tx: Tx, names: readonly Named<'member'>[], now: Instant) {
  const memberIds = names.map(({ memberId }) => memberId)
  const teams = await teamsManagedBy(tx, memberIds)
  const payers = [...memberIds, ...[...teams.values()].flat()]
  const stories = await fundsOfPayers(tx, payers, keptSince(now))
  return memberIds.map((id) => {
    const own = [id, ...(teams.get(id) ?? [])]
    return fundSections(stories.filter(({ fund }) => own.includes(payerId(fund.payer))))
  })
}

/** No booking and no outcome is money that is kept. */
export const fundProjection: Projection = {
  document: 'member',
  project: projectFunds,
  entriesOf: () => [],
}
