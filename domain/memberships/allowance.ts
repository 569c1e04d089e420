import type { LotUnit } from '../sites/pass-offer.ts'
import type { ResourceKind } from '../sites/resource.ts'
import type { LocalDate } from '../values/local-date.ts'

/** What a membership pays for in each period. Each counts for itself. */
export interface Allowance {
  readonly id: string
  readonly kinds: readonly ResourceKind[]
  readonly unit: LotUnit
  readonly amount: number
  readonly per: AllowancePeriod
  /** The day of the month on which a month begins, 1 to 28, so that no month lacks it; of no meaning for a week. */
  readonly startsOnDay: number
  /** What becomes of what is not used by the end of its period; null: it is gone. */
  readonly rollover: Rollover | null
}

/** What is left of a period stays good for some more of them. */
export interface Rollover {
  readonly periods: number
  /** At most so much of one period; null for all that is left. */
  readonly amountMax: number | null
  /** Of periods that begin on this day or later: setting it gives nobody what was lost long ago. */
  readonly from: LocalDate
}

export const allowancePeriods = ['week', 'month'] as const
export type AllowancePeriod = (typeof allowancePeriods)[number]
