/** What contradicts itself in booking rules: each problem at the field where an operator would mend it. */
import { limits } from '../values/limits.ts'
import type { AdvanceLimit, BookingRules, CheckInRules } from './booking-rules.ts'
import type { CancellationPolicy } from './cancellation-policy.ts'
import { type Granularity, isByTheHour } from './granularity.ts'
import { numberProblems, problemIf, type SettingProblem, under } from './setting-problem.ts'

const DAY_MINUTES = 1440

export function rulesProblems(rules: BookingRules): readonly SettingProblem[] {
  const simple = [
    ...granularityProblems(rules.granularities),
    ...numberProblems(rules.minMinutes, 'minMinutes', 1, limits.bookingMinutesMax),
    ...numberProblems(rules.maxMinutes, 'maxMinutes', 1, limits.bookingMinutesMax),
    ...numberProblems(rules.incrementMinutes, 'incrementMinutes', 1, DAY_MINUTES),
    ...numberProblems(rules.bufferBeforeMinutes, 'bufferBeforeMinutes', 0, DAY_MINUTES),
    ...numberProblems(rules.bufferAfterMinutes, 'bufferAfterMinutes', 0, DAY_MINUTES),
    ...numberProblems(rules.noticeMinutes, 'noticeMinutes', 0, limits.advanceDaysMax * DAY_MINUTES),
    ...advanceProblems(rules.advanceLimits),
    ...checkInProblems(rules.checkIn),
    ...under('cancellation', cancellationProblems(rules.cancellation)),
  ]
  return simple.length > 0 ? simple : contradictions(rules)
}

/** Only of rules that are sound one by one. */
function contradictions(rules: BookingRules): readonly SettingProblem[] {
  const { minMinutes, maxMinutes, incrementMinutes, noticeMinutes } = rules
  const furthest = Math.min(...rules.advanceLimits.map(({ days }) => days)) * DAY_MINUTES
  const early = problemIf(
    noticeMinutes > furthest + DAY_MINUTES,
    'noticeMinutes',
    'notice-beyond-limit',
  )
  const gap = Math.max(rules.bufferBeforeMinutes, rules.bufferAfterMinutes)
  const units = problemIf(
    gap > 0 && rules.granularities.some(({ kind }) => kind === 'half-day'),
    'granularities',
    'gap-between-halves',
  )
  if (!isByTheHour(rules)) return [...units, ...early]
  return [
    ...units,
    ...problemIf(minMinutes > maxMinutes, 'minMinutes', 'min-above-max'),
    // The grid begins at each midnight.
    ...problemIf(DAY_MINUTES % incrementMinutes !== 0, 'incrementMinutes', 'steps-beside-day'),
    ...problemIf(minMinutes % incrementMinutes !== 0, 'minMinutes', 'off-the-steps'),
    ...problemIf(maxMinutes % incrementMinutes !== 0, 'maxMinutes', 'off-the-steps'),
    ...early,
  ]
}

function granularityProblems(all: readonly Granularity[]): readonly SettingProblem[] {
  const kinds = new Set(all.map(({ kind }) => kind))
  return [
    ...problemIf(all.length === 0, 'granularities', 'no-granularity'),
    ...problemIf(kinds.size < all.length, 'granularities', 'same-twice'),
    ...all.flatMap((one) =>
      one.kind === 'half-day'
        ? numberProblems(one.turnsAt, 'granularities.turnsAt', 1, DAY_MINUTES - 1)
        : [],
    ),
  ]
}

function checkInProblems(checkIn: CheckInRules | null): readonly SettingProblem[] {
  if (checkIn === null) return []
  const { opensMinutesBefore, releaseMinutesAfter, missesToSuspend } = checkIn
  return [
    ...numberProblems(opensMinutesBefore, 'checkIn.opensMinutesBefore', 0, DAY_MINUTES),
    ...numberProblems(releaseMinutesAfter, 'checkIn.releaseMinutesAfter', 1, DAY_MINUTES),
    ...(missesToSuspend === null
      ? []
      : numberProblems(missesToSuspend, 'checkIn.missesToSuspend', 1, limits.missesMax)),
  ]
}

/** `advanceLimits.0.days`, as they are told on every form that has them. */
export function advanceProblems(advance: readonly AdvanceLimit[]): readonly SettingProblem[] {
  return [
    ...advance.flatMap(({ days }, index) =>
      numberProblems(days, `advanceLimits.${index}.days`, 0, limits.advanceDaysMax),
    ),
    ...problemIf(advance.length > limits.advanceLimitsMax, 'advanceLimits', 'too-many'),
  ]
}

export function cancellationProblems(policy: CancellationPolicy): readonly SettingProblem[] {
  const { steps, graceMinutes, freeMoveHoursBefore, noShowRefundPercent } = policy
  const isOrdered = steps.every((step, index) => {
    const before = steps[index - 1]
    return (
      before === undefined ||
      (step.hoursBefore < before.hoursBefore && step.refundPercent <= before.refundPercent)
    )
  })
  return [
    ...steps.flatMap(({ hoursBefore, refundPercent }, index) => [
      ...numberProblems(hoursBefore, `steps.${index}.hoursBefore`, 0, limits.advanceDaysMax * 24),
      ...percentProblems(refundPercent, `steps.${index}.refundPercent`),
    ]),
    ...problemIf(!isOrdered, 'steps', 'steps-out-of-order'),
    ...problemIf(steps.length > limits.cancellationStepsMax, 'steps', 'too-many'),
    ...numberProblems(graceMinutes, 'graceMinutes', 0, DAY_MINUTES),
    ...(freeMoveHoursBefore === null
      ? []
      : numberProblems(freeMoveHoursBefore, 'freeMoveHoursBefore', 0, limits.advanceDaysMax * 24)),
    ...percentProblems(noShowRefundPercent, 'noShowRefundPercent'),
  ]
}

function percentProblems(value: number, field: string): readonly SettingProblem[] {
  const isPercentage = Number.isSafeInteger(value) && value >= 0 && value <= 100
  return problemIf(!isPercentage, field, 'no-percentage')
}
