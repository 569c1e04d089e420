/** What a booking would have besides, once it is changed: all of the new time, or what of it is not its own already. */
import { type Interval, toInterval } from '../../values/interval.ts'
import type { Booking, MoveOf } from '../booking.ts'

type Place = Pick<Booking, 'resourceId' | 'unit' | 'interval'>

/** In order: none, one, or one at each end. */
export function addedTime(has: Place, wished: Place): readonly Interval[] {
  const { startsAt, endsAt } = wished.interval
  const isElsewhere = wished.resourceId !== has.resourceId || wished.unit !== has.unit
  const isApart = endsAt <= has.interval.startsAt || startsAt >= has.interval.endsAt
  if (isElsewhere || isApart) return [wished.interval]
  const before =
    startsAt < has.interval.startsAt ? [toInterval(startsAt, has.interval.startsAt)] : []
  const after = endsAt > has.interval.endsAt ? [toInterval(has.interval.endsAt, endsAt)] : []
  return [...before, ...after]
}

/** It only ends later: whoever is there already may still have that. */
export function keepsStart(
  { resourceId }: Pick<Booking, 'resourceId'>,
  { resourceId: from, interval, to }: Pick<MoveOf, 'resourceId' | 'interval' | 'to'>,
): boolean {
  return resourceId === from && to.startsAt === interval.startsAt
}
