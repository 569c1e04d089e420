/**
 * What a booking costs once it is at another time or place. Shortening and moving are cancelled in part, under the same policy and the
 * same step (D-31), or people would move their bookings to be rid of what they owe:
 *
 *   longer     the price of the added time joins what is owed; what was agreed stays agreed (D-23)
 *   shorter    of the price of the time given up, the step's share comes back
 *   moved      free while cancelling is, or up to the hours the policy names: then only the difference is settled.
 *              Else the step's share of the old price comes back, the rest stays owed, and the new price is owed beside it
 */
import type { CancellationPolicy } from '../../sites/cancellation-policy.ts'
import { HOUR_MS, type Instant } from '../../values/instant.ts'
import { contains, durationMinutes, type Interval } from '../../values/interval.ts'
import { add, compare, type Money, multiplyHalfUp, subtract } from '../../values/money.ts'
import type { Booking } from '../booking.ts'
import { type RefundStep, refundOf, refundStepAt } from './refund-step.ts'

export type ChangeKind = 'same' | 'longer' | 'shorter' | 'moved'

type Priced = Pick<
  Booking,
  'interval' | 'resourceId' | 'price' | 'owed' | 'policy' | 'settledAt' | 'state'
>

export interface ChangeTo {
  readonly resourceId: Booking['resourceId']
  readonly interval: Interval
  /** Today's prices of the time it has and of the time it would have. */
  readonly was: Money
  readonly will: Money
  /** The policy in force at the new place. */
  readonly policy: CancellationPolicy
}

export interface ChangeTerms {
  readonly kind: ChangeKind
  /** The price of the time it would have. */
  readonly price: Money
  /** All that would be owed for it. */
  readonly owed: Money
  readonly policy: CancellationPolicy
  /** What decided about the part that is given up; null where nothing is. */
  readonly step: RefundStep | null
}

export function changeKind(
  booking: Pick<Booking, 'interval' | 'resourceId'>,
  to: Pick<ChangeTo, 'interval' | 'resourceId'>,
): ChangeKind {
  const isBefore = contains(to.interval, booking.interval)
  const isAfter = contains(booking.interval, to.interval)
  if (to.resourceId !== booking.resourceId) return 'moved'
  if (isBefore && isAfter) return 'same'
  return isBefore ? 'longer' : isAfter ? 'shorter' : 'moved'
}

/** `at` is when the wish counts from. */
export function changeTerms(booking: Priced, to: ChangeTo, at: Instant): ChangeTerms {
  const kind = changeKind(booking, to)
  switch (kind) {
    case 'same': {
      const { price, owed, policy } = booking
      return { kind, price, owed, policy, step: null }
    }
    case 'longer':
      return { kind, ...longer(booking, to) }
    case 'shorter':
      return { kind, ...shorter(booking, to, refundStepAt(booking, at)) }
    case 'moved':
      return { kind, ...moved(booking, to, refundStepAt(booking, at), at) }
  }
}

function longer({ price, owed, policy }: Priced, { was, will }: ChangeTo) {
  const added = compare(will, was) > 0 ? subtract(will, was) : subtract(was, was)
  return { price: add(price, added), owed: add(owed, added), policy, step: null }
}

function shorter(booking: Priced, to: ChangeTo, step: RefundStep) {
  const price = shareOf(booking, to)
  const back = refundOf(subtract(booking.price, price), step)
  const isLater = to.interval.startsAt > booking.interval.startsAt
  const kept = withoutUsedGrace(booking.policy, step)
  const policy = isLater ? cappedAt(kept, step) : kept
  return { price, owed: subtract(booking.owed, back), policy, step }
}

/** What is left is priced as it was agreed: the share of the agreed price that today's prices would give it, never more than all. */
function shareOf({ price, interval }: Priced, to: ChangeTo): Money {
  const [part, whole] =
    to.was.amountMinor > 0
      ? [to.will.amountMinor, to.was.amountMinor]
      : [durationMinutes(to.interval), durationMinutes(interval)]
  const share = multiplyHalfUp(price, Math.round(part), Math.round(whole))
  return compare(share, price) > 0 ? price : share
}

function moved(booking: Priced, to: ChangeTo, step: RefundStep, at: Instant) {
  const { price, owed } = booking
  const graced = { ...to.policy, graceMinutes: booking.policy.graceMinutes }
  const policy = withoutUsedGrace(graced, step)
  const kept = subtract(owed, price)
  if (step.percent === 100) return { price: to.will, owed: add(kept, to.will), policy, step }
  if (!isFreeMove(booking, at)) {
    const stays = subtract(owed, refundOf(price, step))
    return { price: to.will, owed: add(stays, to.will), policy, step }
  }
  // Free though cancelling is not: a lower price is given up in part, and the step does not get better by moving away from it.
  const isCheaper = compare(to.will, price) < 0
  const back = isCheaper ? refundOf(subtract(price, to.will), step) : subtract(price, to.will)
  return { price: to.will, owed: subtract(owed, back), policy: cappedAt(policy, step), step }
}

export function isFreeMove(
  { policy, interval }: Pick<Priced, 'policy' | 'interval'>,
  at: Instant,
): boolean {
  const hours = policy.freeMoveHoursBefore
  return hours !== null && interval.startsAt - at >= hours * HOUR_MS
}

/** Once a booking: who has used the grace has none left. */
function withoutUsedGrace(policy: CancellationPolicy, { because }: RefundStep): CancellationPolicy {
  return because === 'grace' ? { ...policy, graceMinutes: 0 } : policy
}

/** A start further away does not bring back what the nearer one had lost. */
function cappedAt(policy: CancellationPolicy, { because, percent }: RefundStep) {
  if (because !== 'step') return policy
  const steps = policy.steps.map((step) => ({
    ...step,
    refundPercent: Math.min(step.refundPercent, percent),
  }))
  return { ...policy, steps }
}
