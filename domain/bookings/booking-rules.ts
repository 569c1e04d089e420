/**
 * Every rule a wish must pass but exclusivity, in one fixed order, so that the device and the server name the same reason.
 * The order is printed in SPEC.md. What is taken by others is the matter of `find-unit`.
 */
import type { Tier } from '../memberships/tier.ts'
import type { AdvanceLimit, BookingRules } from '../sites/booking-rules.ts'
import type { Catalogue } from '../sites/catalogue.ts'
import { effectiveRules } from '../sites/effective-rules.ts'
import { type BookingUnit, isByTheHour, unitOf } from '../sites/granularity.ts'
import { closureInterval, findClosure, isOpen } from '../sites/open-time.ts'
import type { Resource } from '../sites/resource.ts'
import { addMinutes, DAY_MS, type Instant, MINUTE_MS, toInstant } from '../values/instant.ts'
import { durationMinutes, type Interval } from '../values/interval.ts'
import { limits } from '../values/limits.ts'
import { addDays, daysBetween } from '../values/local-date.ts'
import { localDay, toWallTime } from '../values/zone.ts'
import type { Refusal } from './wishes/refusal.ts'

export interface RuleInput {
  readonly catalogue: Catalogue
  readonly resource: Resource
  readonly tier: Tier | null
  readonly interval: Interval
  /** Everybody who comes, host included. */
  readonly people: number
  /** True when the member, or their team, holds this assigned resource. */
  readonly isHolder: boolean
  readonly now: Instant
}

/** The first rule that says no, or null. Elapsed minutes decide durations and notice; wall time decides increments (D-04, D-06). */
export function checkRules(input: RuleInput): Refusal | null {
  const rules = effectiveRules(input.resource, input.tier)
  return (
    checkAccess(input) ??
    checkShape(input, rules) ??
    checkPeople(input) ??
    checkWhen(input, rules) ??
    checkOpen(input)
  )
}

/** Whether a place is had in times of that shape at all. */
export function checkShape(input: RuleInput, rules: BookingRules): Refusal | null {
  const unit = unitOf(input.catalogue, input.resource, input.interval)
  return unit === null ? checkByTheHour(input, rules) : checkUnit(unit, input)
}

/** What is no day or half-day of a place is a time by the hour. */
function checkByTheHour(input: RuleInput, rules: BookingRules): Refusal | null {
  if (!isByTheHour(rules)) {
    const offered = rules.granularities.flatMap(({ kind }) => (kind === 'hour' ? [] : [kind]))
    return { reason: 'whole-units', offered }
  }
  return checkLength(input.interval, rules) ?? checkIncrement(input, rules)
}

/** A unit is as long as it is; only what a membership lets its members book at once is shorter or longer (D-08). */
function checkUnit({ interval }: BookingUnit, { tier }: RuleInput): Refusal | null {
  const maxMinutes = Math.min(
    tier?.maxMinutes ?? Number.POSITIVE_INFINITY,
    limits.bookingMinutesMax,
  )
  return durationMinutes(interval) > maxMinutes ? { reason: 'too-long', maxMinutes } : null
}

/** The rules that stand when the space itself moves a booking (see `move-booking`). */
export function checkMove(input: Omit<RuleInput, 'tier' | 'isHolder'>): Refusal | null {
  const { resource, interval, now } = input
  if (resource.mode.kind === 'assigned') return { reason: 'assigned' }
  if (interval.endsAt <= now) return { reason: 'past' }
  const longest = limits.bookingMinutesMax
  if (durationMinutes(interval) > longest) return { reason: 'too-long', maxMinutes: longest }
  return checkPeople(input) ?? checkOpen(input)
}

/** The rules that stand when staff book against the others: what a place is and holds, and that time only goes forward (D-61). */
export function checkOverride(input: Omit<RuleInput, 'tier'>): Refusal | null {
  const { resource, interval, isHolder, now } = input
  if (resource.mode.kind === 'assigned' && !isHolder) return { reason: 'assigned' }
  const longest = limits.bookingMinutesMax
  if (durationMinutes(interval) > longest) return { reason: 'too-long', maxMinutes: longest }
  if (interval.endsAt <= now) return { reason: 'past' }
  return checkPeople(input)
}

