/** What is done next about an open bill without its payer: charge their card, wait for a day, ask how an attempt went, or nothing. */

import { isChargeable } from '../../prices/minimum.ts'
import type { DunningSettings } from '../../sites/dunning-settings.ts'
import { addDays, type LocalDate } from '../../values/local-date.ts'
import type { Money } from '../../values/money.ts'
import { liveAttempt, type PaymentAttempt } from './attempt.ts'
import { failuresOf } from './dunning.ts'
import { backupMethod, firstMethod, type PayMethods, type SavedMethod } from './pay-methods.ts'

export type NextCharge =
  | { readonly kind: 'nothing' }
  /** It may still move money: ask, and begin nothing beside it. */
  | { readonly kind: 'look'; readonly attempt: PaymentAttempt }
  /** Nobody proved who they are for days: it is cancelled, and counts as declined. */
  | { readonly kind: 'give-up'; readonly attempt: PaymentAttempt }
  | { readonly kind: 'wait'; readonly on: LocalDate }
  | { readonly kind: 'charge'; readonly method: SavedMethod; readonly isBackup: boolean }

export function nextCharge(facts: {
  /** What is open of a bill, or of a deposit that is asked for. */
  readonly open: Money
  /** Of it. */
  readonly attempts: readonly PaymentAttempt[]
  readonly payMethods: PayMethods
  readonly settings: DunningSettings
  readonly today: LocalDate
}): NextCharge {
  const { open, attempts, payMethods, settings, today } = facts
  const live = liveAttempt(attempts)
  if (live !== null) return aboutLive(live, settings, today)
  if (!isChargeable(open)) return { kind: 'nothing' }
  const first = firstMethod(payMethods)
  if (first === null) return { kind: 'nothing' }
  const failures = failuresOf(attempts)
  const ofFirst = failures.filter(({ method }) => method.id === first.id)
  // A card that was never tried for it, because the bill or the card is new.
  if (ofFirst.length === 0) return { kind: 'charge', method: first, isBackup: false }
  if (ofFirst.some(({ why }) => why === 'barred')) return { kind: 'nothing' }
  const backup = backupMethod(payMethods)
  const isTried = failures.some(({ method }) => method.id === backup?.id)
  if (backup !== null && !isTried) return { kind: 'charge', method: backup, isBackup: true }
  const on = retryOn(failures, settings)
  if (on === null) return { kind: 'nothing' }
  return on <= today ? { kind: 'charge', method: first, isBackup: false } : { kind: 'wait', on }
}

function aboutLive(
  attempt: PaymentAttempt,
  { retryDays }: DunningSettings,
  today: LocalDate,
): NextCharge {
  const isAsked = attempt.standing.state === 'action-needed'
  const patience = retryDays[0] ?? 0
  return isAsked && addDays(attempt.on, patience) <= today
    ? { kind: 'give-up', attempt }
    : { kind: 'look', attempt }
}

/** The day of the next try after those that failed; null when all were used. */
export function retryOn(
  failures: ReturnType<typeof failuresOf>,
  { retryDays }: DunningSettings,
): LocalDate | null {
  const [first, last] = [failures[0], failures.at(-1)]
  if (first === undefined || last === undefined) return null
  return retryDays.map((days) => addDays(first.on, days)).find((day) => day > last.on) ?? null
}
