/** What is wrong with the prices of a site: each rate by itself, and two that say the same. */
import type { Catalogue } from '../sites/catalogue.ts'
import type { RateHours, RateRow } from '../sites/rate-row.ts'
import { numberProblems, problemIf, type SettingProblem, under } from '../sites/setting-problem.ts'
import { fingerprint } from '../values/fingerprint.ts'
import { limits } from '../values/limits.ts'

export function rateProblems(
  rates: readonly RateRow[],
  catalogue: Pick<Catalogue, 'resources' | 'tiers'>,
): readonly SettingProblem[] {
  const seen = new Set<string>()
  return [
    ...problemIf(rates.length > limits.ratesMax, 'rates', 'too-many'),
    ...rates.flatMap((rate, index) => {
      const { hourMinor: _hour, halfDayMinor: _half, dayMinor: _day, ...scope } = rate
      const same = fingerprint({ ...scope, id: null })
      const isTwice = seen.has(same) || rates.findIndex(({ id }) => id === rate.id) < index
      seen.add(same)
      return under(`rates.${index}`, [
        ...rateProblemsOf(rate, catalogue),
        ...problemIf(isTwice, 'priority', 'same-twice'),
      ])
    }),
  ]
}

function rateProblemsOf(
  { resourceId, kind, tierId, hours, priority, hourMinor, halfDayMinor, dayMinor }: RateRow,
  { resources, tiers }: Pick<Catalogue, 'resources' | 'tiers'>,
): readonly SettingProblem[] {
  const isPlace = resourceId === null || resources.some(({ id }) => id === resourceId)
  const isTier = tierId === null || tiers.some(({ id }) => id === tierId)
  const isHalfMore = halfDayMinor !== null && dayMinor !== null && halfDayMinor > dayMinor
  return [
    ...problemIf(!isPlace || (resourceId !== null && kind !== null), 'place', 'unknown-place'),
    ...problemIf(!isTier, 'tierId', 'unknown-tier'),
    ...(hours === null ? [] : hoursProblemsOf(hours)),
    ...numberProblems(priority, 'priority', 0, limits.ratePriorityMax),
    ...numberProblems(hourMinor, 'hourMinor', 0, limits.rateMinorMax),
    ...(halfDayMinor === null
      ? []
      : numberProblems(halfDayMinor, 'halfDayMinor', 0, limits.rateMinorMax)),
    ...problemIf(isHalfMore, 'halfDayMinor', 'half-above-day'),
    ...(dayMinor === null ? [] : numberProblems(dayMinor, 'dayMinor', 0, limits.rateMinorMax)),
  ]
}

function hoursProblemsOf({ weekdays, from, until }: RateHours): readonly SettingProblem[] {
  const isOutside = from < 0 || until > 1440
  return [
    ...problemIf(weekdays.length === 0, 'weekdays', 'no-weekdays'),
    ...problemIf(isOutside, 'hours', 'beyond-midnight'),
    ...problemIf(!isOutside && until <= from, 'hours', 'ends-before-it-begins'),
  ]
}
