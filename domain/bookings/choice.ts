import type { Catalogue } from '../sites/catalogue.ts'
import type { ResourceId } from '../values/ids.ts'
import { type Interval, isInterval } from '../values/interval.ts'
import {
  offsetMinutesAt,
  resolveWallTime,
  toWallTime,
  type WallTime,
  type ZoneTable,
} from '../values/zone.ts'
import type { BookedWallTime } from './booking.ts'
import type { Choice } from './intent.ts'

/** A choice of any unit of a resource at an interval, with its wall time read from the site's table. */
export function choiceAt(
  catalogue: Pick<Catalogue, 'zone'>,
  resourceId: ResourceId,
  interval: Interval,
): Choice {
  return {
    resourceId,
    unit: null,
    interval,
    wall: {
      start: toWallTime(catalogue.zone, interval.startsAt),
      end: toWallTime(catalogue.zone, interval.endsAt),
    },
  }
}

/**
 * The interval a choice means under this table. A device with other time-zone data computed other instants for the same wall
 * time: the wall time is what was read and agreed, so it wins (D-67). Null when that wall time never is, or the bounds swap.
 */
export function intervalOf(zone: ZoneTable, choice: Choice): Interval | null {
  const startsAt = boundOf(zone, choice.wall.start, choice.interval.startsAt)
  const endsAt = boundOf(zone, choice.wall.end, choice.interval.endsAt)
  if (startsAt === null || endsAt === null) return null
  const interval = { startsAt, endsAt }
  return isInterval(interval) ? interval : null
}

function boundOf(zone: ZoneTable, wall: WallTime, claimed: Interval['startsAt']) {
  const found = resolveWallTime(zone, wall)
  switch (found.kind) {
    case 'once':
      return found.at
    case 'gap':
      return null
    case 'fold':
      return claimed === found.second ? found.second : found.first
  }
}

export function bookedWallTime(zone: ZoneTable, interval: Interval): BookedWallTime {
  return {
    start: toWallTime(zone, interval.startsAt),
    end: toWallTime(zone, interval.endsAt),
    zone: zone.zone,
    startOffsetMinutes: offsetMinutesAt(zone, interval.startsAt),
    endOffsetMinutes: offsetMinutesAt(zone, interval.endsAt),
    tzdata: zone.tzdata,
  }
}
