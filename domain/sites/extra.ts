import type { ExtraId } from '../values/ids.ts'
import type { ResourceKind } from './resource.ts'

/** How an extra is had: once, with a booking; or by the month, until it is ended. */
export const extraRhythms = ['booking', 'month'] as const
export type ExtraRhythm = (typeof extraRhythms)[number]

/**
 * What comes with a booking and is counted: coffee, lunch, a flip chart's paper. Or what somebody has by the month beside their membership:
 * a locker, an address for their mail. It is no place, so it is never booked.
 */
export interface Extra {
  readonly id: ExtraId
  readonly name: string
  /** One of it, in minor units of the site's currency. */
  readonly priceMinor: number
  readonly per: ExtraRhythm
  /** How many there are of what is had by the month; null where there are as many as are asked for, and of what comes with a booking. */
  readonly stock: number | null
  /** Of one booking, or of one member. */
  readonly maxCount: number
  /** How long before the start it must be asked for. */
  readonly noticeMinutes: number
  /** With which kinds of places it comes; none: with any. */
  readonly kinds: readonly ResourceKind[]
}
