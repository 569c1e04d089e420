/** The morning after the last day of a credit: what is left of it is the space's again. */
import { endCredit } from '../../domain/billing/decide-funds.ts'
import { must } from '../../domain/values/assert.ts'
import { toWallTime } from '../../domain/values/zone.ts'
import type { Settlement } from '../settlement/settlement.ts'
import { loadCatalogue } from '../storage/load-catalogue.ts'
import { findFund } from '../storage/load-funds.ts'

export async function endFund(settlement: Settlement, fundId: string): Promise<void> {
  await settlement.act(async (tx, now) => {
    const story = await findFund(tx, fundId)
    if (story === null) return []
    const catalogue = await loadCatalogue(tx, story.fund.siteId)
    const { zone } = must(catalogue, 'a location is never removed')
    const move = endCredit(story, toWallTime(zone, now).date, now)
    return move === null ? [] : [{ kind: 'fund-move', fund: story.fund, move }]
  })
}
