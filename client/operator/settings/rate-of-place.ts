import type { RateRow } from '../../../domain/sites/rate-row.ts'
import type { Resource } from '../../../domain/sites/resource.ts'

/** The row of the price table that speaks most closely of a place: its own, its kind's, or everybody's. -1 where none does. */
export function rateOf(place: Resource, rates: readonly RateRow[]): number {
  const own = rates.findIndex(({ resourceId }) => resourceId === place.id)
  if (own !== -1) return own
  const ofKind = rates.findIndex(
    ({ resourceId, kind }) => resourceId === null && kind === place.kind,
  )
  if (ofKind !== -1) return ofKind
  return rates.findIndex(({ resourceId, kind }) => resourceId === null && kind === null)
}
