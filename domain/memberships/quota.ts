import type { ResourceKind } from '../sites/resource.ts'

/**
 * How much of some kinds of places a membership includes. Each quota counts for itself: one desk a day and two hours of rooms a day
 * have nothing to do with each other (D-28).
 */
export interface Quota {
  readonly id: string
  readonly kinds: readonly ResourceKind[]
  /** The stretch that is counted over, in the location's calendar; `concurrent` counts what a member has at one moment. */
  readonly per: QuotaPeriod
  /** `concurrent` counts bookings, whatever stands here. */
  readonly unit: 'bookings' | 'minutes'
  readonly max: number
}

export interface CountedQuota extends Quota {
  /** Set by the member's team, not by their membership. */
  readonly isTeams?: true
}

export const quotaPeriods = ['concurrent', 'day', 'week', 'month'] as const
export type QuotaPeriod = (typeof quotaPeriods)[number]
