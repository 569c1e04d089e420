/** What cannot be meant in opening hours. */
import { limits } from '../values/limits.ts'
import type { OpeningHours, OpenSpan } from './opening-hours.ts'
import { numberProblems, problemIf, type SettingProblem } from './setting-problem.ts'

const DAY_MINUTES = 1440

/** Of `hours`, a problem's field is the index of its day: `0` is Monday. */
export function hoursProblems(hours: OpeningHours): readonly SettingProblem[] {
  return hours.flatMap((spans, day) => dayProblems(spans, String(day)))
}

function dayProblems(spans: readonly OpenSpan[], field: string): readonly SettingProblem[] {
  const numbers = spans.flatMap(({ opens, closes }) => [
    ...numberProblems(opens, field, 0, DAY_MINUTES - 1),
    ...numberProblems(closes, field, 0, 2 * DAY_MINUTES),
  ])
  if (numbers.length > 0) return numbers.slice(0, 1)
  const sorted = [...spans].sort((a, b) => a.opens - b.opens)
  const isOverlapping = sorted.some(({ opens }, index) => opens < (sorted[index - 1]?.closes ?? 0))
  return [
    ...problemIf(
      spans.some(({ opens, closes }) => closes <= opens),
      field,
      'ends-before-it-begins',
    ),
    ...problemIf(isOverlapping, field, 'hours-overlap'),
    ...problemIf(spans.length > limits.openSpansMax, field, 'too-many'),
  ]
}
