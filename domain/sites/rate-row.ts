import type { ResourceId, TierId } from '../values/ids.ts'
import type { ResourceKind } from './resource.ts'

/**
 * A price as an operator sets it. The most specific row wins: resource before kind before any; then tier before any.
 * Amounts are minor units of the site's currency; a local day never costs more than `dayMinor` where it is set.
 */
export interface RateRow {
  readonly id: string
  readonly resourceId: ResourceId | null
  readonly kind: ResourceKind | null
  readonly tierId: TierId | null
  readonly hourMinor: number
  readonly dayMinor: number | null
}
