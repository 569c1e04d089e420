import type { ExtraId } from '../values/ids.ts'
import type { ResourceKind } from './resource.ts'

/** What comes with a booking and is counted: coffee, lunch, a flip chart's paper. It is no place, so it is never taken. */
export interface Extra {
  readonly id: ExtraId
  readonly name: string
  /** One of it, in minor units of the site's currency. */
  readonly priceMinor: number
  /** Of one booking. */
  readonly maxCount: number
  /** How long before the start it must be asked for. */
  readonly noticeMinutes: number
  /** With which kinds of places it comes; none: with any. */
  readonly kinds: readonly ResourceKind[]
}
