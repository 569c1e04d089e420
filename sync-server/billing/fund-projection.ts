/** Credits and deposits, and who bills are made out to, in the document of whoever they are of: a member's own, and a team's in that of who manages it. */

import { billToSections } from '../../domain/billing/bill-to-sections.ts'
import { depositSections, fundSections } from '../../domain/billing/fund-sections.ts'
import { payerId } from '../../domain/memberships/holder.ts'
import type { Instant } from '../../domain/values/instant.ts'
import type { Named, Projection } from '../settlement/kind.ts'
import { billTosOf } from '../storage/bill-tos.ts'
import { keptSince, teamsManagedBy } from '../storage/kept-bills.ts'
import { asksOfPayers } from '../storage/load-deposits.ts'
import { fundsOfPayers } from '../storage/load-funds.ts'
import type { Tx } from '../storage/storage.ts'

async function projectFunds(tx: Tx, names: readonly Named<'member'>[], now: Instant) {
  const memberIds = names.map(({ memberId }) => memberId)
  const teams = await teamsManagedBy(tx, memberIds)
  const payers = [...memberIds, ...[...teams.values()].flat()]
  const stories = await fundsOfPayers(tx, payers, keptSince(now))
  const asks = await asksOfPayers(tx, payers)
  const billTos = await billTosOf(tx, payers)
  return memberIds.map((id) => {
    const own = [id, ...(teams.get(id) ?? [])]
    return {
      ...depositSections(asks.filter(({ payer }) => own.includes(payerId(payer)))),
      ...fundSections(stories.filter(({ fund }) => own.includes(payerId(fund.payer)))),
      ...billToSections(billTos.filter(({ payer }) => own.includes(payerId(payer)))),
    }
  })
}

/** No booking and no outcome is money that is kept. */
export const fundProjection: Projection = {
  document: 'member',
  project: projectFunds,
  entriesOf: () => [],
}
