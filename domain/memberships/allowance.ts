import type { LotUnit } from '../sites/pass-offer.ts'
import type { ResourceKind } from '../sites/resource.ts'

/** What a membership pays for in each period. Each counts for itself, and what is not used by the end of its period is gone. */
export interface Allowance {
  readonly id: string
  readonly kinds: readonly ResourceKind[]
  readonly unit: LotUnit
  readonly amount: number
  readonly per: AllowancePeriod
  /** The day of the month on which a month begins, 1 to 28, so that no month lacks it; of no meaning for a week. */
  readonly startsOnDay: number
}

export const allowancePeriods = ['week', 'month'] as const
export type AllowancePeriod = (typeof allowancePeriods)[number]
