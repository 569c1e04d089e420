/** What cancelling would give back, from what a member's device shows: the same functions that decide it. */
import type { Instant } from '../../values/instant.ts'
import type { BookingViewRow } from '../booking-view-row.ts'
import { type Refunded, refunded } from './owed.ts'
import { type RefundStep, refundStepAt } from './refund-step.ts'

export interface PredictedCancellation extends Refunded {
  readonly step: RefundStep
}

/** Null where there is no booking to cancel. */
export function predictCancel(row: BookingViewRow, now: Instant): PredictedCancellation | null {
  const { state, policy, owed, price, extras, startsAt, endsAt, settledAt } = row
  if (state !== 'held' && state !== 'confirmed' && state !== 'checked-in') return null
  if (policy === null || owed === null || price === null || settledAt === null) return null
  const interval = { startsAt, endsAt }
  const step = refundStepAt({ state, policy, interval, settledAt }, now)
  return { step, ...refunded({ owed, price, extras }, step) }
}
