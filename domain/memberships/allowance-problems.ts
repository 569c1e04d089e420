import { numberProblems, problemIf, type SettingProblem, under } from '../sites/setting-problem.ts'
import { limits } from '../values/limits.ts'
import type { Allowance, Rollover } from './allowance.ts'

/** A month begins on a day that every month has. */
const STARTS_ON_DAY_MAX = 28

/** What is wrong with what a membership includes: `allowances.0.amount`. */
export function allowanceProblems(allowances: readonly Allowance[]): readonly SettingProblem[] {
  const ids = new Set(allowances.map(({ id }) => id))
  return [
    ...problemIf(allowances.length > limits.allowancesMax, 'allowances', 'too-many'),
    ...problemIf(ids.size < allowances.length, 'allowances', 'same-twice'),
    ...allowances.flatMap(({ kinds, amount, startsOnDay, per, rollover }, index) => [
      ...problemIf(kinds.length === 0, `allowances.${index}.kinds`, 'no-kinds'),
      ...numberProblems(amount, `allowances.${index}.amount`, 1, limits.lotAmountMax),
      ...numberProblems(startsOnDay, `allowances.${index}.startsOnDay`, 1, STARTS_ON_DAY_MAX),
      ...(rollover === null
        ? []
        : under(`allowances.${index}.rollover`, rolloverProblems(rollover, per))),
    ]),
  ]
}

function rolloverProblems(
  { periods, amountMax }: Rollover,
  per: Allowance['per'],
): readonly SettingProblem[] {
  return [
    ...numberProblems(periods, 'periods', 1, limits.rolloverPeriodsMax[per]),
    ...(amountMax === null ? [] : numberProblems(amountMax, 'amountMax', 1, limits.lotAmountMax)),
  ]
}
