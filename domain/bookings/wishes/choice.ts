/** Between what a member reads (wall times of the site) and what is settled (instants). */
import type { Catalogue } from '../../sites/catalogue.ts'
import type { ResourceId } from '../../values/ids.ts'
import { HOUR_MS, type Instant } from '../../values/instant.ts'
import { type Interval, isInterval } from '../../values/interval.ts'
import {
  offsetMinutesAt,
  resolveWallTime,
  toWallTime,
  type WallTime,
  type ZoneTable,
} from '../../values/zone.ts'
import type { BookedWallTime } from '../booking.ts'
import type { Choice } from './intent.ts'
import type { Refusal } from './refusal.ts'

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
 * The interval between two wall times as a member picks them. Null where one of them never is, so that it is not offered, and
 * where the second is not later. A time that comes twice means its first pass unless it says otherwise (D-05).
 */
export function intervalBetween(zone: ZoneTable, start: WallTime, end: WallTime): Interval | null {
  const startsAt = instantOfPicked(zone, start)
  const endsAt = instantOfPicked(zone, end)
  if (startsAt === null || endsAt === null) return null
  const interval = { startsAt, endsAt }
  return isInterval(interval) ? interval : null
}

export type ResolvedChoice =
  | { readonly kind: 'resolved'; readonly interval: Interval }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

/**
 * How far other time-zone data may move a wall time. Laws move clocks by an hour or two; what is further away was never that wall
 * time, and the facts around it were not loaded.
 */
const DRIFT_MS_MAX = 4 * HOUR_MS

/**
 * The interval a choice means under this table. A device with other time-zone data computed other instants for the same wall
 * time: the wall time is what was read and agreed, so it wins (D-67).
 */
export function resolveChoice(zone: ZoneTable, choice: Choice): ResolvedChoice {
  const startsAt = instantOfPicked(zone, choice.wall.start, choice.interval.startsAt)
  const endsAt = instantOfPicked(zone, choice.wall.end, choice.interval.endsAt)
  if (startsAt === null || endsAt === null) return refused('nonexistent-local-time')
  const drifts = [startsAt - choice.interval.startsAt, endsAt - choice.interval.endsAt]
  const interval = { startsAt, endsAt }
  const isMeant = isInterval(interval) && drifts.every((drift) => Math.abs(drift) <= DRIFT_MS_MAX)
  return isMeant ? { kind: 'resolved', interval } : refused('malformed')
}

function refused(reason: 'nonexistent-local-time' | 'malformed'): ResolvedChoice {
  return { kind: 'refused', refusal: { reason } }
}

/** Null inside a gap. In a fold the pass it names, else the one whose instant was claimed, else the first. */
function instantOfPicked(zone: ZoneTable, wall: WallTime, claimed?: Instant): Instant | null {
  const found = resolveWallTime(zone, wall)
  switch (found.kind) {
    case 'once':
      return found.at
    case 'gap':
      return null
    case 'fold':
      if (wall.pass !== undefined) return wall.pass === 'second' ? found.second : found.first
      return claimed === found.second ? found.second : found.first
  }
}

/** The time as it is agreed, for the booking to keep: no later reader has to ask a table (D-02, D-66). */
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
