/** What every place of a floor answers for the chosen time: the same question Book asks, once for the drawing and the list alike. */

import { liveViewStates } from '../../domain/bookings/booking-view-row.ts'
import type { Arrival } from '../../domain/bookings/desk-sections.ts'
import { ownTimesOfRows } from '../../domain/bookings/limits/own-time.ts'
import { type Availability, availability } from '../../domain/bookings/occupancy/availability.ts'
import { isInTheWay } from '../../domain/bookings/occupancy/find-unit.ts'
import { groupByResource, type Occupied } from '../../domain/bookings/occupancy/occupancy.ts'
import type { Presence } from '../../domain/bookings/presence/presence.ts'
import type { Member } from '../../domain/memberships/member.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import { offeredAround, unitOf } from '../../domain/sites/granularity.ts'
import { hasPlace, type Resource, unitCount } from '../../domain/sites/resource.ts'
import type { FloorId, ResourceId } from '../../domain/values/ids.ts'
import { type Instant, MINUTE_MS } from '../../domain/values/instant.ts'
import { type Interval, overlaps, toInterval } from '../../domain/values/interval.ts'
import type { BookingRow } from '../store/rows.ts'

export interface PlaceAnswer {
  readonly resource: Resource
  /** The wished time, or what the place offers around it; from its present step on where its start is over, as long as it is no unit. */
  readonly interval: Interval
  readonly availability: Availability
  /** The member's own wish or booking there at that time. */
  readonly own: BookingRow | null
  /** What holds it at that time, by unit: for the seats of a pool. */
  readonly inTheWay: readonly Occupied[]
  /** Who sits there at that time; staff alone have rows of it. */
  readonly sitting: readonly Arrival[]
  /** Who is there now and lets others see it, where the time asked about reaches; staff see them among those who sit there. */
  readonly present: readonly Presence[]
}

export interface AnswersInput {
  readonly catalogue: Catalogue
  readonly member: Member
  readonly floorId: FloorId
  readonly interval: Interval
  readonly occupied: readonly Occupied[]
  readonly bookings: readonly BookingRow[]
  readonly arrivals: readonly Arrival[]
  readonly people: readonly Presence[]
  readonly now: Instant
}

export function answersFor(input: AnswersInput): readonly PlaceAnswer[] {
  const { catalogue, floorId } = input
  // Grouped once: three hundred places would otherwise each walk through all that is booked.
  const occupied = groupByResource(input.occupied)
  const bookings = groupByResource(
    input.bookings.filter((row) => liveViewStates.includes(row.state)),
  )
  const arrivals = groupByResource(input.arrivals)
  const people = groupByResource(input.people)
  const ownTimes = ownTimesOfRows(catalogue, input.bookings)
  return catalogue.resources
    .filter((resource) => resource.floorId === floorId && hasPlace(resource))
    .map((resource): PlaceAnswer => {
      const interval = offeredFor(input, resource)
      const spans = occupied.get(resource.id) ?? []
      const own = bookings.get(resource.id) ?? []
      const sitting = (arrivals.get(resource.id) ?? []).filter(
        (one) =>
          one.state !== 'no-show' &&
          one.startsAt < interval.endsAt &&
          one.endsAt > interval.startsAt,
      )
      return {
        resource,
        interval,
        availability: availability({
          ...input,
          people: 1,
          resource,
          interval,
          occupied: spans,
          ownTimes,
          own,
        }),
        own: own.find((row) => overlaps(row, interval)) ?? null,
        inTheWay: spans.filter((span) => isInTheWay(resource, interval, span)),
        sitting,
        present: (people.get(resource.id) ?? []).filter(
          (one) => one.until > interval.startsAt && !sitting.some(({ unit }) => unit === one.unit),
        ),
      }
    })
}

/** A day or a half-day is had as a whole, as long as it lasts. */
function offeredFor(input: AnswersInput, resource: Resource): Interval {
  const offered = offeredAround(input.catalogue, resource, input.interval)
  return unitOf(input.catalogue, resource, offered) === null ? remaining(input, resource) : offered
}

function remaining({ interval, now }: AnswersInput, { rules }: Resource): Interval {
  const stepMs = rules.incrementMinutes * MINUTE_MS
  const steps = Math.floor((now - interval.startsAt) / stepMs)
  const startsAt = interval.startsAt + steps * stepMs
  return steps > 0 && startsAt < interval.endsAt ? toInterval(startsAt, interval.endsAt) : interval
}

/** How many places of it are free: a pool has several. */
export function freeUnits({ resource, availability: { state }, inTheWay }: PlaceAnswer): number {
  const units = unitCount(resource)
  if (units === 1) return state === 'available' ? 1 : 0
  if (state !== 'available' && state !== 'mine') return 0
  return units - new Set(inTheWay.map((span) => span.unit)).size
}

export interface ZoneAnswers {
  readonly name: string
  readonly answers: readonly PlaceAnswer[]
}

/** Grouped by zone, zones in the order the catalogue first names them. */
export function byZone(answers: readonly PlaceAnswer[]): readonly ZoneAnswers[] {
  const zones = new Map<string, PlaceAnswer[]>()
  for (const answer of answers) {
    const { zoneName } = answer.resource
    const zone = zones.get(zoneName)
    if (zone === undefined) zones.set(zoneName, [answer])
    else zone.push(answer)
  }
  return [...zones].map(([name, members]) => ({ name, answers: members }))
}

export function answerOf(
  answers: readonly PlaceAnswer[],
  id: ResourceId | null,
): PlaceAnswer | null {
  return answers.find((answer) => answer.resource.id === id) ?? null
}
