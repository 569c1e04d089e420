/** The policy of a booking, or of one to be made, in one sentence with its dates. */
import { deadlinesOf } from '../../domain/bookings/cancellation/deadlines.ts'
import type { CancellationPolicy } from '../../domain/sites/cancellation-policy.ts'
import type { Instant } from '../../domain/values/instant.ts'
import type { LocalDate } from '../../domain/values/local-date.ts'
import {
  formatMinute,
  toWallTime,
  type WallTime,
  type ZoneTable,
} from '../../domain/values/zone.ts'
import { words } from './words.ts'

export interface ToldPolicy {
  readonly policy: CancellationPolicy
  readonly startsAt: Instant
  readonly zone: ZoneTable
  readonly today: LocalDate
  readonly now: Instant
}

export function policyText(told: ToldPolicy): string {
  const { policy, startsAt, zone, today, now } = told
  const steps = deadlinesOf(policy, startsAt, zone, now).map(({ refundPercent, wall }) => ({
    refundPercent,
    until: momentText(wall, today),
  }))
  return words.cancellation.steps(steps, policy.steps.at(-1)?.hoursBefore === 0)
}

/** "tomorrow, 18:00", "Mon 23 Nov, 18:00". */
export function momentText({ date, minute }: WallTime, today: LocalDate): string {
  return words.cancellation.moment(words.amounts.dateWithin(date, today), formatMinute(minute))
}

export function instantText(at: Instant, zone: ZoneTable, today: LocalDate): string {
  return momentText(toWallTime(zone, at), today)
}
