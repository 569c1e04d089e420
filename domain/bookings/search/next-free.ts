/** When something wanted is free at the same time of another day: looked for day by day in what the device knows. */
import type { ResourceId } from '../../values/ids.ts'
import { limits } from '../../values/limits.ts'
import { addDays, type LocalDate } from '../../values/local-date.ts'
import type { Money } from '../../values/money.ts'
import type { Occupied } from '../occupancy/occupancy.ts'
import { intervalAt, type TimeSpan } from '../wishes/times-of-day.ts'
import { type OfferInput, offersOf, type Wanted } from './offers.ts'

export interface FreeTime {
  readonly date: LocalDate
  readonly resourceId: ResourceId
  readonly price: Money
}

/** As many days as there are places for them on a phone. */
export const FREE_TIMES_MAX = 3

export type NextFreeInput = Omit<OfferInput, 'interval' | 'occupied'> & {
  /** The day on which nothing is free; looked for from the next one on. */
  readonly after: LocalDate
  readonly span: TimeSpan
  /** What is taken around a day; null where the device does not know. */
  occupiedOn(date: LocalDate): readonly Occupied[] | null
}

/** The first days, at most three, each with the best place of that day. Stops where the device's knowledge ends. */
export function nextFree(input: NextFreeInput, wanted: Wanted): readonly FreeTime[] {
  const found: FreeTime[] = []
  const days = limits.occupancyWeeksAhead * 7
  for (let day = 1; day <= days && found.length < FREE_TIMES_MAX; day += 1) {
    const date = addDays(input.after, day)
    const interval = intervalAt(input.catalogue, date, input.span)
    const occupied = input.occupiedOn(date)
    if (interval === null || occupied === null) continue
    const [best] = offersOf({ ...input, interval, occupied }, wanted)
    if (best?.availability.state !== 'available' || best.availability.price === null) continue
    found.push({ date, resourceId: best.resource.id, price: best.availability.price })
  }
  return found
}
