/** What is wrong with a membership as an operator sets it. */
import type { Catalogue } from '../sites/catalogue.ts'
import { advanceProblems, cancellationProblems } from '../sites/rules-problems.ts'
import {
  nameProblems,
  numberProblems,
  problemIf,
  type SettingProblem,
  under,
} from '../sites/setting-problem.ts'
import { limits } from '../values/limits.ts'
import { allowanceProblems } from './allowance-problems.ts'
import { quotaProblems } from './quota-problems.ts'
import type { Tier } from './tier.ts'

export function tierProblems(
  tier: Tier,
  { tiers, resources }: Pick<Catalogue, 'tiers' | 'resources'>,
): readonly SettingProblem[] {
  const { id, name, kinds, maxMinutes, cancellation } = tier
  const isTaken = tiers.some((other) => other.id !== id && other.name === name)
  const shortest = resources
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ rules }) => rules.minMinutes)
  const fitsNothing = shortest.length > 0 && (maxMinutes ?? Infinity) < Math.min(...shortest)
  return [
    ...nameProblems(name, 'name', limits.settingNameLengthMax),
    ...problemIf(isTaken, 'name', 'name-taken'),
    ...(maxMinutes === null
      ? []
      : numberProblems(maxMinutes, 'maxMinutes', 1, limits.bookingMinutesMax)),
    ...problemIf(fitsNothing, 'maxMinutes', 'nothing-fits'),
    ...advanceProblems(tier.advanceLimits),
    ...quotaProblems(tier.quotas),
    ...allowanceProblems(tier.allowances),
    ...(cancellation === null ? [] : under('cancellation', cancellationProblems(cancellation))),
  ]
}