export function checkAccess({ resource, tier, isHolder }: RuleInput): Refusal | null {
  if (!resource.isBookable) return { reason: 'not-bookable' }
  if (resource.mode.kind === 'assigned') return isHolder ? null : { reason: 'assigned' }
  if (tier !== null && !tier.kinds.includes(resource.kind)) return { reason: 'tier' }
  return null
}

function checkLength(interval: Interval, rules: BookingRules): Refusal | null {
  const minutes = durationMinutes(interval)
  const maxMinutes = Math.min(rules.maxMinutes, limits.bookingMinutesMax)
  if (minutes < rules.minMinutes) return { reason: 'too-short', minMinutes: rules.minMinutes }
  if (minutes > maxMinutes) return { reason: 'too-long', maxMinutes }
  return null
}

/** The grid is one of wall times, so that a morning is a morning on the day of a clock change too. */
function checkIncrement({ catalogue, interval }: RuleInput, rules: BookingRules): Refusal | null {
  const increment = rules.incrementMinutes
  const start = toWallTime(catalogue.zone, interval.startsAt)
  const end = toWallTime(catalogue.zone, interval.endsAt)
  const wallMinutes = daysBetween(start.date, end.date) * 1440 + end.minute - start.minute
  const isOnGrid =
    interval.startsAt % MINUTE_MS === 0 &&
    interval.endsAt % MINUTE_MS === 0 &&
    start.minute % increment === 0 &&
    wallMinutes % increment === 0
  return isOnGrid ? null : { reason: 'increment', incrementMinutes: increment }
}

export function checkPeople({
  resource,
  people,
}: Pick<RuleInput, 'resource' | 'people'>): Refusal | null {
  if (people >= 1 && people <= resource.capacity) return null
  return { reason: 'capacity', capacity: resource.capacity }
}

/**
 * Past, notice, and how far ahead. A booking for now may start up to one increment ago, because who sits down at 9:10 books the
 * half hour from 9:00, and the day until its end; notice, where there is any, leaves no such grace.
 */
export function checkWhen(input: RuleInput, rules: BookingRules): Refusal | null {
  const { interval, now, catalogue } = input
  if (interval.endsAt <= now) return { reason: 'past' }
  const isUnit = unitOf(catalogue, input.resource, interval) !== null
  const isLate = interval.startsAt <= addMinutes(now, -rules.incrementMinutes)
  if (isLate && !isUnit) return { reason: 'past' }
  if (rules.noticeMinutes > 0 && interval.startsAt < addMinutes(now, rules.noticeMinutes)) {
    return { reason: 'notice', noticeMinutes: rules.noticeMinutes }
  }
  if (input.resource.approvalMinutes !== null && input.tier !== null && interval.startsAt <= now) {
    return { reason: 'too-late-to-ask' }
  }
  for (const limit of rules.advanceLimits) {
    const latestAt = latestStart(catalogue, limit, now)
    if (interval.startsAt > latestAt) return { reason: 'too-far', limit, latestAt }
  }
  return null
}

/** The last instant at which a booking may start under one limit (D-07). */
export function latestStart(catalogue: Catalogue, limit: AdvanceLimit, now: Instant): Instant {
  switch (limit.kind) {
    case 'elapsed-days':
      return toInstant(now + limit.days * DAY_MS)
    case 'calendar-days': {
      const lastDay = addDays(toWallTime(catalogue.zone, now).date, limit.days)
      return toInstant(localDay(catalogue.zone, lastDay).endsAt - 1)
    }
  }
}

/** A closure of the whole site is "closed"; one that names resources takes them out of use: "blocked" (D-11). */
export function checkOpen({
  catalogue,
  resource,
  interval,
}: Pick<RuleInput, 'catalogue' | 'resource' | 'interval'>): Refusal | null {
  const closure = findClosure(catalogue, resource, interval)
  if (closure !== null && closure.resourceIds !== null) {
    const conflict = closureInterval(catalogue, closure)
    const event = closure.eventId === null ? {} : { isEvent: true as const }
    return { reason: 'blocked', conflict, closureName: closure.name, ...event }
  }
  if (closure !== null) return { reason: 'closed', closureName: closure.name }
  // A day or half-day lies within the hours as a whole: a break at noon does not end it.
  if (unitOf(catalogue, resource, interval) !== null) return null
  return isOpen(catalogue, resource, interval) ? null : { reason: 'closed', closureName: null }
}
