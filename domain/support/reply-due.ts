/** When the team should have answered: so many hours on, counted while the house is open. */
import type { Catalogue } from '../sites/catalogue.ts'
import { closureInterval } from '../sites/open-time.ts'
import { HOUR_MS, type Instant, toInstant } from '../values/instant.ts'
import type { Interval } from '../values/interval.ts'
import { limits } from '../values/limits.ts'
import { addDays, type LocalDate, weekdayOf } from '../values/local-date.ts'
import { instantOf, toWallTime } from '../values/zone.ts'

/** A house that is not open within months owes its answer that many hours after it was asked. */
export function replyDue(catalogue: Catalogue, askedAt: Instant, hours: number): Instant {
  let left = hours * HOUR_MS
  // A night that began yesterday may still be open.
  const first = addDays(toWallTime(catalogue.zone, askedAt).date, -1)
  let countedUntil: number = askedAt
  for (let day = 0; day < limits.replyDaysMax; day += 1) {
    for (const { startsAt, endsAt } of openTimes(catalogue, addDays(first, day))) {
      const from = Math.max(countedUntil, startsAt)
      const open = Math.max(0, endsAt - from)
      if (open >= left) return toInstant(from + left)
      left -= open
      countedUntil = Math.max(countedUntil, endsAt)
    }
  }
  return toInstant(askedAt + hours * HOUR_MS)
}

/** Of the house as a whole, less the days on which all of it is closed. */
function openTimes(catalogue: Catalogue, date: LocalDate): readonly Interval[] {
  const { site, zone, closures } = catalogue
  const spans = (site.hours[weekdayOf(date) - 1] ?? []).map(({ opens, closes }) => ({
    startsAt: instantOf(zone, { date, minute: opens }),
    endsAt: instantOf(zone, { date, minute: closes }),
  }))
  const closed = closures.filter(({ resourceIds }) => resourceIds === null)
  return closed.reduce<readonly Interval[]>((open, closure) => {
    const away = closureInterval(catalogue, closure)
    return open.flatMap((span) => without(span, away))
  }, spans)
}

function without(span: Interval, away: Interval): readonly Interval[] {
  return [
    { startsAt: span.startsAt, endsAt: toInstant(Math.min(span.endsAt, away.startsAt)) },
    { startsAt: toInstant(Math.max(span.startsAt, away.endsAt)), endsAt: span.endsAt },
  ].filter(({ startsAt, endsAt }) => startsAt < endsAt)
}
