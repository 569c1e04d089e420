/** What a team lets one of its people use (P-12). What is counted for one of them says nothing of the others. */
import type { Money } from '../values/money.ts'
import type { Quota } from './quota.ts'

export interface TeamLimits {
  /** So much of some kinds of places, besides what their membership includes. */
  readonly quotas: readonly Quota[]
  /** What their bookings of a week or a month may owe; null for as much as they like. */
  readonly money: MoneyLimit | null
}

export interface MoneyLimit {
  readonly per: (typeof moneyPeriods)[number]
  readonly max: Money
}

export const moneyPeriods = ['week', 'month'] as const

export const noTeamLimits: TeamLimits = { quotas: [], money: null }
