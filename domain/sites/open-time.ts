/** When a resource can be used at all: its hours, or its site's, less the closures that name it (D-10). */
import { derived } from '../values/derived.ts'
import { durationMinutes, type Interval, overlaps } from '../values/interval.ts'
import { addDays, type LocalDate, weekdayOf } from '../values/local-date.ts'
import { instantOf, toWallTime } from '../values/zone.ts'
import type { Catalogue } from './catalogue.ts'
import { linkedTo } from './links.ts'
import type { Closure } from './opening-hours.ts'
import type { Resource } from './resource.ts'

/** The spans that begin on a local date, in order, before closures are taken out. */
export function openSpans(
  catalogue: Catalogue,
  resource: Resource,
  date: LocalDate,
): readonly Interval[] {
  const hours = resource.hours ?? catalogue.site.hours
  return (hours[weekdayOf(date) - 1] ?? []).map((span) => ({
    startsAt: instantOf(catalogue.zone, { date, minute: span.opens }),
    endsAt: instantOf(catalogue.zone, { date, minute: span.closes }),
  }))
}

/** The closure that overlaps the interval on this resource, or null. */
export function findClosure(
  catalogue: Catalogue,
  resource: Resource,
  interval: Interval,
): Closure | null {
  const found = closedTimes(catalogue).find(
    (one) => overlaps(one.interval, interval) && closesResource(catalogue, one.closure, resource),
  )
  return found?.closure ?? null
}

const closedTimes = derived((catalogue: Catalogue) =>
  catalogue.closures.map((closure) => ({ closure, interval: closureInterval(catalogue, closure) })),
)

/** A closure names places; what is linked to one of them cannot be used either. */
export function closesResource(
  { resources }: Pick<Catalogue, 'resources'>,
  { resourceIds }: Closure,
  resource: Resource,
): boolean {
  if (resourceIds === null || resourceIds.includes(resource.id)) return true
  return linkedTo(resources, resource.id).some(({ id }) => resourceIds.includes(id))
}

export function closureInterval(catalogue: Catalogue, closure: Closure): Interval {
  return {
    startsAt: instantOf(catalogue.zone, closure.from),
    endsAt: instantOf(catalogue.zone, closure.until),
  }
}

/** True when the whole interval lies in open time and no closure touches it. Spans that meet at midnight count as one. */
export function isOpen(catalogue: Catalogue, resource: Resource, interval: Interval): boolean {
  if (findClosure(catalogue, resource, interval) !== null) return false
  const first = addDays(toWallTime(catalogue.zone, interval.startsAt).date, -1)
  const days = Math.ceil(durationMinutes(interval) / 1440) + 3
  let coveredUntil: number = interval.startsAt
  for (let day = 0; day < days && coveredUntil < interval.endsAt; day += 1) {
    for (const span of openSpans(catalogue, resource, addDays(first, day))) {
      if (span.startsAt <= coveredUntil && span.endsAt > coveredUntil) coveredUntil = span.endsAt
    }
  }
  return coveredUntil >= interval.endsAt
}
