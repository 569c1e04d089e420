import { numberProblems, problemIf, type SettingProblem } from '../sites/setting-problem.ts'
import { limits } from '../values/limits.ts'
import type { Quota } from './quota.ts'

/** What is wrong with the quotas of a membership: `quotas.0.max`. */
export function quotaProblems(quotas: readonly Quota[]): readonly SettingProblem[] {
  const ids = new Set(quotas.map(({ id }) => id))
  return [
    ...problemIf(quotas.length > limits.quotasMax, 'quotas', 'too-many'),
    ...problemIf(ids.size < quotas.length, 'quotas', 'same-twice'),
    ...quotas.flatMap(({ kinds, max }, index) => [
      ...problemIf(kinds.length === 0, `quotas.${index}.kinds`, 'no-kinds'),
      ...numberProblems(max, `quotas.${index}.max`, 0, limits.bookingMinutesMax),
    ]),
  ]
}
