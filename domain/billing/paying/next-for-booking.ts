/**
 * What is done next about a booking that is paid before it stands, without its member: charge their card, ask how a charge went, end what is not
 * wanted any more, give the place back, or nothing. A payment is ended before its place is given back (B-34).
 */
import type { Booking } from '../../bookings/booking.ts'
import { isToPay } from '../../bookings/prepaid/payment-hold.ts'
import { addMinutes, type Instant } from '../../values/instant.ts'
import { liveAttempt, type PaymentAttempt } from './attempt.ts'
import { failuresOf } from './dunning.ts'
import { backupMethod, firstMethod, type PayMethods, type SavedMethod } from './pay-methods.ts'

/** Nobody keeps a place for good because whoever moves the money does not answer: what comes later takes it again, or goes back. */
const SILENCE_MINUTES = 60

export type NextForBooking =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'look'; readonly attempt: PaymentAttempt }
  | { readonly kind: 'withdraw'; readonly attempt: PaymentAttempt }
  | { readonly kind: 'lapse' }
  | { readonly kind: 'charge'; readonly method: SavedMethod; readonly isBackup: boolean }

export function nextForBooking(facts: {
  readonly booking: Booking
  /** Of this booking. */
  readonly attempts: readonly PaymentAttempt[]
  readonly payMethods: PayMethods
  readonly now: Instant
}): NextForBooking {
  const { booking, attempts, now } = facts
  const live = liveAttempt(attempts)
  if (!isToPay(booking)) return live === null ? nothing : { kind: 'withdraw', attempt: live }
  if (booking.holdExpiresAt <= now) {
    const isSilent = addMinutes(booking.holdExpiresAt, SILENCE_MINUTES) <= now
    return live === null || isSilent ? { kind: 'lapse' } : { kind: 'withdraw', attempt: live }
  }
  if (live === null) return nextMethod(facts)
  const isAsked = live.via === 'page' || live.standing.state === 'action-needed'
  return isAsked ? nothing : { kind: 'look', attempt: live }
}

const nothing = { kind: 'nothing' } as const

/** Each card once: the first, then the backup where it was agreed to; then its member is asked. */
function nextMethod({
  attempts,
  payMethods,
}: {
  readonly attempts: readonly PaymentAttempt[]
  readonly payMethods: PayMethods
}): NextForBooking {
  const tried = attempts.flatMap(({ method }) => method?.id ?? [])
  const first = firstMethod(payMethods)
  if (first === null) return nothing
  if (!tried.includes(first.id)) return { kind: 'charge', method: first, isBackup: false }
  const failures = failuresOf(attempts)
  const isDeclined = failures.length > 0 && failures.every(({ why }) => why !== 'barred')
  const backup = backupMethod(payMethods)
  if (backup === null || !isDeclined || tried.includes(backup.id)) return nothing
  return { kind: 'charge', method: backup, isBackup: true }
}
