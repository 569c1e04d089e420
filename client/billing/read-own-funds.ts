import type { Accessor } from 'solid-js'
import type { FundStory } from '../../domain/billing/fund.ts'
import { readFund } from '../../domain/billing/fund-sections.ts'
import { createOwnRecords } from '../store/records.ts'

/** Credits and deposits of the member at a location, and those of the team they manage, the newest first. */
export function createOwnFunds(siteId: () => string): Accessor<readonly FundStory[]> {
  const records = createOwnRecords('funds', readFund)
  return () =>
    [...(records()?.all.values() ?? [])]
      .filter(({ fund }) => fund.siteId === siteId())
      .sort((a, b) => b.fund.notedAt - a.fund.notedAt)
}
