/** A booking at another place or time: the same booking, with what follows from where it is now. */
import type { Catalogue } from '../../sites/catalogue.ts'
import { partIdsOf } from '../../sites/links.ts'
import type { Resource } from '../../sites/resource.ts'
import type { Instant } from '../../values/instant.ts'
import type { Interval } from '../../values/interval.ts'
import type { Booking } from '../booking.ts'
import { changeKind } from '../cancellation/change-terms.ts'
import { bookedWallTime } from '../wishes/choice.ts'
import type { ChangedTerms } from './decide-change.ts'

interface Place {
  readonly resource: Resource
  readonly unit: number
  readonly interval: Interval
}

/** An occurrence of a series keeps what was changed here when the series changes (D-17). */
export function changed(
  booking: Booking,
  { resource, unit, interval }: Place,
  terms: Pick<ChangedTerms, 'price' | 'owed' | 'policy' | 'covered' | 'dayPrice'>,
  catalogue: Catalogue,
  now: Instant,
): Booking {
  const isSamePlace = resource.id === booking.resourceId
  const place = {
    ...{ resourceId: resource.id, unit, parts: partIdsOf(catalogue, resource), interval },
    wall: bookedWallTime(catalogue.zone, interval),
  }
  const checkIn = isSamePlace ? booking.checkIn : resource.rules.checkIn
  const series = detached(booking, resource, interval)
  const { price, owed, policy, covered } = terms
  const kind = changeKind(booking, { resourceId: resource.id, interval })
  // What is left of a time is what was agreed (D-23).
  const { dayPrice } = kind === 'shorter' || kind === 'same' ? booking : terms
  const costs = { price, owed, policy, covered, dayPrice }
  return { ...booking, ...place, ...costs, checkIn, series, changedAt: now }
}

function detached(
  { series, resourceId, interval: before }: Booking,
  resource: Resource,
  interval: Interval,
): Booking['series'] {
  if (series === null) return null
  const isOtherTime = before.startsAt !== interval.startsAt || before.endsAt !== interval.endsAt
  const fields = new Set(series.detached)
  if (isOtherTime) fields.add('time')
  if (resourceId !== resource.id) fields.add('place')
  return { ...series, detached: [...fields] }
}
