/** What all that somebody has of one day at one rate costs at most, as it stood when a part of it was booked (D-20, D-23). */
import type { Catalogue } from '../sites/catalogue.ts'
import { turnOf } from '../sites/granularity.ts'
import type { Resource, ResourceKind } from '../sites/resource.ts'
import type { TierId } from '../values/ids.ts'
import type { Interval } from '../values/interval.ts'
import { quote } from './quote.ts'

export interface DayPrice {
  readonly rateId: string
  readonly kind: ResourceKind
  /** In minor units of the location's currency. */
  readonly dayMinor: number | null
  readonly half: HalfDayPrice | null
}

export interface HalfDayPrice {
  readonly minor: number
  /** Minute of the day at which the afternoon begins. */
  readonly turnsAt: number
}

/** Null where several rates price the time, or several days, or its rate names no price for a day or half of one. */
export function dayPriceOf(
  catalogue: Catalogue,
  resource: Resource,
  interval: Interval,
  tierId: TierId | null,
): DayPrice | null {
  const [line, ...more] = quote(catalogue, resource, interval, tierId).lines
  const rate = catalogue.rates.find(({ id }) => id === line?.rateId)
  if (rate === undefined || more.length > 0) return null
  const { id: rateId, dayMinor, halfDayMinor } = rate
  const turnsAt = turnOf(resource.rules)
  const half = halfDayMinor === null || turnsAt === null ? null : { minor: halfDayMinor, turnsAt }
  if (dayMinor === null && half === null) return null
  return { rateId, kind: resource.kind, dayMinor, half }
}
