/**
 * One try to move money for one purpose. It is written down before anybody is asked, under a key made from what it is for; whoever moves
 * money is asked with that key alone, however often, and a new number is taken only after a definitive no (D-50).
 *
 *   created ─▶ sent ─▶ succeeded          succeeded is the end: money that moved is a fact, whatever was thought before
 *      │         ├───▶ declined
 *      │         ├───▶ action-needed ─▶ …   the payer proves who they are
 *      └▶ unknown┘───▶ cancelled           nobody heard the answer: ask again, with the same key
 */
import type { SiteId } from '../../values/ids.ts'
import type { Instant } from '../../values/instant.ts'
import type { LocalDate } from '../../values/local-date.ts'
import type { Money } from '../../values/money.ts'
import type { Decline } from './decline.ts'

export const purposeKinds = ['bill', 'booking', 'deposit'] as const
export type PurposeKind = (typeof purposeKinds)[number]

export interface Purpose {
  readonly kind: PurposeKind
  readonly id: string
}

export type AttemptStanding =
  /** Written down; the answer is not known. */
  | { readonly state: 'created' }
  /** On its way; `page` is where the payer pays, while they are asked to. */
  | { readonly state: 'sent'; readonly page: PayPage | null }
  | { readonly state: 'unknown' }
  | { readonly state: 'action-needed' }
  | { readonly state: 'declined'; readonly why: Decline }
  | { readonly state: 'cancelled' }
  | { readonly state: 'succeeded'; readonly received: Money }

export interface PayPage {
  readonly ref: string
  readonly url: string
}

export interface PaymentAttempt {
  readonly id: string
  readonly purpose: Purpose
  /** Counts the attempts of a purpose, from 1. */
  readonly n: number
  /** By us with a card on file, or by the payer on a page. */
  readonly via: 'charge' | 'page'
  readonly siteId: SiteId
  /** A member or a team. */
  readonly payerId: string
  readonly amount: Money
  /** The method that is charged; on a page the payer chooses. */
  readonly method: {
    readonly id: string
    readonly label: string
    readonly isBackup: boolean
  } | null
  /** The payment at whoever moves the money, once there is one. */
  readonly ref: string | null
  readonly standing: AttemptStanding
  readonly createdAt: Instant
  /** The local date of the last change. */
  readonly on: LocalDate
}

export function attemptId(purpose: Purpose, n: number): string {
  return `${purpose.id}.${n}`
}

const operations: Readonly<Record<PurposeKind, string>> = {
  bill: 'inv',
  booking: 'bk',
  deposit: 'dep',
}

/** What every call of an attempt carries, and nothing else ever does. */
export function attemptKey({ purpose, n, via }: Pick<PaymentAttempt, 'purpose' | 'n' | 'via'>) {
  return `v1:${via === 'page' ? 'cos' : operations[purpose.kind]}:${purpose.id}:${n}`
}

/** It may still move money, so that no other is begun beside it. */
export function isLive({ standing }: Pick<PaymentAttempt, 'standing'>): boolean {
  switch (standing.state) {
    case 'created':
    case 'sent':
    case 'unknown':
    case 'action-needed':
      return true
    case 'declined':
    case 'cancelled':
    case 'succeeded':
      return false
  }
}

export function liveAttempt(attempts: readonly PaymentAttempt[]): PaymentAttempt | null {
  return attempts.find(isLive) ?? null
}

export function nextNumber(attempts: readonly PaymentAttempt[]): number {
  return attempts.reduce((most, { n }) => Math.max(most, n), 0) + 1
}

/** What is heard of an attempt; null where it says nothing that is not known. */
export function advance(
  attempt: PaymentAttempt,
  heard: { readonly standing: AttemptStanding; readonly ref: string | null },
  on: LocalDate,
): PaymentAttempt | null {
  const { standing } = attempt
  if (standing.state === 'succeeded') return null
  const isEnd = !isLive(attempt)
  if (isEnd && heard.standing.state !== 'succeeded') return null
  const isLess = heard.standing.state === 'created' || heard.standing.state === 'unknown'
  if (isLess && standing.state !== 'created') return null
  const ref = heard.ref ?? attempt.ref
  const isSame = JSON.stringify(heard.standing) === JSON.stringify(standing) && ref === attempt.ref
  return isSame ? null : { ...attempt, standing: heard.standing, ref, on }
}
