/**
 * What becomes of a bill whose charge failed (D-49). It begins with the first failure, and any payment of what is open ends it:
 *
 *   failed ─ day 7 ─▶ overdue ─ day 14 ─▶ blocked       days, and what each keeps the payer from, are settings
 */
import {
  type DunningSettings,
  type DunningState,
  stateSince,
} from '../../sites/dunning-settings.ts'
import type { LocalDate } from '../../values/local-date.ts'
import { type BillStory, openOf } from '../payment.ts'
import type { PaymentAttempt } from './attempt.ts'
import type { Decline } from './decline.ts'

export interface Failure {
  readonly method: NonNullable<PaymentAttempt['method']>
  readonly why: Decline
  readonly on: LocalDate
}

/** Charges of ours that were declined, the oldest first. A page that a payer left, or where a card was declined, is no failure. */
export function failuresOf(attempts: readonly PaymentAttempt[]): readonly Failure[] {
  return attempts
    .toSorted((a, b) => a.n - b.n)
    .flatMap(({ via, method, standing, on }) =>
      via === 'charge' && method !== null && standing.state === 'declined'
        ? [{ method, why: standing.why, on }]
        : [],
    )
}

export interface Dunning {
  readonly state: DunningState
  readonly since: LocalDate
  readonly last: Failure
}

export function dunningOf(
  story: BillStory,
  attempts: readonly PaymentAttempt[],
  settings: DunningSettings,
  today: LocalDate,
): Dunning | null {
  const failures = failuresOf(attempts)
  const [first, last] = [failures[0], failures.at(-1)]
  if (first === undefined || last === undefined || openOf(story).amountMinor <= 0) return null
  return { state: stateSince(first.on, settings, today), since: first.on, last }
}
