/** What staff are about to do in the calendar: a booking taken elsewhere, or a stretch of free time picked. Nothing is sent before they say so. */

import { checkMove } from '../../../domain/bookings/booking-rules.ts'
import type { Arrival } from '../../../domain/bookings/desk-sections.ts'
import { findUnit } from '../../../domain/bookings/occupancy/find-unit.ts'
import type { Occupied } from '../../../domain/bookings/occupancy/occupancy.ts'
import type { Refusal } from '../../../domain/bookings/wishes/refusal.ts'
import { intervalAt } from '../../../domain/bookings/wishes/times-of-day.ts'
import type { Catalogue } from '../../../domain/sites/catalogue.ts'
import type { Resource } from '../../../domain/sites/resource.ts'
import type { Instant } from '../../../domain/values/instant.ts'
import { overlaps } from '../../../domain/values/interval.ts'
import type { LocalDate } from '../../../domain/values/local-date.ts'
import { intervalOf, type Minutes } from './calendar-model.ts'

export interface Draft extends Minutes {
  /** The booking that moves; null where free time was picked. */
  readonly arrival: Arrival | null
  readonly date: LocalDate
  readonly resource: Resource
}

export interface DraftGround {
  readonly catalogue: Catalogue
  readonly occupied: readonly Occupied[]
  readonly now: Instant
}

/** Why it cannot be had, by the same rules the space moves bookings by; null where it can. What it costs the space decides. */
export function draftRefusal(
  draft: Draft,
  { catalogue, occupied, now }: DraftGround,
): Refusal | null {
  const { arrival, resource, date } = draft
  const interval = intervalAt(catalogue, date, draft)
  if (interval === null) return { reason: 'nonexistent-local-time' }
  const people = arrival?.people ?? 1
  const refusal = checkMove({ catalogue, resource, interval, people, now })
  if (refusal !== null) return refusal
  const others = occupied.filter((span) => arrival === null || !isOwn(span, arrival))
  const found = findUnit(resource, interval, others, null)
  return found.kind === 'taken' ? found.refusal : null
}

/** A unit holds one booking at a time, so what overlaps this one there is this one. */
function isOwn(span: Occupied, arrival: Arrival): boolean {
  return (
    span.resourceId === arrival.resourceId &&
    span.unit === arrival.unit &&
    overlaps(span.interval, intervalOf(arrival))
  )
}
