/** What is wrong with a new version of the house rules. */

import { limits } from '../values/limits.ts'
import { isLocalDate } from '../values/local-date.ts'
import type { HouseRules } from './house-rules.ts'
import { problemIf, type SettingProblem } from './setting-problem.ts'

export function houseRulesProblems(
  { text, takesEffectOn }: Pick<HouseRules, 'text' | 'takesEffectOn'>,
  known: readonly HouseRules[],
): readonly SettingProblem[] {
  const last = known.at(-1)
  const isBefore = last !== undefined && takesEffectOn < last.takesEffectOn
  return [
    ...problemIf(text.trim() === '', 'text', 'missing'),
    // Asked again about what they have accepted, people stop reading.
    ...problemIf(last !== undefined && text.trim() === last.text, 'text', 'same-twice'),
    ...problemIf(text.length > limits.houseRulesLengthMax, 'text', 'too-long'),
    ...problemIf(!isLocalDate(takesEffectOn), 'takesEffectOn', 'missing'),
    ...problemIf(isBefore, 'takesEffectOn', 'before-the-last'),
  ]
}
