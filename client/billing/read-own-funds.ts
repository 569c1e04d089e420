import type { Accessor } from 'solid-js'
import type { Addon } from '../../domain/billing/addons/addon.ts'
import { readAddon } from '../../domain/billing/addons/addon-sections.ts'
import type { DepositAsk } from '../../domain/billing/deposits/deposit.ts'
import type { FundStory } from '../../domain/billing/fund.ts'
import { readDeposit, readFund } from '../../domain/billing/fund-sections.ts'
import { readRedemption } from '../../domain/billing/promos/promo-sections.ts'
import type { Redemption } from '../../domain/sites/promo.ts'
import { createOwnRecords } from '../store/records.ts'

/** Credits and deposits of the member at a location, and those of the team they manage, the newest first. */
export function createOwnFunds(siteId: () => string): Accessor<readonly FundStory[]> {
  const records = createOwnRecords('funds', readFund)
  return () =>
    [...(records()?.all.values() ?? [])]
      .filter(({ fund }) => fund.siteId === siteId())
      .sort((a, b) => b.fund.notedAt - a.fund.notedAt)
}

/** Deposits that the member, and the team they manage, are asked for, the oldest first. */
export function createOwnDeposits(siteId: () => string): Accessor<readonly DepositAsk[]> {
  const records = createOwnRecords('deposits', readDeposit)
  return () => [...(records()?.all.values() ?? [])].filter((one) => one.siteId === siteId())
}

/** Codes the member has redeemed at a location, the newest first. */
export function createOwnPromos(siteId: () => string): Accessor<readonly Redemption[]> {
  const records = createOwnRecords('promos', readRedemption)
  return () =>
    [...(records()?.all.values() ?? [])]
      .filter((one) => one.siteId === siteId())
      .sort((a, b) => b.redeemedAt - a.redeemedAt)
}

/** What the member has and had by the month at a location, in the order in which they took it. */
export function createOwnAddons(siteId: () => string): Accessor<readonly Addon[]> {
  const records = createOwnRecords('addons', readAddon)
  return () => [...(records()?.all.values() ?? [])].filter((one) => one.siteId === siteId())
}
