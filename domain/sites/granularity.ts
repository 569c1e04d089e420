/**
 * The units in which a place is booked: by the day, by the half-day, by the hour, or several of them (B-25). A day reaches from the first
 * opening of the place on a date to its last closing, so a day is one local day however many hours it has (D-06); its halves meet at
 * one minute of the clock on the wall, half-open, so that a morning and an afternoon never collide and leave nothing out (D-01).
 */
import type { Interval } from '../values/interval.ts'
import { type LocalDate, weekdayOf } from '../values/local-date.ts'
import { instantOf, toWallTime } from '../values/zone.ts'
import type { BookingRules } from './booking-rules.ts'
import type { Catalogue } from './catalogue.ts'
import type { Resource } from './resource.ts'

export type Granularity =
  | { readonly kind: 'day' }
  /** The minute after midnight at which the morning is over. */
  | { readonly kind: 'half-day'; readonly turnsAt: number }
  /** In the steps that the rules say, between their shortest and their longest time. */
  | { readonly kind: 'hour' }

export const granularityKinds = ['day', 'half-day', 'hour'] as const
export type GranularityKind = (typeof granularityKinds)[number]

/** What an operator is offered first: lunch. */
export const USUAL_TURN = 13 * 60

export const unitNames = ['day', 'morning', 'afternoon'] as const
export type UnitName = (typeof unitNames)[number]

/** A day or a half of one, as a place has it on a date. */
export interface BookingUnit {
  readonly name: UnitName
  readonly interval: Interval
}

type Hours = Pick<Catalogue, 'site' | 'zone'>

export function isByTheHour({ granularities }: BookingRules): boolean {
  return granularities.some(({ kind }) => kind === 'hour')
}

export function turnOf({ granularities }: BookingRules): number | null {
  const half = granularities.find((one) => one.kind === 'half-day')
  return half?.turnsAt ?? null
}

/** The units of a place on a date, the whole day first; none on a day that stays closed. */
export function unitsOn(hours: Hours, resource: Resource, date: LocalDate): readonly BookingUnit[] {
  const spans = (resource.hours ?? hours.site.hours)[weekdayOf(date) - 1] ?? []
  const opens = spans[0]?.opens
  const closes = spans.at(-1)?.closes
  if (opens === undefined || closes === undefined) return []
  const unit = (name: UnitName, from: number, until: number): readonly BookingUnit[] => {
    const startsAt = instantOf(hours.zone, { date, minute: from })
    const endsAt = instantOf(hours.zone, { date, minute: until })
    return startsAt < endsAt ? [{ name, interval: { startsAt, endsAt } }] : []
  }
  const turn = turnOf(resource.rules)
  const isByDay = resource.rules.granularities.some(({ kind }) => kind === 'day')
  return [
    ...(isByDay ? unit('day', opens, closes) : []),
    ...(turn === null ? [] : unit('morning', opens, Math.min(turn, closes))),
    ...(turn === null ? [] : unit('afternoon', Math.max(turn, opens), closes)),
  ]
}

/** Which unit of the place a time is, to the minute; null for a time by the hour. */
export function unitOf(hours: Hours, resource: Resource, interval: Interval): BookingUnit | null {
  if (resource.rules.granularities.every(({ kind }) => kind === 'hour')) return null
  const { date } = toWallTime(hours.zone, interval.startsAt)
  const units = unitsOn(hours, resource, date)
  return (
    units.find(
      (unit) =>
        unit.interval.startsAt === interval.startsAt && unit.interval.endsAt === interval.endsAt,
    ) ?? null
  )
}

/**
 * What a place that is not had by the hour offers for a time: the shortest of its units that holds all of it, else its day, else its halves
 * from the first that it touches. A place by the hour offers that very time.
 */
export function offeredAround(hours: Hours, resource: Resource, wished: Interval): Interval {
  if (isByTheHour(resource.rules)) return wished
  const { date } = toWallTime(hours.zone, wished.startsAt)
  const lengthOf = ({ interval }: BookingUnit) => interval.endsAt - interval.startsAt
  const units = [...unitsOn(hours, resource, date)].sort((a, b) => lengthOf(a) - lengthOf(b))
  const holds = units.find(
    ({ interval }) => interval.startsAt <= wished.startsAt && wished.endsAt <= interval.endsAt,
  )
  const day = units.find(({ name }) => name === 'day')
  const touches = units.find(
    ({ interval }) => interval.startsAt < wished.endsAt && wished.startsAt < interval.endsAt,
  )
  return (holds ?? day ?? touches)?.interval ?? wished
}
