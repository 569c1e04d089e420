/** What comes back when a booking is cancelled: a policy in one sentence, with dates for a booking and without for an operator. */
import type { CancellationPolicy } from '../../sites/cancellation-policy.ts'
import type { Money } from '../../values/money.ts'
import { duration, money } from './amounts.ts'

/** A step as it is told: until when, in words, and how much comes back. */
export interface ToldStep {
  readonly until: string
  readonly refundPercent: number
}

/** "Free to cancel until Mon 23 Nov, 18:00; half back until Wed 25 Nov, 18:00; then nothing." */
function steps(told: readonly ToldStep[], isOpenUntilStart: boolean): string {
  if (told.length === 0) return 'Nothing comes back if you cancel.'
  const parts = told.map(
    ({ until, refundPercent }, index) => `${back(refundPercent, index)} ${until}`,
  )
  const rest = isOpenUntilStart ? [] : ['then nothing']
  return `${[...parts, ...rest].join('; ')}.`
}

function back(percent: number, index: number): string {
  const share = percent === 50 ? 'half' : percent === 100 ? 'all' : `${percent} %`
  if (index > 0) return `${share} back until`
  if (percent === 100) return 'Free to cancel until'
  return `${share.charAt(0).toUpperCase()}${share.slice(1)} back until`
}

/** "Free to cancel until Mon 23 Nov, 18:00.": the step that counts now, alone. */
function current(refundPercent: number, until: string): string {
  return `${back(refundPercent, 0)} ${until}.`
}

/** "24 hours before", "10 days before", "the start". */
function hoursBefore(hours: number): string {
  if (hours === 0) return 'the start'
  return hours > 48 && hours % 24 === 0
    ? `${hours / 24} days before`
    : `${duration(Math.round(hours * 60))} before`
}

/** A whole policy as an operator sets it, one sentence for each thing it says. */
function policy(of: CancellationPolicy): readonly string[] {
  const told = of.steps.map((step) => ({ ...step, until: hoursBefore(step.hoursBefore) }))
  const isOpenUntilStart = of.steps.at(-1)?.hoursBefore === 0
  return [
    steps(told, isOpenUntilStart),
    ...(of.graceMinutes > 0 ? [grace(of.graceMinutes)] : []),
    ...(of.freeMoveHoursBefore === null
      ? []
      : [`Free to move until ${hoursBefore(of.freeMoveHoursBefore)}.`]),
    noShow(of.noShowRefundPercent),
  ]
}

function grace(minutes: number): string {
  return `In the first ${duration(minutes)} after booking all comes back.`
}

function noShow(percent: number): string {
  if (percent === 100) return 'Who does not come owes nothing.'
  return percent === 0
    ? 'Who does not come pays in full.'
    : `Who does not come gets ${percent} % back.`
}

const nothingOwed = 'Nothing is owed.'

/** What a cancelled booking gave back. Before: what cancelling now would. */
function result(back: Money, owed: Money): string {
  if (back.amountMinor === 0 && owed.amountMinor === 0) return nothingOwed
  if (owed.amountMinor === 0) return `${money(back)} comes back. Nothing is owed.`
  if (back.amountMinor === 0) return `Nothing comes back: ${money(owed)} stays owed.`
  return `${money(back)} comes back, ${money(owed)} stays owed.`
}

export const cancellation = {
  steps,
  hoursBefore,
  policy,
  grace,
  result,
  current,
  nothingOwed,
  stays: (owed: Money) => `${money(owed)} is owed for it in all.`,
  question: 'Cancel this booking?',
  yes: 'Cancel booking',
  no: 'Keep it',
  offline: 'You’re offline. It counts from now, even if the space hears of it later.',
  moment: (date: string, time: string) => `${date}, ${time}`,
  countsFrom: (moment: string) => `It counts from ${moment}, when it was made.`,
  bySpace: 'The space cancelled it.',
  missedSeries: 'Too many dates of the series were missed, so the rest was given back.',
} as const
