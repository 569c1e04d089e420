/** What a location sells to book with, and how it counts. */
import type { PassId } from '../values/ids.ts'
import type { ResourceKind } from './resource.ts'

/** What an allowance or a pass is counted in. An entry is one booking, however long. */
export const lotUnits = ['minutes', 'days', 'half-days', 'entries'] as const
export type LotUnit = (typeof lotUnits)[number]

export interface PassOffer {
  readonly id: PassId
  readonly name: string
  /** What it books. */
  readonly kinds: readonly ResourceKind[]
  readonly unit: LotUnit
  readonly amount: number
  readonly priceMinor: number
  /** Days from buying it, the first included; null where it never expires. */
  readonly validDays: number | null
}

export interface PassSettings {
  readonly offers: readonly PassOffer[]
  /** When a day ends that a pass pays for, in minutes after the midnight that follows it: 180 is three in the morning (D-21). */
  readonly dayEndsAtMinute: number
  /** How long a half-day pass lasts. */
  readonly halfDayMinutes: number
  /** How long what comes back from a cancelled booking lasts where its own time is over; 0 forfeits it (D-25). */
  readonly graceDays: number
}

export const usualPasses: PassSettings = {
  offers: [],
  dayEndsAtMinute: 180,
  halfDayMinutes: 300,
  graceDays: 7,
}
