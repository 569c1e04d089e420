import type { ResourceId, TierId } from '../values/ids.ts'
import type { Weekday } from '../values/local-date.ts'
import type { ResourceKind } from './resource.ts'

/**
 * A price as an operator sets it. The most specific row wins: resource before kind before any; then tier before any; then hours before
 * all day; of equals the higher priority, then the lower price (D-72). Amounts are minor units of the site's currency.
 */
export interface RateRow {
  readonly id: string
  readonly resourceId: ResourceId | null
  readonly kind: ResourceKind | null
  readonly tierId: TierId | null
  /** Null: at any time. */
  readonly hours: RateHours | null
  readonly priority: number
  readonly hourMinor: number
  /** Half a day of a place that is booked by the half-day, and the most that its hours cost. */
  readonly halfDayMinor: number | null
  /** A day of a place that is booked by the day, and the most that the hours of one cost anywhere. */
  readonly dayMinor: number | null
  /** What it costs is paid when it is booked; else it is on the next bill. */
  readonly isPrepaid: boolean
}

/** Wall time of the site, half-open, within one day: "weekdays 18:00 to 22:00". */
export interface RateHours {
  /** 1 is Monday. */
  readonly weekdays: readonly Weekday[]
  readonly from: number
  readonly until: number
}
