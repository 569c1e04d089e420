/** What is wrong with the extras of a location, each at its field. */
import { limits } from '../values/limits.ts'
import type { Extra } from './extra.ts'
import {
  nameProblems,
  numberProblems,
  problemIf,
  type SettingProblem,
  under,
} from './setting-problem.ts'

export function extraProblems(extras: readonly Extra[]): readonly SettingProblem[] {
  return [
    ...problemIf(extras.length > limits.extrasMax, 'extras', 'too-many'),
    ...extras.flatMap((extra, index) => {
      const isTaken = extras.some((other, at) => at < index && other.name === extra.name)
      const isTwice = extras.some((other, at) => at < index && other.id === extra.id)
      return under(`extras.${index}`, [
        ...nameProblems(extra.name, 'name', limits.settingNameLengthMax),
        ...problemIf(isTaken, 'name', 'name-taken'),
        ...problemIf(isTwice, 'name', 'same-twice'),
        ...numberProblems(extra.priceMinor, 'priceMinor', 0, limits.rateMinorMax),
        ...numberProblems(extra.maxCount, 'maxCount', 1, limits.extraCountMax),
        ...(extra.stock === null
          ? []
          : numberProblems(extra.stock, 'stock', 1, limits.extraStockMax)),
        ...numberProblems(extra.noticeMinutes, 'noticeMinutes', 0, limits.advanceDaysMax * 1440),
      ])
    }),
  ]
}
