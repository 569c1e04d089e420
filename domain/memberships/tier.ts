import type { AdvanceLimit } from '../sites/booking-rules.ts'
import type { CancellationPolicy } from '../sites/cancellation-policy.ts'
import type { ResourceKind } from '../sites/resource.ts'
import type { TierId } from '../values/ids.ts'
import type { Allowance } from './allowance.ts'
import type { Quota } from './quota.ts'

/** What a membership lets its member book. Prices by tier are rates. */
export interface Tier {
  readonly id: TierId
  readonly name: string
  /** Kinds its members may book; others are refused with the reason `tier`. */
  readonly kinds: readonly ResourceKind[]
  /** Limits beside those of the resource; the strictest wins. */
  readonly advanceLimits: readonly AdvanceLimit[]
  readonly maxMinutes: number | null
  /** Its members cancel by this policy whatever they book; null follows each resource. */
  readonly cancellation: CancellationPolicy | null
  /** All of them must hold; the first that does not is the reason. */
  readonly quotas: readonly Quota[]
  /** What is paid for with the membership: bookings use it up before they cost anything. */
  readonly allowances: readonly Allowance[]
}
